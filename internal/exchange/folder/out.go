package folder

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"throughline/internal/blob"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// File is one file of a folder: its text, or the kept file that it is.
type File struct {
	Path string
	Text []byte
	Kept string // the hash of a kept file; empty for a text
	Size int64
}

// Folder is the files of a deal, in the order of their paths' meaning.
type Folder struct {
	Prefix string
	Files  []File
	kept   blob.Store // where kept files are taken from, of a deal that is written
	from   fs.FS      // where a folder that is taken in lies
}

// Of writes a deal as it stands now. Kept files that its things name are taken from the store.
func Of(ctx context.Context, src *journal.Reader, kept blob.Store, deal string) (*Folder, error) {
	g, err := gather(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := &Folder{Prefix: g.prefix(), kept: kept}
	out.text("README.md", []byte(fmt.Sprintf(readme, out.Prefix)))
	for _, c := range g.kinds {
		if c.under != "" {
			continue
		}
		if err := g.files(ctx, src, out, c); err != nil {
			return nil, err
		}
	}
	if err := g.model(ctx, src, out); err != nil {
		return nil, err
	}
	return out, g.keptFiles(ctx, src, out)
}

const readme = `# Deal %s as plain files

Each file holds fields, one on a line, and some a text below them. Names in angle brackets, <P1>,
name the thing with that id. Edit what you like and take the folder in with

    throughline import deal FOLDER

which says of every line that it cannot use what to do. Files below files/ are kept as they are;
files.csv lists them. What is computed (stations, breaks, coverage) and the journal are not here.
`

func (f *Folder) text(path string, b []byte) {
	f.Files = append(f.Files, File{Path: path, Text: b, Size: int64(len(b))})
}

// files writes all things of a kind that stands on its own.
func (g *gathering) files(ctx context.Context, src *journal.Reader, out *Folder, c *carrying) error {
	all := g.things[c.Name]
	if len(all) == 0 {
		return nil
	}
	switch c.sort() {
	case "table":
		b, err := g.table(c, all)
		out.text(c.place, b)
		return err
	case "list":
		list := &plain.Node{Sort: plain.List}
		for _, t := range all {
			list.Items = append(list.Items, g.fields(t))
		}
		out.text(c.place, plain.Write(list))
		return nil
	}
	for i, t := range all {
		b, err := g.page(ctx, src, t)
		if err != nil {
			return err
		}
		out.text(c.path(t.key, i, len(all)), b)
	}
	return nil
}

// path is the file of a thing: its key, behind its place where the order is not in the key.
func (c *carrying) path(key string, place, of int) string {
	if c.sort() == "page" {
		return c.place
	}
	if c.look.key != "" || shared[c.Name] {
		return c.place + key + ".md"
	}
	return fmt.Sprintf("%s%0*d-%s.md", c.place, max(2, len(fmt.Sprint(of))), place+1, key)
}

// page is a Markdown file: fields between two lines of dashes, the text below.
func (g *gathering) page(ctx context.Context, src *journal.Reader, t *thing) ([]byte, error) {
	fields := g.fields(t)
	var body string
	if f, ok := t.field(t.body); ok {
		if s := f.Of(t.value); isText(f) {
			if body = fmt.Sprint(s.Interface()); !standing(body) {
				body = ""
			}
		}
	}
	if t.Name == "call" {
		var err error
		if body, err = g.transcript(t); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	b.WriteString("---\n")
	b.Write(plain.Write(fields))
	b.WriteString("---\n")
	if body != "" {
		b.WriteString("\n" + body + "\n")
	}
	return b.Bytes(), nil
}

func isText(f field) bool {
	return f.Type.Kind() == reflect.String || f.Type == reflect.TypeFor[seal.Text]()
}

// standing says whether a text can stand below the fields and come back the same.
func standing(s string) bool {
	return s != "" && strings.TrimSpace(s) == s && !strings.ContainsAny(s, "\r\x00")
}

// fields writes a thing: its key, its fields, what belongs to it.
func (g *gathering) fields(t *thing) *plain.Node {
	n := &plain.Node{Sort: plain.Fields}
	if t.head.ID != g.deal && (t.named || t.carrying.key != "" || t.called != "") {
		n.Add(keyField, plain.Word(t.key))
	}
	owners := map[string]string{}
	for _, f := range t.fields {
		v := f.Of(t.value)
		if f.Sealed {
			if s := v.Interface().(seal.Text); !s.IsZero() {
				owners[f.name] = s.Owner()
			}
		}
		if !t.written(f) || f.name == t.body && isText(f) && standing(fmt.Sprint(v.Interface())) {
			continue
		}
		if value := g.stands(t, f, v); value != nil {
			n.Add(f.name, value)
		}
	}
	g.owners(n, t, owners)
	for _, c := range g.kinds {
		if below := t.below[c.Name]; len(below) > 0 && c.many != "" {
			list := &plain.Node{Sort: plain.List}
			for _, b := range below {
				list.Items = append(list.Items, g.fields(b))
			}
			n.Add(c.many, list)
		}
	}
	return n
}

// owners says whose words a thing holds, where they are not its own.
func (g *gathering) owners(n *plain.Node, t *thing, of map[string]string) {
	one, several := "", false
	for _, id := range of {
		if several = several || one != "" && id != one; one == "" {
			one = id
		}
	}
	if several {
		each := &plain.Node{Sort: plain.Fields}
		for _, f := range t.fields {
			if id := of[f.name]; id != "" {
				each.Add(f.name, g.text(id))
			}
		}
		n.Add(ownerField, each)
	} else if one != "" && one != t.head.ID {
		n.Add(ownerField, g.text(one))
	}
}

func (g *gathering) prefix() string {
	prefix, _, _ := strings.Cut(g.form(g.carrying("requirement")), "-%d")
	return prefix
}

func (g *gathering) carrying(kind string) *carrying {
	for _, c := range g.kinds {
		if c.Name == kind {
			return c
		}
	}
	return nil
}
