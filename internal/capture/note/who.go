package note

import (
	"regexp"
	"strings"
)

// names finds people in text by any part of their name that is theirs alone.
type names struct {
	of  map[string]Person
	any *regexp.Regexp
}

// titles are words beside names that name nobody.
var titles = map[string]bool{"dr": true, "prof": true, "mr": true, "mrs": true, "ms": true, "herr": true, "frau": true, "van": true, "von": true, "der": true, "de": true, "la": true}

func namesOf(people []Person) names {
	n := names{of: map[string]Person{}}
	shared := map[string]bool{}
	for _, p := range people {
		for _, w := range append(strings.Fields(fold(p.Name)), fold(p.Name)) {
			w = strings.Trim(w, ".,")
			if len([]rune(w)) < 3 || titles[w] {
				continue
			}
			if o, taken := n.of[w]; taken && o.ID != p.ID {
				shared[w] = true
			}
			n.of[w] = p
		}
	}
	for w := range shared {
		delete(n.of, w)
	}
	if p := n.pattern(); p != "" {
		n.any = regexp.MustCompile(`(?i)(^|[^\p{L}])(` + p + `)($|[^\p{L}])`)
	}
	return n
}

// pattern is an expression of all names, the longest first.
func (n names) pattern() string {
	var all []string
	for w := range n.of {
		all = append(all, regexp.QuoteMeta(w))
	}
	byLength(all)
	return strings.Join(all, "|")
}

// in lists whom the text names, in its order.
func (n names) in(text string) (out []Person) {
	if n.any == nil {
		return nil
	}
	for rest := text; ; {
		m := n.any.FindStringSubmatchIndex(rest)
		if m == nil {
			return out
		}
		out = append(out, n.of[fold(rest[m[4]:m[5]])])
		rest = rest[m[5]:]
	}
}

// theirs is the first of the customer's people that the text names.
func (n names) theirs(text string) (Person, bool) {
	for _, p := range n.in(text) {
		if !p.Ours {
			return p, true
		}
	}
	return Person{}, false
}

// ours is the first of our people that the text names.
func (n names) ours(text string) (Person, bool) {
	for _, p := range n.in(text) {
		if p.Ours {
			return p, true
		}
	}
	return Person{}, false
}
