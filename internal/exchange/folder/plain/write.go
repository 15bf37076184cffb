package plain

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Write gives the fields or the list as text.
func Write(n *Node) []byte {
	var b bytes.Buffer
	write(&b, n, 0)
	return b.Bytes()
}

func write(b *bytes.Buffer, n *Node, depth int) {
	for i, item := range n.Items {
		indent(b, depth)
		if n.Sort == Fields {
			b.WriteString(label(n.Names[i]) + ":")
		} else {
			b.WriteString("-")
		}
		switch {
		case item.Sort == Text:
			b.WriteString(" " + text(item, depth+1) + "\n")
		case len(item.Items) == 0 || short(item):
			b.WriteString(" " + Flow(item) + "\n")
		case n.Sort == List && item.Sort == Fields: // the first field stands beside the dash
			var inner bytes.Buffer
			write(&inner, item, depth+1)
			b.WriteString(" ")
			b.Write(inner.Bytes()[2*(depth+1):])
		default:
			b.WriteString("\n")
			write(b, item, depth+1)
		}
	}
}

func indent(b *bytes.Buffer, depth int) {
	for range depth {
		b.WriteString("  ")
	}
}

// short says whether a list of texts fits on one line.
func short(n *Node) bool {
	if n.Sort != List {
		return false
	}
	size := 0
	for _, item := range n.Items {
		if item.Sort != Text || strings.Contains(item.Text, "\n") {
			return false
		}
		size += len(item.Text) + 2
	}
	return size <= 96
}

// Flow writes a list of texts, or an empty value, on one line.
func Flow(n *Node) string {
	switch {
	case n.Sort == Fields:
		return "{}"
	case n.Sort == Text:
		if strings.ContainsAny(n.Text, ",[]{}") || n.Quoted || !safe(n.Text) {
			return quote(n.Text)
		}
		return n.Text
	}
	parts := make([]string, len(n.Items))
	for i, item := range n.Items {
		parts[i] = Flow(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func text(n *Node, depth int) string {
	s := n.Text
	if strings.Contains(s, "\n") && blockable(s) {
		var b bytes.Buffer
		b.WriteString("|-")
		for line := range strings.SplitSeq(s, "\n") {
			b.WriteString("\n")
			if line != "" {
				indent(&b, depth)
				b.WriteString(line)
			}
		}
		return b.String()
	}
	if n.Quoted || !safe(s) {
		return quote(s)
	}
	return s
}

// blockable says whether lines can stand after a bar and come back the same.
func blockable(s string) bool {
	return utf8.ValidString(s) && s[0] != ' ' && s[0] != '\n' && !strings.HasSuffix(s, "\n") && !slices.ContainsFunc([]rune(s), hidden)
}

func hidden(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }

func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// safe says whether a text can stand without quotes.
func safe(s string) bool {
	return s != "" && strings.TrimSpace(s) == s && !strings.ContainsRune("!&*-?:,[]{}#|>@%\"'`~=", rune(s[0])) &&
		!strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.HasSuffix(s, ":") &&
		!slices.ContainsFunc([]rune(s), func(r rune) bool { return r == '\n' || hidden(r) }) || number.MatchString(s)
}

var (
	number   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)
	literal  = regexp.MustCompile(`^(?i:true|false|null|yes|no|on|off)$`)
	simplest = regexp.MustCompile(`^[A-Za-z_<][A-Za-z0-9_ ./<>-]*$`)
)

// mistaken says whether a text would be taken for something else.
func mistaken(s string) bool {
	return bracketed(s) || literal.MatchString(s) || number.MatchString(s) || strings.HasPrefix(s, ".")
}

func label(name string) string {
	if simplest.MatchString(name) && !literal.MatchString(name) && strings.TrimSpace(name) == name {
		return name
	}
	return quote(name)
}
