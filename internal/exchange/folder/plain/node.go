// Package plain reads and writes fields as people read and edit them: a small part of YAML, in
// which each name and each value stands on a line of its own. The same fields give the same
// bytes, and whatever is read knows the line it stood on.
//
// A value is text, a list or fields. Text is plain, quoted as in JSON, or several lines after a
// bar. A plain text in angle brackets, <NWF-12>, names another thing; quoted, it is only text.
package plain

import "fmt"

// Node is one value.
type Node struct {
	Line   int // from 1; 0 for what was not read
	Sort   Sort
	Text   string // of text
	Quoted bool   // text that stood in quotes or after a bar: never a number, never a name of a thing
	Names  []string
	Items  []*Node // of a list; of fields, beside their names
}

// Sort is what a value is.
type Sort int

// The sorts.
const (
	Text Sort = iota
	List
	Fields
)

// Fault is what is wrong on a line.
type Fault struct {
	Line int
	What string
}

func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.What) }

// Word is a text that is written as it is where it can be.
func Word(s string) *Node { return &Node{Sort: Text, Text: s} }

// Words is a text that may not be taken for a number, for yes or no, or for the name of a thing.
func Words(s string) *Node { return &Node{Sort: Text, Text: s, Quoted: mistaken(s)} }

// Name is the name of another thing.
func Name(key string) *Node { return &Node{Sort: Text, Text: "<" + key + ">"} }

// Named gives the name of the thing that a text names.
func (n *Node) Named() (string, bool) {
	if n.Sort != Text || n.Quoted || !bracketed(n.Text) {
		return "", false
	}
	return n.Text[1 : len(n.Text)-1], true
}

func bracketed(s string) bool { return len(s) > 2 && s[0] == '<' && s[len(s)-1] == '>' }

// Add appends a field.
func (n *Node) Add(name string, value *Node) {
	n.Names, n.Items = append(n.Names, name), append(n.Items, value)
}

// Field is the value of a name, or nil.
func (n *Node) Field(name string) *Node {
	for i, have := range n.Names {
		if have == name {
			return n.Items[i]
		}
	}
	return nil
}
