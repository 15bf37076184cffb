package folder

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/exchange/folder/plain"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// record is one thing as a file has it, on its way in.
type record struct {
	*carrying
	file     string
	line     int
	node     *plain.Node
	body     string
	bodyLine int
	key      string
	above    *record
	id       string
	there    bool // it was found where the folder arrives
	thing    journal.Thing
	value    reflect.Value
}

// taking is a folder being read into things.
type taking struct {
	folder  *Folder
	kinds   []*carrying
	records map[string][]*record // by kind, in the order of the folder
	byKey   map[string]*record
	faults  []problem.Field
	deal    string
	prefix  string          // as the folder has it
	erased  map[string]bool // owners whose words are gone
}

// mostFaults are told at once.
const mostFaults = 20

func (t *taking) fault(file string, line int, what string) {
	where := file
	if line > 0 {
		where = fmt.Sprintf("%s:%d", file, line)
	}
	t.faults = append(t.faults, problem.Field{Name: where, What: what})
}

// read notes why a text could not be read.
func (t *taking) read(file string, err error) {
	var f *plain.Fault
	if errors.As(err, &f) {
		t.fault(file, f.Line, "The line "+f.What)
	} else if err != nil {
		t.fault(file, 0, err.Error())
	}
}

// err is all faults as one problem, the first ones in full.
func (t *taking) err() error {
	if len(t.faults) == 0 {
		return nil
	}
	what := "Nothing was taken in: the folder has a fault."
	if n := len(t.faults); n > 1 {
		what = fmt.Sprintf("Nothing was taken in: the folder has %d faults.", n)
	}
	return &problem.Error{Kind: problem.Invalid, What: what, Fields: t.faults[:min(len(t.faults), mostFaults)]}
}

// files reads all files into records.
func (t *taking) files() {
	t.kinds, t.records, t.byKey = carried(), map[string][]*record{}, map[string]*record{}
	byPlace := map[string]*carrying{}
	for _, c := range t.kinds {
		if c.under == "" {
			byPlace[c.place] = c
		}
	}
	files := slices.Clone(t.folder.Files)
	slices.SortStableFunc(files, func(a, b File) int {
		return natural(strings.TrimSuffix(a.Path, ".md"), strings.TrimSuffix(b.Path, ".md"))
	})
	for _, f := range files {
		c := byPlace[f.Path]
		if c == nil && strings.HasSuffix(f.Path, ".md") {
			c = byPlace[path.Dir(f.Path)+"/"]
		}
		switch {
		case c != nil:
			t.one(c, f)
		case f.Kept != "" || f.Path == "README.md" || f.Path == keptList || f.Path == modelFile || strings.HasPrefix(f.Path, textFolder):
		default:
			t.fault(f.Path, 0, "Is no file of a deal's folder. Remove it, or name it as the other files of its kind are named.")
		}
	}
}

