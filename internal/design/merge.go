package design

import (
	"context"
	"reflect"
	"strings"

	"throughline/internal/design/dsl"
	"throughline/internal/id"
	"throughline/internal/journal"
)

// merge is a text on its way into the rows of a deal.
type merge struct {
	tx     *journal.Tx
	deal   string
	w      *dsl.Workspace
	m      *Model
	ids    map[string]string // key in the text to element's id
	names  map[string]string // key in the text to name
	gone   map[string]bool   // elements the text no longer holds
	report Report
}

// elements finds each element of the text among the rows and writes what is new or differs.
func (g *merge) elements(ctx context.Context) error {
	rows := g.match(ctx)
	kept := map[string]bool{}
	for i, d := range g.w.Elements {
		e := rows[i]
		was := e
		e.take(d, g.ids[d.Parent], g.ids[d.Of])
		e.Place = i + 1
		e.touch(g.tx, was.Meaning())
		kept[e.ID] = true
		if e.Revision == 0 {
			if err := journal.Insert(ctx, g.tx, &e); err != nil {
				return err
			}
			g.report.Added = append(g.report.Added, Line{"element", e.ID, e.Name, string(e.Kind)})
			continue
		}
		if reflect.DeepEqual(e, was) {
			continue
		}
		if err := journal.Update(ctx, g.tx, &e); err != nil {
			return err
		}
		if what := e.differs(was); what != "" {
			g.report.Changed = append(g.report.Changed, Line{"element", e.ID, e.Name, what})
		}
	}
	g.gone = map[string]bool{}
	for _, e := range g.m.Elements {
		switch {
		case kept[e.ID]:
		case e.Origin != "":
			g.gone[e.ID] = true
		case e.Place <= len(g.w.Elements): // made by a form: after what the text holds
			e.Place += len(g.w.Elements)
			if err := journal.Update(ctx, g.tx, &e); err != nil {
				return err
			}
		}
	}
	g.report.Elements = len(g.w.Elements)
	return nil
}

// match gives for each element of the text its row: the one of its path, the one read from that
// path before, or one that stands in the same place under the same identifier or name. Without
// any it gets an id.
func (g *merge) match(ctx context.Context) []Element {
	byPath, byOrigin := map[string]int{}, map[string]int{}
	for i, e := range g.m.Elements {
		byPath[e.Path] = i
		if e.Origin != "" {
			byOrigin[e.Origin] = i
		}
	}
	rows := make([]Element, len(g.w.Elements))
	claimed := map[int]bool{}
	g.ids = make(map[string]string, len(rows))
	claim := func(n, i int, ok bool) bool {
		if !ok || claimed[i] || g.m.Elements[i].Kind != g.w.Elements[n].Kind {
			return false
		}
		claimed[i], rows[n] = true, g.m.Elements[i]
		g.ids[g.w.Elements[n].Key] = rows[n].ID
		return true
	}
	for n, d := range g.w.Elements {
		i, ok := byPath[d.Key]
		if !claim(n, i, ok) {
			i, ok = byOrigin[d.Key]
			claim(n, i, ok)
		}
	}
	standing := map[string]int{}
	for i, e := range g.m.Elements {
		if !claimed[i] && e.Origin != "" {
			for _, k := range spots(e.Kind, e.Parent, e.Environment, e.Identifier, e.Name) {
				standing[k] = i
			}
		}
	}
	for n, d := range g.w.Elements {
		if rows[n].ID != "" {
			continue
		}
		for _, k := range spots(d.Kind, g.ids[d.Parent], d.Environment, d.Identifier, d.Name) {
			i, ok := standing[k]
			if claim(n, i, ok) {
				break
			}
		}
		if rows[n].ID == "" {
			rows[n] = Element{Row: journal.Row{ID: id.New(ctx), Deal: g.deal}}
			g.ids[d.Key] = rows[n].ID
		}
	}
	return rows
}

// spots are the marks by which an element is known at its place.
func spots(kind dsl.Kind, parent, environment, identifier, name string) (out []string) {
	at := string(kind) + "\x00" + parent + "\x00" + environment + "\x00"
	if identifier != "" {
		out = append(out, at+"i"+identifier)
	}
	return append(out, at+"n"+name)
}

// differs names the fields in which two states of an element differ, for people.
func (e Element) differs(was Element) string {
	var out []string
	for _, f := range []struct {
		word     string
		now, was any
	}{
		{"name", e.Name, was.Name}, {"description", e.Description, was.Description}, {"technology", e.Technology, was.Technology},
		{"parent", e.Parent, was.Parent}, {"group", e.Group, was.Group}, {"owner", e.Owner, was.Owner}, {"ours or not", e.External, was.External},
		{"address", e.URL, was.URL}, {"tags", strings.Join(e.Tags, ","), strings.Join(was.Tags, ",")},
		{"environment", e.Environment, was.Environment}, {"instances", e.More.Instances, was.More.Instances},
	} {
		if f.now != f.was {
			out = append(out, f.word)
		}
	}
	return strings.Join(out, ", ")
}
