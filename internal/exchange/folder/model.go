package folder

import (
	"bytes"
	"cmp"
	"context"
	"path"
	"reflect"
	"regexp"

	"throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// The design lies as elements and relationships, which are read; as the text that the model came
// from, which is kept as it is; and as model.dsl, which is written for people and other programs
// and compared when the folder is taken in.
const (
	modelFile  = "design/model.dsl"
	textFolder = "design/text/"
	asItStands = "as it stands" // the hash of a version that is of the model as it stands
)

// stands writes a field; the hash of a version is said in words where it is of what stands now,
// since a hash is over ids.
func (g *gathering) stands(t *thing, f field, v reflect.Value) *plain.Node {
	if t.Name == "version" && f.name == "model_hash" && v.String() != "" && v.String() == g.modelHash {
		return plain.Word(asItStands)
	}
	return g.node(v, false)
}

func (g *gathering) model(ctx context.Context, src *journal.Reader, out *Folder) error {
	for _, t := range g.things["model text"] {
		sources, err := t.value.Interface().(design.Text).Sources()
		if err != nil {
			return err
		}
		for _, s := range sources {
			out.text(textFolder+path.Clean("/" + s.Name)[1:], s.Bytes)
		}
	}
	if len(g.things["element"]) == 0 {
		return nil
	}
	b, err := design.Export(ctx, src, g.deal)
	out.text(modelFile, keyed(b, func(id string) string {
		if t := g.byID[id]; t != nil {
			return t.key
		}
		return id
	}))
	return err
}

var anID = regexp.MustCompile(`\b[0-9a-hjkmnp-tv-z]{16}\b`)

// keyed puts keys in place of ids, which views are called by.
func keyed(b []byte, key func(id string) string) []byte {
	return anID.ReplaceAllFunc(b, func(id []byte) []byte { return []byte(key(string(id))) })
}

// compare refuses a model.dsl that says something else than the elements taken in.
func (t *taking) compare(ctx context.Context, tx *journal.Tx) error {
	given, ok := t.folder.file(modelFile)
	if !ok {
		return nil
	}
	keys := map[string]string{}
	for key, r := range t.byKey {
		keys[r.id] = key
	}
	now, err := design.Export(ctx, tx, t.deal)
	now = keyed(now, func(id string) string { return cmp.Or(keys[id], id) })
	if err != nil || bytes.Equal(now, given) {
		return err
	}
	line := 1
	for i := range min(len(now), len(given)) {
		if now[i] != given[i] {
			break
		}
		if given[i] == '\n' {
			line++
		}
	}
	t.fault(modelFile, line, "Says something else than design/elements.yaml and design/relationships.yaml. Change it there, or remove this file; it is only written, never read.")
	return t.err()
}

// text packs the files below design/text/ again.
func (t *taking) modelText(r *record, m *design.Text) error {
	var sources []dsl.Source
	for _, f := range t.folder.Files {
		if name, ok := bytes.CutPrefix([]byte(f.Path), []byte(textFolder)); ok {
			s := dsl.Source{Name: string(name), Bytes: f.Text}
			if s.Name == m.Name {
				sources = append([]dsl.Source{s}, sources...)
			} else {
				sources = append(sources, s)
			}
		}
	}
	if len(sources) == 0 || sources[0].Name != m.Name {
		t.fault(r.file, r.line, "Names "+m.Name+", which is not in design/text/. Put it there, or remove this entry.")
		return nil
	}
	said := m.Hash
	if err := m.Pack(sources); err != nil {
		return problem.New(problem.Invalid, "design/text/ cannot be kept: %v.", err)
	}
	if said != m.Hash {
		t.fault(textFolder+m.Name, 1, "Was changed, and the model is not read from it here. Put it back, take the folder in, and read the new text in the design room.")
	}
	return nil
}