// natural compares paths with their numbers as numbers, so that NWF-2 stands before NWF-10.
func natural(a, b string) int {
	for a != "" && b != "" {
		n, rest := leading(a)
		m, rest2 := leading(b)
		if n >= 0 && m >= 0 {
			if n != m {
				return cmp.Compare(n, m)
			}
			a, b = rest, rest2
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func leading(s string) (int, string) {
	i := 0
	for i < len(s) && i < 9 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		return -1, s
	}
	n, _ := strconv.Atoi(s[:i])
	return n, s[i:]
}

func (t *taking) one(c *carrying, f File) {
	switch c.sort() {
	case "table":
		t.rows(c, f)
	case "list":
		n, err := plain.Read(f.Text, 1)
		if err != nil {
			t.read(f.Path, err)
			return
		}
		if n.Sort == plain.Fields && len(n.Items) > 0 {
			t.fault(f.Path, n.Line, "Begins with fields where a list stands. Begin each entry with a dash.")
			return
		}
		for _, item := range n.Items {
			t.record(c, nil, f.Path, item)
		}
	default:
		t.page(c, f)
	}
}

// page reads a Markdown file.
func (t *taking) page(c *carrying, f File) {
	text := bytes.ReplaceAll(bytes.TrimPrefix(f.Text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	rest, ok := bytes.CutPrefix(text, []byte("---\n"))
	if !ok {
		t.fault(f.Path, 1, "Does not begin with a line of three dashes, the fields and another such line.")
		return
	}
	head, body, ok := bytes.Cut(append([]byte("\n"), rest...), []byte("\n---\n"))
	if !ok {
		t.fault(f.Path, 1, "Has no second line of three dashes. It stands below the fields and above the text.")
		return
	}
	n, err := plain.Read(head, 1)
	if err != nil {
		t.read(f.Path, err)
		return
	}
	if n.Sort != plain.Fields {
		t.fault(f.Path, 2, "Has a list where fields stand. Write each line as 'name: value'.")
		return
	}
	r := t.record(c, nil, f.Path, n)
	if r == nil {
		return
	}
	r.bodyLine = bytes.Count(head, []byte("\n")) + 2
	for bytes.HasPrefix(body, []byte("\n")) {
		body = body[1:]
		r.bodyLine++
	}
	if r.body = strings.TrimSpace(string(body)); r.body != "" && c.look.body == "" && c.Name != "call" {
		t.fault(f.Path, r.bodyLine, "Has a text below the fields, where none belongs. Put the words into a field.")
	}
}

// rows reads a table.
func (t *taking) rows(c *carrying, f File) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Text, []byte("\ufeff"))))
	head, err := r.Read()
	if err == io.EOF {
		return
	}
	for err == nil {
		var row []string
		if row, err = r.Read(); err != nil {
			break
		}
		line, _ := r.FieldPos(0)
		n := &plain.Node{Sort: plain.Fields, Line: line}
		for i, s := range row {
			at, _ := r.FieldPos(i)
			if s == "" {
				continue
			}
			v, err := plain.Cell(s, at)
			if err != nil {
				t.read(f.Path, err)
				continue
			}
			n.Add(head[i], v)
		}
		t.record(c, nil, f.Path, n)
	}
	var p *csv.ParseError
	if errors.As(err, &p) {
		t.fault(f.Path, p.Line, "Is no row of this table: "+p.Err.Error()+". Each row has as many cells as the first, and a cell with commas or quotes stands in quotes.")
	}
}

// record notes a thing and what belongs to it.
func (t *taking) record(c *carrying, above *record, file string, n *plain.Node) *record {
	if n.Sort != plain.Fields {
		t.fault(file, n.Line, "Is no entry with fields. Write it as '- name: value'.")
		return nil
	}
	r := &record{carrying: c, file: file, line: n.Line, node: n, above: above}
	t.records[c.Name] = append(t.records[c.Name], r)
	if c.Name == "opportunity" {
		r.key = dealKey
	} else if k := n.Field(keyField); k != nil {
		r.key = k.Text
	}
	if have := t.byKey[r.key]; r.key != "" && have != nil {
		t.fault(file, n.Line, fmt.Sprintf("Has the id %s, which %s:%d has too. Give one of them another.", r.key, have.file, have.line))
	} else if r.key != "" {
		t.byKey[r.key] = r
	}
	if c.look.key != "" && r.key == "" {
		t.fault(file, n.Line, "Has no id. Give it one, such as "+fmt.Sprintf(c.look.key, 1)+".")
	}
	t.unknown(r)
	return r
}

// unknown refuses names that the kind does not have, and reads what belongs to the thing.
func (t *taking) unknown(r *record) {
	below := map[string]*carrying{}
	for _, c := range t.kinds {
		if c.under == r.Name {
			below[c.many] = c
		}
	}
	for i, name := range r.node.Names {
		item := r.node.Items[i]
		if f, ok := r.field(name); name == keyField || name == ownerField || ok && r.written(f) {
			continue
		}
		c := below[name]
		if c == nil {
			t.fault(r.file, item.Line, fmt.Sprintf("Names %s, which a %s does not have. It has: %s.", name, r.Name, strings.Join(r.has(), ", ")))
			continue
		}
		if item.Sort != plain.List {
			t.fault(r.file, item.Line, "Is no list. Begin each entry with a dash.")
			continue
		}
		for _, n := range item.Items {
			t.record(c, r, r.file, n)
		}
	}
}

func (c *carrying) has() (out []string) {
	for _, f := range c.fields {
		if c.written(f) {
			out = append(out, f.name)
		}
	}
	return out
}
