package dsl

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// include reads a file, or all .dsl files of a folder, in place of its line.
func (r *reader) include(s *statement, line func(*statement) error) error {
	name, err := r.locate(s, 1)
	if err != nil {
		return err
	}
	info, err := fs.Stat(r.files, name)
	if err != nil {
		return s.wrong(1, "%s is not there; add it to the folder of the workspace", quote(name))
	}
	if !info.IsDir() {
		return r.includeFile(s, name, line)
	}
	var inside []string
	err = fs.WalkDir(r.files, name, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if p != name && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.Type().IsRegular() && strings.HasSuffix(strings.ToLower(p), ".dsl") {
			inside = append(inside, p)
		}
		if len(inside) > maxViews {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return s.wrong(1, "the folder %s cannot be read", quote(name))
	}
	for _, p := range inside {
		if err := r.includeFile(s, p, line); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) includeFile(s *statement, name string, line func(*statement) error) error {
	data, err := r.load(s, 1, name)
	if err != nil {
		return err
	}
	body, err := r.open(name, data)
	if err != nil {
		return err
	}
	r.stack = append(r.stack, name)
	defer func() { r.stack = r.stack[:len(r.stack)-1] }()
	return r.each(body, line)
}

// extend reads the workspace that this one adds to.
func (r *reader) extend(s *statement) error {
	if len(s.tokens) < 3 {
		return s.wrong(1, "expected a file after extends")
	}
	name, err := r.locate(s, 2)
	if err != nil {
		return err
	}
	if strings.EqualFold(path.Ext(name), ".json") {
		return s.wrong(2, "a workspace in JSON cannot be extended; export it as DSL and extend that file")
	}
	data, err := r.load(s, 2, name)
	if err != nil {
		return err
	}
	return r.file(name, data)
}

// locate turns a written path into one inside the folder of the workspace, or
// refuses it.
func (r *reader) locate(s *statement, i int) (string, error) {
	p := s.arg(i)
	switch {
	case len(s.tokens) != i+1 && s.word(1) != "extends" || p == "":
		return "", s.wrong(i, "expected one file or folder after %s", s.arg(i-1))
	case strings.Contains(p, "://"):
		return "", s.wrong(i, "%s is an address on the network; nothing is fetched: save it beside the workspace and name the file", quote(p))
	case strings.ContainsAny(p, "\\:\x00") || strings.HasPrefix(p, "/"):
		return "", s.wrong(i, "%s leaves the folder of the workspace; name a file inside of it", quote(p))
	}
	full := path.Join(path.Dir(s.src.name), p)
	if !fs.ValidPath(full) {
		return "", s.wrong(i, "%s leaves the folder of the workspace; name a file inside of it", quote(p))
	}
	if r.files == nil {
		return "", s.wrong(i, "%s is not there; the workspace came as one file, so give the whole folder", quote(p))
	}
	return full, nil
}

// load reads one file unless that makes a loop or goes too deep.
func (r *reader) load(s *statement, i int, name string) ([]byte, error) {
	if slices.Contains(r.stack, name) {
		from := slices.Index(r.stack, name)
		loop := append(slices.Clone(r.stack[from:]), name)
		return nil, s.wrong(i, "files include each other in a loop: %s", strings.Join(loop, " → "))
	}
	if len(r.stack) > MaxInclude {
		return nil, s.wrong(i, "files include files more than %d deep", MaxInclude)
	}
	f, err := r.files.Open(name)
	if err != nil {
		return nil, s.wrong(i, "%s is not there; add it to the folder of the workspace", quote(name))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, s.wrong(i, "%s cannot be read", quote(name))
	}
	return data, nil
}
