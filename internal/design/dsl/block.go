package dsl

import (
	"slices"
	"strings"
)

// modelLine reads a line directly inside model { }, or inside a group there.
func (r *reader) modelLine(s *statement, at scope) error {
	if done, err := r.common(s, at); done {
		return err
	}
	_, i, word, _ := r.written(s)
	switch word {
	case "person", "softwaresystem", "element":
		_, err := r.addElement(s, at)
		return err
	case "group", "enterprise":
		return r.group(s, at, r.modelLine)
	case "deploymentenvironment":
		return r.environment(s, at)
	case "archetypes":
		return r.archetypesBlock(s)
	case "properties":
		err := r.properties(s, &r.w.ModelProperties)
		if sep := r.w.ModelProperties["structurizr.groupSeparator"]; sep != "" {
			r.w.Separator = sep
		}
		return err
	case "!docs", "!adrs", "!decisions":
		return r.keep(s, "model")
	}
	return r.unknown(s, i, "in a model", "person", "softwareSystem", "group", "element", "deploymentEnvironment", "archetypes", "properties", "!include", "a relationship (a -> b)")
}

// common reads what may stand anywhere in a model.
func (r *reader) common(s *statement, at scope) (bool, error) {
	if known, err := r.setting(s); known {
		return true, err
	}
	if n := arrowAt(s); n >= 0 {
		if strings.HasPrefix(s.arg(n), "-/") {
			return true, r.removal(s, n, at)
		}
		return true, r.relationship(s, n, at)
	}
	switch s.word(0) {
	case "!element", "!ref", "!extend":
		return true, r.oneElement(s, at)
	case "!elements":
		return true, r.manyElements(s, at)
	case "!relationship":
		return true, r.oneRelationship(s, at)
	case "!relationships":
		return true, r.manyRelationships(s, at)
	}
	return false, nil
}

// elementBody reads the block of an element.
func (r *reader) elementBody(s *statement, at scope) error {
	if len(s.body) == 0 {
		return nil
	}
	return r.at(r.w.Elements[at.this].Key, func() error {
		return r.each(s.body, func(s *statement) error { return r.elementLine(s, at) })
	})
}

func (r *reader) elementLine(s *statement, at scope) error {
	if done, err := r.common(s, at); done {
		return err
	}
	if done, err := r.trait(s, r.w.Elements[at.this].traits()); done {
		return err
	}
	kind := r.w.Elements[at.this].Kind
	_, i, word, _ := r.written(s)
	switch {
	case slices.Contains(within[kind], word):
		if _, ok := kindWords[word]; ok {
			_, err := r.addElement(s, at)
			return err
		}
		return r.instance(s, at)
	case word == "group" && !s.block:
		return r.joinGroup(s, i, at)
	case word == "group" && within[kind] != nil:
		return r.group(s, at, r.elementLine)
	case word == "instances" && kind == Node:
		r.w.Elements[at.this].Instances = s.arg(1)
		return s.count(2, "instances <number>")
	case word == "healthcheck" && kind == Instance:
		return r.check(s, at)
	case word == "!docs" || word == "!adrs" || word == "!decisions":
		return r.keep(s, r.w.Elements[at.this].Key)
	}
	expected := slices.Clone(traitWords)
	for _, w := range within[kind] {
		if sh, ok := kindWords[w]; ok {
			w = sh.show
		}
		expected = append(expected, w)
	}
	return r.unknown(s, i, "in the "+string(kind)+" "+quote(r.w.Elements[at.this].Name), append(expected, "group", "a relationship (a -> b)")...)
}

// group reads a block of elements that stand together.
func (r *reader) group(s *statement, at scope, line func(*statement, scope) error) error {
	id, i, word, _ := r.written(s)
	if word == "enterprise" {
		r.warn(s, "enterprise is no longer part of the language; it is read as a group")
	}
	if len(s.tokens) != i+2 {
		return s.wrong(i+2, "expected group <name> {")
	}
	if !s.block {
		return s.wrong(i, "expected { after the group's name")
	}
	path := s.arg(i + 1)
	if at.group != "" {
		path = at.group + r.w.Separator + path
	}
	if len(path) > 4_000 {
		return s.wrong(i+1, "the names of the groups around this are longer than 4,000 letters together")
	}
	parent := ""
	if at.this >= 0 {
		parent = r.w.Elements[at.this].Key
	}
	r.w.Groups = append(r.w.Groups, Group{Path: path, Parent: parent})
	mine := len(r.w.Groups) - 1
	place := len(r.groups)
	r.groups = append(r.groups, groupOf{path: path})
	if id != "" {
		if _, err := r.bind(s, id, at, ref{kind: toGroup, place: place}); err != nil {
			return err
		}
	}
	at.group, at.groups = path, append(slices.Clone(at.groups), place)
	return r.each(s.body, func(s *statement) error {
		switch s.word(0) {
		case "url":
			r.w.Groups[mine].URL = s.arg(1)
			return s.count(2, "url <address>")
		case "properties":
			return r.properties(s, &r.w.Groups[mine].Properties)
		}
		return line(s, at)
	})
}

// joinGroup reads: group "Name" inside an element, without a block.
func (r *reader) joinGroup(s *statement, i int, at scope) error {
	if len(s.tokens) != i+2 {
		return s.wrong(i, "expected group <name>")
	}
	e := &r.w.Elements[at.this]
	if e.Group != "" {
		e.Group += r.w.Separator
	}
	e.Group += s.arg(i + 1)
	return nil
}

func (r *reader) check(s *statement, at scope) error {
	if len(s.tokens) < 3 {
		return s.wrong(0, "expected healthCheck <name> <url> [interval] [timeout]")
	}
	e := &r.w.Elements[at.this]
	e.Checks = append(e.Checks, Check{s.arg(1), s.arg(2), s.arg(3), s.arg(4)})
	return s.count(5, "healthCheck <name> <url> [interval] [timeout]")
}
