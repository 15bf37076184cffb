package dsl

import (
	"slices"
	"strings"
)

// traits points at what elements, relationships and archetypes have in common.
type traits struct {
	description, technology, url *string
	tags                         *[]string
	properties                   *map[string]string
	perspectives                 *[]Perspective
}

var traitWords = []string{"description", "technology", "url", "tag", "tags", "properties", "perspectives"}

func (e *Element) traits() traits {
	return traits{&e.Description, &e.Technology, &e.URL, &e.Tags, &e.Properties, &e.Perspectives}
}

func (r *Relationship) traits() traits {
	return traits{&r.Description, &r.Technology, &r.URL, &r.Tags, &r.Properties, &r.Perspectives}
}

// trait reads one line of a block that describes something; false means that
// the line is of another sort.
func (r *reader) trait(s *statement, t traits) (bool, error) {
	one := func(into *string) (bool, error) {
		if len(s.tokens) != 2 || s.block {
			return true, s.wrong(1, "expected one text after %s", s.arg(0))
		}
		*into = s.arg(1)
		return true, nil
	}
	switch s.word(0) {
	case "description":
		return one(t.description)
	case "technology", "metadata":
		return one(t.technology)
	case "url":
		return one(t.url)
	case "tag", "tags":
		if len(s.tokens) < 2 {
			return true, s.wrong(0, "expected tags after %s", s.arg(0))
		}
		for i := range s.tokens[1:] {
			addTags(t.tags, s.arg(i+1))
		}
		return true, nil
	case "properties":
		return true, r.properties(s, t.properties)
	case "perspectives":
		return true, r.perspectives(s, t.perspectives)
	}
	return false, nil
}

func (r *reader) perspectives(s *statement, into *[]Perspective) error {
	if !s.block {
		return s.wrong(0, "expected { after perspectives")
	}
	return r.each(s.body, func(s *statement) error {
		if len(s.tokens) < 2 && !s.block || len(s.tokens) == 0 {
			return s.wrong(0, "expected a name and a description")
		}
		p := Perspective{s.arg(0), s.arg(1), s.arg(2)}
		if s.block {
			p.Description = strings.TrimSpace(s.text())
		}
		*into = append(*into, p)
		return s.count(3, "<name> <description> [value]")
	})
}

// addTags adds tags written with commas between them, each once.
func addTags(tags *[]string, list string) {
	for _, t := range strings.Split(list, ",") {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(*tags, t) {
			*tags = append(*tags, t)
		}
	}
}
