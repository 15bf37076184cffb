package demo

import (
	"context"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// documents makes the record of the deal's demos: what was shown to whom, and what they said.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	deal := t.Facts.Deal
	demos, err := journal.List[Demo](ctx, src, deal.ID)
	if err != nil || len(demos) == 0 {
		return nil, err
	}
	segments, err := Segments(ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	reactions, err := journal.List[Reaction](ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	names, err := area.NamesIn(ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	shows, err := thread.Linked(ctx, src, deal.ID, segmentKind.Name, thread.Trace)
	if err != nil {
		return nil, err
	}
	keys := map[string][]string{} // a segment's requirements
	for _, l := range t.Rows {
		for _, s := range shows[l.Requirement.ID] {
			keys[s] = append(keys[s], l.Key)
		}
	}
	doc := content.Document{Name: "demos", Title: "Demos", About: fmt.Sprintf("%s, %s", deal.Prefix, deal.Name)}
	sort.SliceStable(demos, func(i, j int) bool { return demos[i].HeldAt.Before(demos[j].HeldAt) })
	for _, d := range demos {
		if d.State != Withdrawn {
			doc.Blocks = append(doc.Blocks, record(d, d.HeldAt.In(t.Facts.Zone), segments, reactions, keys, names)...)
		}
	}
	missed, err := WhoMissed(ctx, src, &t.Picture)
	doc.Blocks = append(doc.Blocks, absent(missed, names)...)
	return []content.Document{doc}, err
}

// absent lists who has not seen what was shown of what concerns them.
func absent(missed []Missed, names area.Names) []content.Block {
	if len(missed) == 0 {
		return nil
	}
	table := content.Table{Caption: "Who missed it", Head: []string{"Who", "Role", "Part", "Has not seen"}}
	for _, m := range missed {
		var refs []content.Span
		for i, u := range m.Requirements {
			if i > 0 {
				refs = append(refs, content.Span{Text: ", "})
			}
			refs = append(refs, content.Span{Text: u.Key, Key: u.Key})
		}
		table.Rows = append(table.Rows, [][]content.Span{content.Text(names.Of(m.Contact)), content.Text(m.Role), content.Text(m.Part()), refs})
	}
	return []content.Block{content.H(1, "Not seen yet by everybody it concerns"), {Table: &table}}
}

func record(d Demo, on clock.Date, segments []Segment, reactions []Reaction, keys map[string][]string, names area.Names) []content.Block {
	var there []string
	for _, id := range append(append([]string{}, d.Contacts...), d.Persons...) {
		there = append(there, names.Of(id))
	}
	out := []content.Block{
		content.H(1, d.Title),
		content.Para(fmt.Sprintf("%s, %s, %s. Attended by: %s.", d.State, d.Kind, on, orNobody(there))),
		content.Para(LengthOf(d, segments).String()),
	}
	table := content.Table{Caption: "Segments", Head: []string{"Segment", "Minutes", "Capability", "Status", "Shown", "Requirements"}}
	var quotes []content.Block
	for _, s := range segments {
		if s.Demo != d.ID {
			continue
		}
		var refs []content.Span
		for i, k := range keys[s.ID] {
			if i > 0 {
				refs = append(refs, content.Span{Text: ", "})
			}
			refs = append(refs, content.Span{Text: k, Key: k})
		}
		table.Rows = append(table.Rows, [][]content.Span{content.Text(s.Title), content.Text(minutesOf(s)), content.Text(s.Capability), content.Text(s.Status), content.Text(s.Shown), refs})
		for _, r := range reactions {
			if r.Segment == s.ID {
				quotes = append(quotes, content.Block{Quote: &content.Quote{Words: r.Words.String(), Person: names.Of(r.Contact), Source: fmt.Sprintf("%s, %+d", s.Title, r.Mark)}})
			}
		}
	}
	if len(table.Rows) > 0 {
		out = append(out, content.Block{Table: &table})
	}
	return append(out, quotes...)
}

func minutesOf(s Segment) string {
	if s.Minutes == 0 {
		return "not said"
	}
	return strconv.Itoa(s.Minutes)
}

func orNobody(names []string) string {
	if len(names) == 0 {
		return "nobody recorded"
	}
	return strings.Join(names, ", ")
}
