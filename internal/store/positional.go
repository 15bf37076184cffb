package store

import (
	"database/sql/driver"
	"strings"
)

// positional is a statement whose parameters are marks in the order they stand in the text, as
// SQLite binds them fastest: it looks a named one ($3) up among all the others each time.
type positional struct {
	text   string
	places []int // for each mark, which argument it is, from 0
}

// inPlaces turns $1, $2 … into marks. What stands in quotes or comments is left alone.
func inPlaces(query string) positional {
	var out strings.Builder
	var p positional
	for i := 0; i < len(query); {
		if end := skipped(query[i:]); end > 0 {
			out.WriteString(query[i : i+end])
			i += end
			continue
		}
		n, length := parameter(query[i:])
		if length == 0 {
			out.WriteByte(query[i])
			i++
			continue
		}
		out.WriteByte('?')
		p.places = append(p.places, n-1)
		i += length
	}
	p.text = out.String()
	return p
}

// parameter is the number of the parameter that the text begins with, and how long it is; 0 for none.
func parameter(s string) (n, length int) {
	if s[0] != '$' {
		return 0, 0
	}
	for length = 1; length < len(s) && '0' <= s[length] && s[length] <= '9'; length++ {
		n = 10*n + int(s[length]-'0')
	}
	if length == 1 {
		return 0, 0
	}
	return n, length
}

// skipped is how long the quoted text or comment is that the text begins with; 0 for neither.
func skipped(s string) int {
	var end string
	switch {
	case s[0] == '\'' || s[0] == '"' || s[0] == '`':
		end = s[:1]
	case strings.HasPrefix(s, "--"):
		end = "\n"
	case strings.HasPrefix(s, "/*"):
		end = "*/"
	default:
		return 0
	}
	if at := strings.Index(s[len(end):], end); at >= 0 {
		return len(end) + at + len(end)
	}
	return len(s)
}

// arguments are the arguments in the order of the marks; a text that had marks already takes them
// as they are.
func (p *positional) arguments(args []driver.NamedValue) []driver.NamedValue {
	if len(p.places) == 0 {
		return args
	}
	out := make([]driver.NamedValue, len(p.places))
	for i, place := range p.places {
		if place < 0 || place >= len(args) {
			return args // the driver says which is missing
		}
		out[i] = driver.NamedValue{Ordinal: i + 1, Value: args[place].Value}
	}
	return out
}
