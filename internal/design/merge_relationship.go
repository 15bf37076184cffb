package design

import (
	"context"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// relationships finds each written relationship of the text among the rows: the one read as the
// same before, one made by a form in the same words, or one between the same two.
func (g *merge) relationships(ctx context.Context) error {
	rest := map[string][]int{}
	for i, r := range g.m.Relationships {
		for _, k := range r.marks() {
			rest[k] = append(rest[k], i)
		}
	}
	claimed := map[int]bool{}
	take := func(k string) int {
		for _, i := range rest[k] {
			if !claimed[i] {
				claimed[i] = true
				return i
			}
		}
		return -1
	}
	var written []dsl.Relationship
	for _, d := range g.w.Relationships {
		if !d.Implied {
			written = append(written, d)
		}
	}
	rows := make([]int, len(written))
	for n, d := range written { // the same words first, so that a change of one takes no other's row
		if rows[n] = take("origin " + d.Key()); rows[n] < 0 {
			rows[n] = take(words(g.ids[d.From], g.ids[d.To], d.Description, d.Technology))
		}
	}
	for n, d := range written {
		if rows[n] < 0 {
			rows[n] = take("ends " + g.ids[d.From] + " " + g.ids[d.To])
		}
		if err := g.relationship(ctx, n, rows[n], d); err != nil {
			return err
		}
	}
	return g.dropRelationships(ctx, claimed)
}

// marks are what a row can be found by; one made by a form only by its own words.
func (r Relationship) marks() []string {
	out := []string{words(r.From, r.To, r.Description, r.Technology)}
	if r.Origin != "" {
		out = append(out, "origin "+r.Origin, "ends "+r.From+" "+r.To)
	}
	return out
}

func words(from, to, description, technology string) string {
	return fmt.Sprintf("words %s %s %q %q", from, to, description, technology)
}

func (g *merge) relationship(ctx context.Context, n, row int, d dsl.Relationship) error {
	r := Relationship{Row: journal.Row{Deal: g.deal}}
	if row >= 0 {
		r = g.m.Relationships[row]
	}
	was := r
	r.take(d, g.ids[d.From], g.ids[d.To])
	r.Place = n + 1
	name := g.nameOf(d.From) + " → " + g.nameOf(d.To)
	g.report.Relationships++
	if row < 0 {
		err := journal.Insert(ctx, g.tx, &r)
		g.report.Added = append(g.report.Added, Line{"relationship", r.ID, name, r.Description})
		return err
	}
	if reflect.DeepEqual(r, was) {
		return nil
	}
	var what []string
	for _, f := range [][3]string{{"description", r.Description, was.Description}, {"technology", r.Technology, was.Technology}, {"owner", r.Owner, was.Owner},
		{"tags", strings.Join(r.Tags, ","), strings.Join(was.Tags, ",")}} {
		if f[1] != f[2] {
			what = append(what, f[0])
		}
	}
	if len(what) > 0 {
		g.report.Changed = append(g.report.Changed, Line{"relationship", r.ID, name, strings.Join(what, ", ")})
	}
	return journal.Update(ctx, g.tx, &r)
}

func (g *merge) nameOf(key string) string {
	if g.names == nil {
		g.names = make(map[string]string, len(g.w.Elements))
		for _, e := range g.w.Elements {
			g.names[e.Key] = e.Name
		}
	}
	return g.names[key]
}

func (g *merge) dropRelationships(ctx context.Context, claimed map[int]bool) error {
	for i := range g.m.Relationships {
		r := &g.m.Relationships[i]
		if claimed[i] || r.Origin == "" {
			continue
		}
		g.report.Removed = append(g.report.Removed, Line{"relationship", r.ID, g.m.Name(r.From) + " → " + g.m.Name(r.To), r.Description})
		if err := journal.Delete(ctx, g.tx, r); err != nil {
			return err
		}
	}
	return nil
}

// drop removes the elements that the text no longer holds.
func (g *merge) drop(ctx context.Context) error {
	if len(g.gone) == 0 {
		return nil
	}
	now, err := Read(ctx, g.tx, g.deal)
	if err != nil {
		return err
	}
	all := now.hanging(g.gone)
	for _, e := range now.Elements {
		if all[e.ID] {
			g.report.Removed = append(g.report.Removed, Line{"element", e.ID, e.Name, string(e.Kind)})
		}
	}
	return now.remove(ctx, g.tx, g.deal, g.gone)
}

// satisfied makes the links that the text states in the property throughline.satisfies. Links
// made by hand stay.
func (g *merge) satisfied(ctx context.Context) error {
	deal, err := journal.Load[account.Opportunity](ctx, g.tx, g.deal)
	if err != nil {
		return err
	}
	all, err := thread.Requirements(ctx, g.tx, g.deal)
	if err != nil {
		return err
	}
	byKey := map[string]string{}
	for _, r := range all {
		byKey[r.Key(deal.Prefix)], byKey[strconv.Itoa(r.Number)] = r.ID, r.ID
	}
	links, err := satisfyLinks(ctx, g.tx, g.deal)
	if err != nil {
		return err
	}
	there := map[[2]string]bool{}
	for _, l := range links {
		there[[2]string{l.FromID, l.ToID}] = true
	}
	for _, d := range g.w.Elements {
		for _, key := range strings.FieldsFunc(d.Properties[satisfiesProperty], func(c rune) bool { return c == ',' || c == ' ' }) {
			from, to := g.ids[d.Key], byKey[key]
			if to == "" {
				g.warn(d, key)
			}
			if to == "" || there[[2]string{from, to}] {
				continue
			}
			there[[2]string{from, to}] = true
			l := thread.Link{Row: journal.Row{Deal: g.deal}, FromKind: "element", FromID: from, Relation: thread.Satisfy, ToKind: "requirement", ToID: to}
			if err := journal.Insert(ctx, g.tx, &l); err != nil {
				return err
			}
		}
	}
	return nil
}

// mostWarnings is how many are worth reading.
const mostWarnings = 200

func (g *merge) warn(d dsl.Element, key string) {
	if len(g.report.Warnings) < mostWarnings {
		g.report.Warnings = append(g.report.Warnings, dsl.Warning{File: d.File, Line: d.Line, Column: 1,
			Text: fmt.Sprintf("%.80s is said to satisfy %.40q, which is no requirement of this deal", d.Name, key)})
	}
}
