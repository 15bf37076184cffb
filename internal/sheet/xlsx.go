package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// workbook is what is known of a workbook while its sheets are read.
type workbook struct {
	*purse
	parts  *parts
	shared []string
	styles styles
	epoch  bool              // days count from 1904, as on old Macs
	names  map[string]string // defined names, in lower case, and what they stand for
	main   string
	tabs   []tab
}

// tab is a sheet as the workbook lists it.
type tab struct {
	name, id, part string
	hidden         bool
}

// readWorkbook reads all sheets of an Excel workbook, hidden ones too: the lists
// that may be chosen from often stand there.
func readWorkbook(p *purse, parts *parts, main string) (*Book, error) {
	w := &workbook{purse: p, parts: parts, main: main, names: map[string]string{}}
	targets, err := relations(parts, main)
	if err != nil {
		return nil, err
	}
	if err := w.readTabs(targets); err != nil {
		return nil, err
	}
	for kind, read := range map[string]func(*tokens) error{"sharedStrings": w.readShared, "styles": w.readStyles} {
		for _, t := range targets {
			if t.kind != kind || !parts.has(t.target) {
				continue
			}
			if err := w.within(t.target, read); err != nil {
				return nil, err
			}
		}
	}
	for _, t := range w.tabs {
		if len(w.book.Sheets) == w.limits.Sheets {
			w.note("", "The workbook has more sheets than are read; the others were left out.")
			break
		}
		if err := w.readTab(t); err != nil {
			return nil, err
		}
	}
	w.resolveChoices()
	return w.book, nil
}

// within reads one part with a function.
func (w *workbook) within(part string, read func(*tokens) error) error {
	t, err := w.parts.open(part)
	if err != nil {
		return err
	}
	if err := read(t); err != nil {
		t.src.Close()
		return err
	}
	return t.src.Close()
}

// relation is a line of a .rels part.
type relation struct {
	id, kind, target string // kind is the last word of its type
}

// relations reads what a part points to inside the package. What points outside
// is left out: nothing is ever fetched.
func relations(p *parts, of string) ([]relation, error) {
	name := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		name = "_rels/.rels"
	}
	if !p.has(name) {
		return nil, nil
	}
	t, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer t.src.Close()
	var out []relation
	err = each(t, func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(of), target)
		}
		out = append(out, relation{attr(e, "Id"), path.Base(attr(e, "Type")), partName(target)})
		return nil
	})
	return out, err
}

// each calls a function for every element of a part.
func each(t *tokens, do func(xml.StartElement) error) error {
	for {
		tok, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok {
			if err := do(e); err != nil {
				return err
			}
		}
	}
}

// readTabs reads the list of sheets and the defined names.
func (w *workbook) readTabs(targets []relation) error {
	byID := map[string]relation{}
	for _, t := range targets {
		byID[t.id] = t
	}
	return w.within(w.main, func(t *tokens) error {
		return each(t, func(e xml.StartElement) error {
			switch e.Name.Local {
			case "workbookPr":
				w.epoch = yes(attr(e, "date1904"))
			case "sheet":
				r := byID[relationID(e)]
				if r.kind == "worksheet" { // chart and dialog sheets hold no rows
					w.tabs = append(w.tabs, tab{attr(e, "name"), attr(e, "sheetId"), r.target, attr(e, "state") != "" && attr(e, "state") != "visible"})
				}
			case "definedName":
				text, err := textOf(t)
				if err == nil && len(w.names) < 10_000 {
					w.names[strings.ToLower(attr(e, "name"))] = text
				}
				return err
			}
			return nil
		})
	})
}

// relationID is the attribute r:id; sheetId has no prefix.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// textOf gathers the text inside the element that was just begun.
func textOf(t *tokens) (string, error) {
	var b strings.Builder
	for level := t.depth; t.depth >= level; {
		tok, err := t.next()
		if err != nil {
			return "", err
		}
		if c, ok := tok.(xml.CharData); ok {
			b.Write(c)
		}
	}
	return b.String(), nil
}
