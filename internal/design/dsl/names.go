package dsl

import "strings"

// ref is what an identifier stands for.
type ref struct {
	kind  refKind
	place int // in elements, relationships, groups or environments
	line  int
	shown string // as written
}

type refKind int

const (
	toElement refKind = iota
	toRelationship
	toGroup
	toEnvironment
	toDeploymentGroup
)

// names holds identifiers by their full path in lower case.
type names map[string]ref

// bind gives an identifier to something and returns its full path. Without one
// the path cannot be written, so that what stands inside cannot clash.
func (r *reader) bind(s *statement, id string, at scope, what ref) (string, error) {
	prefix := at.path
	if prefix != "" {
		prefix += "."
	}
	if id == "" {
		return prefix + "#" + itoa(len(r.elements)+len(r.w.Environments)), nil
	}
	if !validIdentifier(id) {
		return "", s.wrong(0, "%s cannot be an identifier; use letters, digits, _ and -", quote(id))
	}
	path := strings.ToLower(id)
	if r.hierarchical {
		path = prefix + path
	}
	if old, ok := r.names[path]; ok {
		return "", s.wrong(0, "the identifier %s is already used on line %d; choose another", quote(id), old.line)
	}
	what.line, what.shown = s.line, id
	r.names[path] = what
	return path, nil
}

func validIdentifier(id string) bool {
	if id == "" || strings.EqualFold(id, "this") {
		return false
	}
	for _, c := range id {
		if c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// find looks an identifier up from the innermost scope outwards and takes the
// first that fits.
func (r *reader) find(id, path string, fits func(ref) bool) (ref, bool) {
	id = strings.ToLower(id)
	for {
		full := id
		if path != "" {
			full = path + "." + id
		}
		if x, ok := r.names[full]; ok && fits(x) {
			return x, true
		}
		if path == "" {
			return ref{}, false
		}
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
	}
}

// element finds an element by identifier, by this, or by its canonical key.
func (r *reader) element(s *statement, i int, at scope, accept func(Kind) bool) (int, error) {
	id := s.arg(i)
	if strings.EqualFold(id, "this") && at.this >= 0 {
		return at.this, nil
	}
	if p, ok := r.keys[id]; ok {
		return p, nil
	}
	x, ok := r.find(id, at.path, func(x ref) bool {
		return x.kind == toElement && (accept == nil || accept(r.w.Elements[x.place].Kind))
	})
	if ok {
		return x.place, nil
	}
	return 0, r.noSuch(s, i, "element")
}

// noSuch refuses an unknown identifier and names the nearest one.
func (r *reader) noSuch(s *statement, i int, what string) error {
	known := make([]string, 0, len(r.names))
	for path, x := range r.names {
		if !strings.Contains(path, "#") && len(known) < 10_000 {
			known = append(known, x.shown)
			if strings.Contains(path, ".") {
				known = append(known, path)
			}
		}
	}
	hint := ""
	if n := nearest(s.arg(i), known); n != "" {
		hint = "; did you mean " + n + "?"
	}
	return s.wrong(i, "no %s has the identifier %s%s", what, quote(s.arg(i)), hint)
}
