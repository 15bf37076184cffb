package capture

import (
	"context"
	"sort"
	"time"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/capture/note"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/transcript"
)

// clockSlip is how far a telephone's clock may be ahead of ours.
const clockSlip = 10 * time.Minute

// cast are the people whom a deal's note may name, by their ids.
type cast map[string]note.Person

// peopleOf are the deal's stakeholders and ours.
func peopleOf(ctx context.Context, src journal.Source, deal string) (cast, error) {
	out := cast{}
	holders, err := account.Named(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(holders))
	for _, s := range holders {
		ids = append(ids, s.Contact)
	}
	contacts, err := journal.Several[account.Contact](ctx, src, ids)
	if err != nil {
		return nil, err
	}
	for _, c := range contacts {
		out[c.ID] = note.Person{ID: c.ID, Name: c.Name.String()}
	}
	ours, err := auth.People(ctx, src)
	for _, p := range ours {
		if p.Active {
			out[p.ID] = note.Person{ID: p.ID, Name: p.Name, Ours: true}
		}
	}
	return out, err
}

func (c cast) known() (out []note.Person) {
	for _, p := range c {
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// met are those of theirs whom the note is about.
func (c cast) met(read note.Reading) []string {
	out, seen := []string{}, map[string]bool{"": true}
	for _, p := range read.Pieces {
		if !seen[p.Who] {
			seen[p.Who] = true
			out = append(out, p.Who)
		}
	}
	return out
}

// script is the note as discovery keeps words: each piece a segment, under the name of whom it is about.
func (c cast) script(text, sum string, read note.Reading) *discovery.Script {
	s := &discovery.Script{FileName: "note", SHA256: sum}
	s.Form = discovery.FormNote
	for _, p := range read.Pieces {
		s.Segments = append(s.Segments, transcript.Segment{Start: transcript.Unknown, End: transcript.Unknown, Speaker: c[p.Who].Name, Text: text[p.From:p.To]})
	}
	return s
}

// fill sets what a requirement has, and the segment of a demo that a reaction is to.
func (p *Proposal) fill(f note.Proposal, shown showings) {
	switch f.Sort {
	case note.Requirement:
		p.Kind, p.Priority = thread.Kind(f.Kind), thread.Priority(orElse(f.Priority, string(thread.Should)))
	case note.Reaction:
		p.Segment = shown.likeliest(p.Who, f.Quote)
	}
}
