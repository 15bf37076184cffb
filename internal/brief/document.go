package brief

import (
	"context"
	"fmt"
	"strings"
	"time"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Area is the room's plug: it makes one document and keeps nothing.
func Area() area.Area { return area.Area{Name: "brief", Documents: documents} }

// documents are the brief of the deal's next meeting, where one is planned.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	b, err := Of(ctx, src, t, "", clock.At(t.Facts.Today.Time()))
	if err != nil || b.Meeting.ID == "" {
		return nil, err
	}
	return []content.Document{b.Document(t.Facts.Zone)}, nil
}

// Document is the brief as one of the deal's documents, its moments in a zone.
func (b Brief) Document(zone *time.Location) content.Document {
	if zone == nil {
		zone = time.UTC
	}
	doc := content.Document{Name: "meeting-brief", Title: b.Title(), About: fmt.Sprintf("%s, %s, %s", b.Key, b.Account, b.Deal)}
	if !b.Meeting.At.IsZero() {
		doc.About += ", " + b.Meeting.At.Time().In(zone).Format("2 Jan 2006, 15:04")
	}
	who := content.Table{Head: []string{"Who attends", "Stance", "Their last words"}}
	for _, a := range b.People {
		words := []content.Span{{Text: "none kept"}}
		if a.Words != "" {
			words = []content.Span{{Text: "“" + a.Words + "”", Exact: true}, {Text: " " + a.Where}}
		}
		who.Rows = append(who.Rows, [][]content.Span{{{Text: a.Name, Strong: true}, {Text: ", " + a.About()}}, content.Text(a.StanceWord()), words})
	}
	doc.Blocks = append(doc.Blocks, content.Block{Table: &who})
	var promised, open, changed [][]content.Span
	for _, p := range b.Promised {
		promised = append(promised, []content.Span{{Text: p.Key + " "}, {Text: p.Words, Exact: true}, {Text: p.Note(clock.Date.Words)}})
	}
	for _, p := range b.Open {
		open = append(open, []content.Span{{Text: strings.TrimSpace(p.Key + " ")}, {Text: " " + p.Words, Exact: true}, {Text: ": " + p.Why}})
	}
	for _, c := range b.Changed {
		changed = append(changed, []content.Span{{Text: c.Key + " " + c.What + ": "}, {Text: c.Of, Exact: true}})
	}
	for _, part := range []struct {
		title, none string
		items       [][]content.Span
	}{{"Promised to them", "Nothing is promised.", promised}, {"Open", "Nothing is open.", open}, {b.SinceWords(zone), "Nothing changed.", changed}} {
		doc.Blocks = append(doc.Blocks, content.H(1, part.title))
		if len(part.items) == 0 {
			doc.Blocks = append(doc.Blocks, content.Para(part.none))
			continue
		}
		doc.Blocks = append(doc.Blocks, content.Block{List: &content.List{Items: part.items}})
	}
	doc.Blocks = append(doc.Blocks, content.H(1, "Next step"), content.Para(b.NextWords(clock.Date.Words)))
	return doc
}
