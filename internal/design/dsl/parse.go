package dsl

import (
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// reader holds what is known while a workspace is read.
type reader struct {
	w        *Workspace
	files    fs.FS
	warnings []Warning
	read     int // bytes of all files so far
	expanded int // bytes put in for ${…} so far
	work     int64
	counted  int // elements counted in the text before they are read
	stack    []string
	vars     map[string]string
	home     string // where kept text belongs: workspace, model, views or a key

	hierarchical bool
	sameOnly     bool // implied relationships: unless the same one exists
	names        names
	archetypes   map[string]*archetype
	arrows       map[string]*archetype // "" is the plain arrow
	elements     []detail              // beside w.Elements
	keys         map[string]int        // key of element to its place
	siblings     map[string]int        // place and name, to the element there
	pairs        map[[2]int][]int      // from and to, to relationships
	ends         [][2]int              // beside w.Relationships: from, to
	instances    map[int][]int         // of a system or container
	dead         map[int]bool          // relationships removed
	groups       []groupOf
	views        []pending
	auto         int // views without a key so far
	viewKeys     map[string]bool
}

// detail is what reading needs to know of an element and the model does not.
type detail struct {
	parent   int // place of the element that holds it, -1 at the top
	of       int // place of the element an instance is of, -1
	path     string
	children []int
	out, in  []int
}

// groupOf is a group with the places of the elements in it.
type groupOf struct {
	path    string
	members []int
}

// scope is where a statement stands.
type scope struct {
	this        int // place of the element around it, -1
	environment int // place in w.Environments, -1
	group       string
	groups      []int // places of the groups around it
	path        string
}

// Parse reads a workspace. Files that it includes are looked for in files,
// beside name; give an fs.FS that does not follow links out of its folder
// (os.Root.FS), or nil when there are none. The error, if any, is an *Error.
func Parse(name string, src []byte, files fs.FS) (*Workspace, []Warning, error) {
	r := &reader{
		w: &Workspace{Separator: "/"}, files: files, vars: map[string]string{}, home: "workspace", names: names{},
		archetypes: map[string]*archetype{}, arrows: map[string]*archetype{}, keys: map[string]int{},
		siblings: map[string]int{}, instances: map[int][]int{}, dead: map[int]bool{}, pairs: map[[2]int][]int{}, viewKeys: map[string]bool{},
	}
	if err := r.file(name, src); err != nil {
		return nil, r.warnings, err
	}
	r.compact()
	r.markExternal()
	if err := r.resolveViews(); err != nil {
		return nil, r.warnings, err
	}
	r.w.print = r.w.hash()
	return r.w, r.warnings, nil
}

// file reads the text of a workspace, the first one or one that is extended.
func (r *reader) file(name string, data []byte) error {
	body, err := r.open(name, data)
	if err != nil {
		return err
	}
	r.stack = append(r.stack, name)
	defer func() { r.stack = r.stack[:len(r.stack)-1] }()
	found := false
	err = r.each(body, func(s *statement) error {
		if s.word(0) != "workspace" {
			return r.unknown(s, 0, "at the top of a file", "workspace", "!const", "!var", "!include")
		}
		if found {
			return s.wrong(0, "a file holds one workspace; this is the second")
		}
		found = true
		return r.workspace(s)
	})
	if err == nil && !found {
		return &Error{name, 0, 0, "there is no workspace in this file; expected: workspace { … }"}
	}
	return err
}

func (r *reader) workspace(s *statement) error {
	at := 1
	if s.word(1) == "extends" {
		if err := r.extend(s); err != nil {
			return err
		}
		at = 3
	}
	if len(s.tokens) > at+2 {
		return s.wrong(at+2, "expected { after the workspace's name and description, found %s", quote(s.arg(at+2)))
	}
	if len(s.tokens) > at {
		r.w.Name = s.arg(at)
	}
	if len(s.tokens) > at+1 {
		r.w.Description = s.arg(at + 1)
	}
	if !s.block {
		return s.wrong(at, "expected { at the end of the line")
	}
	once := map[string]bool{}
	return r.each(s.body, func(s *statement) error {
		w := s.word(0)
		if w == "model" || w == "views" || w == "configuration" {
			if once[w] {
				return s.wrong(0, "a workspace holds one %s; this is the second", w)
			}
			once[w] = true
		}
		return r.workspaceLine(s, w)
	})
}

func (r *reader) workspaceLine(s *statement, w string) error {
	switch w {
	case "name":
		r.w.Name = s.arg(1)
		return s.count(2, "name <name>")
	case "description":
		r.w.Description = s.arg(1)
		return s.count(2, "description <text>")
	case "properties":
		return r.properties(s, &r.w.Properties)
	case "model":
		return r.at("model", func() error {
			return r.each(s.body, func(s *statement) error { return r.modelLine(s, scope{this: -1, environment: -1}) })
		})
	case "views":
		return r.at("views", func() error { return r.each(s.body, r.viewsLine) })
	case "configuration":
		return r.keep(s, "workspace")
	case "!docs", "!adrs", "!decisions":
		return r.keep(s, "workspace")
	}
	if known, err := r.setting(s); known {
		return err
	}
	return r.unknown(s, 0, "in a workspace", "name", "description", "properties", "model", "views", "configuration", "!docs", "!adrs", "!identifiers", "!include", "!const")
}

// setting reads what holds for all that follows, wherever it stands.
func (r *reader) setting(s *statement) (bool, error) {
	switch s.word(0) {
	case "!identifiers":
		switch s.word(1) {
		case "hierarchical", "flat":
			r.hierarchical = s.word(1) == "hierarchical"
			return true, s.count(2, "!identifiers <flat|hierarchical>")
		}
		return true, s.wrong(1, "expected flat or hierarchical after !identifiers")
	case "!impliedrelationships":
		return true, r.impliedSetting(s)
	}
	return false, nil
}

func (r *reader) impliedSetting(s *statement) error {
	w := s.word(1)
	r.w.ImpliedOff, r.sameOnly = w == "false", strings.HasSuffix(w, "createimpliedrelationshipsunlesssamerelationshipexistsstrategy")
	switch {
	case w == "true" || w == "false" || r.sameOnly || strings.HasSuffix(w, "createimpliedrelationshipsunlessanyrelationshipexistsstrategy"):
	case w == "":
		return s.wrong(1, "expected true or false after !impliedRelationships")
	default:
		r.warn(s, "%s is not evaluated; relationships are implied unless any exists", quote(s.arg(1)))
	}
	return s.count(2, "!impliedRelationships <true|false>")
}

// each goes through a block. What may stand in any block is dealt with here:
// includes, names for values, and what is kept without being run.
func (r *reader) each(body []*statement, line func(*statement) error) error {
	for _, s := range body {
		if err := r.spend(s, 0); err != nil {
			return err
		}
		s, err := r.expand(s)
		if err != nil {
			return err
		}
		switch s.word(0) {
		case "!include":
			err = r.include(s, line)
		case "!const", "!constant", "!var":
			err = r.define(s)
		case "!script", "!plugin", "!components":
			r.warn(s, "%s is kept as text and not evaluated", s.arg(0))
			err = r.keep(s, r.home)
		default:
			err = line(s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// at keeps text under another place for a while.
func (r *reader) at(home string, do func() error) error {
	old := r.home
	r.home = home
	defer func() { r.home = old }()
	return do()
}

// keep stores a statement as text, to be written back where it stood.
func (r *reader) keep(s *statement, place string) error {
	r.w.Kept = append(r.w.Kept, Kept{place, s.arg(0), s.text(), s.line, s.src.name})
	return nil
}

// unknown refuses a word that does not belong here, unless it begins with an
// exclamation mark: such words are the language's own extensions.
func (r *reader) unknown(s *statement, i int, where string, expected ...string) error {
	if len(s.tokens) == 0 {
		return s.wrong(0, "a block without a name cannot stand %s", where)
	}
	if strings.HasPrefix(s.arg(0), "!") {
		r.warn(s, "%s is not known; it is kept as text", quote(s.arg(0)))
		return r.keep(s, r.home)
	}
	hint := ""
	if n := nearest(s.arg(i), expected); n != "" {
		hint = "; did you mean " + n + "?"
	}
	return s.wrong(i, "%s cannot stand %s; expected %s%s", quote(s.arg(i)), where, orList(expected), hint)
}

// count refuses words past the last one that has a meaning.
func (s *statement) count(most int, shape string) error {
	if len(s.tokens) > most {
		return s.wrong(most, "%s is too much here; expected %s", quote(s.arg(most)), shape)
	}
	return nil
}

func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// properties reads lines of a name and a value.
func (r *reader) properties(s *statement, into *map[string]string) error {
	if !s.block {
		return s.wrong(0, "expected { after properties")
	}
	return r.each(s.body, func(s *statement) error {
		if len(s.tokens) < 2 || s.block {
			return s.wrong(0, "expected a name and a value")
		}
		if err := s.count(2, "<name> <value>"); err != nil {
			return err
		}
		if *into == nil {
			*into = map[string]string{}
		}
		(*into)[s.arg(0)] = s.arg(1)
		return nil
	})
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

func itoa(n int) string { return strconv.Itoa(n) }
