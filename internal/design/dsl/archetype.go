package dsl

import "strings"

// archetype is a name for a kind of element or arrow, with what each one gets
// unless it says otherwise.
type archetype struct {
	word         string // the keyword it comes down to: container, group, ->
	description  string
	technology   string
	tags         []string
	url          string
	properties   map[string]string
	perspectives []Perspective
}

// archetypesBlock reads the block of that name.
func (r *reader) archetypesBlock(s *statement) error {
	return r.each(s.body, func(s *statement) error {
		name, base := "", 0
		if s.word(1) == "=" {
			name, base = s.word(0), 2
		}
		arrow, isArrow := arrowName(s.arg(base))
		if base >= len(s.tokens) || len(s.tokens) > base+1 || strings.HasPrefix(s.arg(base), "-/") {
			return s.wrong(base, "expected <name> = <kind or arrow>")
		}
		if isArrow {
			a, err := r.derive(s, base, r.arrows[arrow], arrow == "", "->")
			if err == nil {
				r.arrows[name] = a
			}
			return err
		}
		word := s.word(base)
		_, plain := kindWords[word]
		a, err := r.derive(s, base, r.archetypes[word], plain || word == "group", word)
		if err != nil {
			return err
		}
		if name == "" {
			name = word
		}
		r.archetypes[name] = a
		return nil
	})
}

// derive begins with what the base has and reads the block over it.
func (r *reader) derive(s *statement, i int, base *archetype, plain bool, word string) (*archetype, error) {
	if base == nil && !plain {
		return nil, s.wrong(i, "%s is no kind of element, arrow or archetype", quote(s.arg(i)))
	}
	a := &archetype{word: word}
	if base != nil {
		*a = *base
		a.tags = append([]string(nil), base.tags...)
		a.perspectives = append([]Perspective(nil), base.perspectives...)
		a.properties = copied(base.properties)
	}
	t := traits{&a.description, &a.technology, &a.url, &a.tags, &a.properties, &a.perspectives}
	return a, r.each(s.body, func(s *statement) error {
		if done, err := r.trait(s, t); done {
			return err
		}
		return r.unknown(s, 0, "in an archetype", traitWords...)
	})
}

// arrowName tells whether a word is an arrow, and of which archetype:
// -> has none, --https-> is of https.
func arrowName(word string) (string, bool) {
	if word == "->" {
		return "", true
	}
	if strings.HasPrefix(word, "--") && strings.HasSuffix(word, "->") && len(word) > 4 {
		return strings.ToLower(word[2 : len(word)-2]), true
	}
	return "", false
}

func copied(m map[string]string) map[string]string {
	if m == nil {
		return nil
	}
	c := make(map[string]string, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}
