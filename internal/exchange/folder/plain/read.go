package plain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// deepest is how far values may stand in values.
const deepest = 24

type line struct {
	number, indent int
	text           string // without the blanks before it
}

type reader struct {
	lines []line
	at    int
}

// Read gives the fields or the list of a text whose first line has the number first.
func Read(b []byte, first int) (*Node, error) {
	if !utf8.Valid(b) {
		return nil, &Fault{badLine(b, first), "holds bytes that are no UTF-8. Save the file as UTF-8."}
	}
	r := &reader{}
	number := first
	for s := range bytes.Lines(bytes.TrimPrefix(b, []byte("\ufeff"))) {
		s := strings.TrimRight(string(s), "\r\n")
		rest := strings.TrimLeft(s, " ")
		r.lines = append(r.lines, line{number, len(s) - len(rest), rest})
		number++
	}
	r.skip()
	if r.at == len(r.lines) {
		return &Node{Line: first, Sort: Fields}, nil
	}
	n, err := r.block(r.lines[r.at].indent, 0)
	if err != nil {
		return nil, err
	}
	if r.skip(); r.at < len(r.lines) {
		return nil, r.fault("is indented less or more than the lines before it. Give lines that belong together the same indent.")
	}
	return n, nil
}

func badLine(b []byte, first int) int {
	for l := range bytes.Lines(b) {
		if !utf8.Valid(l) {
			return first
		}
		first++
	}
	return first
}

func (r *reader) fault(format string, args ...any) error {
	return &Fault{r.lines[min(r.at, len(r.lines)-1)].number, fmt.Sprintf(format, args...)}
}

// skip goes past empty lines and remarks.
func (r *reader) skip() {
	for r.at < len(r.lines) && (strings.TrimSpace(r.lines[r.at].text) == "" || r.lines[r.at].text[0] == '#') {
		r.at++
	}
}

func dashed(s string) bool { return s == "-" || strings.HasPrefix(s, "- ") }

// block reads the lines of one indent.
func (r *reader) block(indent, depth int) (*Node, error) {
	if depth > deepest {
		return nil, r.fault("stands too deep in other values.")
	}
	n := &Node{Line: r.lines[r.at].number, Sort: Fields}
	if dashed(r.lines[r.at].text) {
		n.Sort = List
	}
	for r.skip(); r.at < len(r.lines) && r.lines[r.at].indent == indent; r.skip() {
		l := r.lines[r.at]
		if strings.HasPrefix(l.text, "\t") {
			return nil, r.fault("is indented by a tab. Use blanks.")
		}
		if dashed(l.text) != (n.Sort == List) {
			return nil, r.fault("mixes a list with fields. Each line of a list begins with a dash, no line of fields does.")
		}
		if n.Sort == List {
			item, err := r.item(l, depth)
			if err != nil {
				return nil, err
			}
			n.Items = append(n.Items, item)
			continue
		}
		name, rest, err := r.name(l.text)
		if err != nil {
			return nil, err
		}
		if n.Field(name) != nil {
			return nil, r.fault("names %s a second time. Keep one of the two.", name)
		}
		value, err := r.value(l, rest, depth)
		if err != nil {
			return nil, err
		}
		n.Add(name, value)
	}
	if r.at < len(r.lines) && r.lines[r.at].indent > indent {
		return nil, r.fault("is indented more than the line it belongs to.")
	}
	return n, nil
}

// item reads what follows a dash: the dash counts as part of the indent.
func (r *reader) item(l line, depth int) (*Node, error) {
	rest := strings.TrimLeft(l.text[1:], " ")
	inner := l.indent + len(l.text) - len(rest)
	if _, _, err := r.name(rest); err == nil && rest != "" && rest[0] != '"' && rest[0] != '[' || nameInQuotes(rest) {
		r.lines[r.at] = line{l.number, inner, rest}
		return r.block(inner, depth+1)
	}
	return r.value(l, rest, depth)
}

func nameInQuotes(s string) bool {
	_, rest, ok := unquote(s)
	return ok && strings.HasPrefix(rest, ":")
}

