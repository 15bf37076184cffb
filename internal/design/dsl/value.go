package dsl

import "strings"

// define reads !const and !var.
func (r *reader) define(s *statement) error {
	if len(s.tokens) != 3 || s.block {
		return s.wrong(len(s.tokens), "expected %s <name> <value>", s.arg(0))
	}
	r.vars[s.arg(1)] = s.arg(2)
	return nil
}

// expand puts values in for ${NAME}. The statement itself is left as written.
func (r *reader) expand(s *statement) (*statement, error) {
	var out *statement
	for i, t := range s.tokens {
		if !strings.Contains(t.text, "${") {
			continue
		}
		text, err := r.expandText(s, i, t.text)
		if err != nil {
			return nil, err
		}
		if out == nil {
			c := *s
			c.tokens = append([]token(nil), s.tokens...)
			out = &c
		}
		out.tokens[i].text = text
	}
	if out == nil {
		return s, nil
	}
	return out, nil
}

func (r *reader) expandText(s *statement, at int, text string) (string, error) {
	var b strings.Builder
	for {
		i := strings.Index(text, "${")
		if i < 0 {
			break
		}
		n := strings.IndexByte(text[i:], '}')
		if n < 0 {
			break
		}
		name := text[i+2 : i+n]
		value, ok := r.vars[name]
		if !ok {
			r.warn(s, "${%s} has no value from !const or !var and is left as written; variables of the machine are not read", name)
			value = text[i : i+n+1]
		}
		if r.expanded += len(value); r.expanded > maxExpansion {
			return "", s.wrong(at, "the values put in for ${…} are larger than 10 MB together")
		}
		b.WriteString(text[:i])
		b.WriteString(value)
		text = text[i+n+1:]
	}
	b.WriteString(text)
	return b.String(), nil
}
