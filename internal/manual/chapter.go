package manual

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Chapter is what a person wrote into one chapter of a deal's manual, or a chapter of its own that
// the deal needs.
type Chapter struct {
	journal.Row
	Manual string        `db:"manual" json:"manual"`
	Title  string        `db:"title" json:"title"`
	Words  string        `db:"words" json:"words"`
	By     string        `db:"written_by" json:"by"`
	At     clock.Instant `db:"written_at" json:"at"`
}

var chapterKind = journal.Declare[Chapter]("chapter", "chapter")

// Chapters are what people wrote into a deal's manuals, in the order it was begun.
func Chapters(ctx context.Context, src journal.Source, deal string) ([]Chapter, error) {
	return journal.List[Chapter](ctx, src, deal)
}

// Laid is one chapter of a deal's manual with what was written into it.
type Laid struct {
	Part
	Written Chapter // no id where nothing is written
}

// Chaptered are the chapters of a deal's manual in order, the deal's own at the end.
func Chaptered(ctx context.Context, src journal.Source, deal string, m Manual) ([]Laid, error) {
	all, err := Chapters(ctx, src, deal)
	var out []Laid
	for _, p := range m.Chapters {
		l := Laid{Part: p}
		for _, c := range all {
			if c.Manual == m.Name && c.Title == p.Title {
				l.Written = c
			}
		}
		out = append(out, l)
	}
	for _, c := range all {
		if _, of := m.part(c.Title); c.Manual == m.Name && !of {
			out = append(out, Laid{Part{Title: c.Title, Asks: "A chapter of this deal’s own."}, c})
		}
	}
	return out, err
}

// Text is what a person writes into a chapter; no words take it away.
type Text struct {
	Deal     string
	Revision int64
	Manual   string `json:"manual"`
	Title    string `json:"title"` // a chapter of the manual that asks for words, or one of the deal's own
	Words    string `json:"words"`
}

// Write puts a person's words into a chapter, in place of those before.
func Write(ctx context.Context, tx *journal.Tx, in Text) (Chapter, error) {
	m, known := Find(in.Manual)
	in.Title, in.Words = strings.Join(strings.Fields(in.Title), " "), strings.TrimSpace(in.Words)
	var c problem.Check
	c.Fail(known, "manual", "%q is none of the manuals.", in.Manual)
	c.Text("title", in.Title, 120)
	c.Optional("words", in.Words, 20000)
	if p, ok := m.part(in.Title); ok {
		c.Fail(p.Asks != "", "title", "This chapter is made from the deal; there is nothing to write into it.")
	}
	if err := c.Err(); err != nil {
		return Chapter{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Chapter{}, err
	}
	all, err := Chapters(ctx, tx, in.Deal)
	if err != nil {
		return Chapter{}, err
	}
	out := Chapter{Row: journal.Row{Deal: in.Deal}, Manual: in.Manual, Title: in.Title}
	if i := slices.IndexFunc(all, func(o Chapter) bool { return o.Manual == in.Manual && o.Title == in.Title }); i >= 0 {
		out = all[i]
	}
	if in.Revision != 0 {
		out.Revision = in.Revision
	}
	out.Words, out.By, out.At = in.Words, tx.Actor.Person, tx.Now()
	switch {
	case out.ID == "" && in.Words == "":
		return out, &problem.Error{Kind: problem.Invalid, What: "Nothing is written.", Fields: []problem.Field{{Name: "words", What: "Write what belongs into this chapter."}}}
	case out.ID == "":
		return out, journal.Insert(ctx, tx, &out)
	case in.Words == "":
		return out, journal.Delete(ctx, tx, &out)
	}
	return out, journal.Update(ctx, tx, &out)
}
