package documents

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"throughline/internal/content"
	"throughline/internal/problem"
)

// Write draws documents into a folder, which it makes: NAME.md, NAME.html, NAME.docx and NAME.pdf
// of each, and each figure as a file for the Markdown. It gives the names of the files in the order written. Two
// documents of one name are counted: handoff-brief, handoff-brief-2.
func Write(dir string, docs []content.Document) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, unwritten(dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, unwritten(dir, err)
	}
	defer root.Close()
	var names []string
	put := func(name string, data []byte) error {
		if err := root.WriteFile(name, data, 0o644); err != nil {
			return unwritten(filepath.Join(dir, name), err)
		}
		names = append(names, name)
		return nil
	}
	taken := map[string]bool{}
	for _, d := range docs {
		d.Name = free(fileName(d.Name), taken)
		for _, form := range Forms {
			file, err := form.Draw(d)
			if err != nil {
				return names, err
			}
			if err := put(d.Name+"."+form.Ending, file); err != nil {
				return names, err
			}
		}
		n := 0
		for _, b := range d.Blocks {
			if b.Figure == nil {
				continue
			}
			n++
			if b.Figure.SVG == "" || !drawable(b.Figure.SVG) {
				continue
			}
			if err := put(figureFile(d, n), []byte(b.Figure.SVG)); err != nil {
				return names, err
			}
		}
	}
	return names, nil
}

func unwritten(path string, err error) error {
	return &problem.Error{Kind: problem.Refused, Cause: err,
		What: fmt.Sprintf("%s cannot be written: %s. Choose a folder that you may write to, with room in it.", path, reason(err))}
}

func reason(err error) string {
	s := err.Error()
	return s[strings.LastIndex(s, ": ")+1:]
}

// reserved are names that some system keeps for its devices.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "com1": true, "com2": true, "com3": true, "com4": true,
	"lpt1": true, "lpt2": true, "lpt3": true}

// fileName is a document's name as that of a file: letters a to z, digits and dashes.
func fileName(name string) string {
	s := slug(name)
	if s == "" || reserved[s] {
		return strings.TrimSuffix("document-"+s, "-")
	}
	return s
}

// free counts a name on until nobody has it.
func free(name string, taken map[string]bool) string {
	out := name
	for n := 2; taken[out]; n++ {
		out = fmt.Sprintf("%s-%d", name, n)
	}
	taken[out] = true
	return out
}