// name splits a line at its colon.
func (r *reader) name(s string) (string, string, error) {
	if name, rest, ok := unquote(s); ok && (rest == ":" || strings.HasPrefix(rest, ": ")) {
		return name, strings.TrimSpace(rest[1:]), nil
	}
	name, rest, ok := strings.Cut(s, ": ")
	if !ok {
		if name, ok = strings.CutSuffix(strings.TrimRight(s, " "), ":"); !ok {
			return "", "", r.fault("has no colon with a blank after it. Write it as 'name: value'.")
		}
	}
	return name, strings.TrimSpace(rest), nil
}

// value reads what stands after a name or a dash, there or in the lines below it.
func (r *reader) value(l line, rest string, depth int) (*Node, error) {
	switch {
	case rest == "|-":
		r.at++
		return r.under(l)
	case rest != "":
		n, err := r.scalar(l.number, rest)
		r.at++
		return n, err
	}
	r.at++
	r.skip()
	if r.at == len(r.lines) || r.lines[r.at].indent <= l.indent {
		return &Node{Line: l.number, Sort: Text}, nil // nothing is said
	}
	return r.block(r.lines[r.at].indent, depth+1)
}

// under reads the lines below a bar.
func (r *reader) under(above line) (*Node, error) {
	n := &Node{Line: above.number, Sort: Text, Quoted: true}
	indent, end := -1, r.at
	for i := r.at; i < len(r.lines); i++ {
		l := r.lines[i]
		if l.text == "" {
			continue
		}
		if l.indent <= above.indent {
			break
		}
		if indent < 0 {
			indent = l.indent
		}
		if l.indent < indent {
			r.at = i
			return nil, r.fault("is indented less than the first line of this text.")
		}
		end = i + 1
	}
	var out []string
	for _, l := range r.lines[r.at:end] {
		if l.text == "" {
			out = append(out, "")
			continue
		}
		out = append(out, strings.Repeat(" ", l.indent-indent)+l.text)
	}
	r.at, n.Text = end, strings.Join(out, "\n")
	return n, nil
}

func (r *reader) scalar(number int, s string) (*Node, error) {
	n, rest, err := r.flow(number, strings.TrimSpace(s), false, 0)
	if err == nil && rest != "" {
		err = r.fault("goes on after the value: %s. Put the whole value in quotes.", clip(rest))
	}
	return n, err
}

// Cell reads one value that stands alone, as in a cell of a table.
func Cell(s string, number int) (*Node, error) {
	r := &reader{lines: []line{{number, 0, s}}}
	return r.scalar(number, s)
}

// flow reads a value on one line; inside a list it ends at a comma or bracket.
func (r *reader) flow(number int, s string, inside bool, depth int) (*Node, string, error) {
	n := &Node{Line: number}
	switch {
	case depth > deepest:
		return nil, "", r.fault("stands too deep in other values.")
	case strings.HasPrefix(s, `"`):
		text, rest, ok := unquote(s)
		if !ok {
			return nil, "", r.fault(`has a quote that does not end, or a backslash that means nothing. Write " inside of quotes as \".`)
		}
		n.Text, n.Quoted = text, true
		return n, strings.TrimSpace(rest), nil
	case s == "{}":
		n.Sort = Fields
		return n, "", nil
	case strings.HasPrefix(s, "["):
		return r.list(n, s[1:], depth)
	case inside:
		end := strings.IndexAny(s, ",]")
		if end < 0 {
			return nil, "", r.fault("has a list without its closing bracket.")
		}
		n.Text = strings.TrimSpace(s[:end])
		return n, s[end:], nil
	}
	n.Text = s
	return n, "", nil
}

func (r *reader) list(n *Node, s string, depth int) (*Node, string, error) {
	n.Sort = List
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "]"); ok {
		return n, strings.TrimSpace(rest), nil
	}
	for {
		item, rest, err := r.flow(n.Line, strings.TrimSpace(s), true, depth+1)
		if err != nil {
			return nil, "", err
		}
		n.Items = append(n.Items, item)
		if after, ok := strings.CutPrefix(rest, "]"); ok {
			return n, strings.TrimSpace(after), nil
		}
		if s, _ = strings.CutPrefix(rest, ","); s == rest {
			return nil, "", r.fault("has a list without its closing bracket.")
		}
	}
}

// unquote reads a text in quotes at the beginning of s.
func unquote(s string) (string, string, bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			var out string
			err := json.Unmarshal([]byte(s[:i+1]), &out)
			return out, s[i+1:], err == nil
		}
	}
	return "", s, false
}

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}
