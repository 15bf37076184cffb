package discovery

import (
	"context"
	"fmt"

	core "throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// noteOf loads the note that the path names, of this deal.
func noteOf(r *kit.Request) (core.Note, error) {
	n, err := journal.Load[core.Note](r.Ctx(), r.Reader, r.PathValue("id"))
	if err == nil && n.Deal != r.Deal.ID {
		err = problem.NotFound("note", r.PathValue("id"))
	}
	return n, err
}

func addNote(r *kit.Request) error {
	in := core.NoteSaid{Deal: r.Deal.ID}
	if err := r.Decode(&in); err != nil {
		return err
	}
	return inRoom(r, "discovery.add-note", "#qualification", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AddNote(ctx, tx, in)
		return err
	})
}

func editNote(r *kit.Request) error {
	n, err := noteOf(r)
	if err != nil {
		return err
	}
	in := core.NoteSaid{Deal: r.Deal.ID, SaidAt: n.SaidAt}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = n.ID
	return inRoom(r, "discovery.edit-note", "#qualification", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditNote(ctx, tx, in)
		return err
	})
}

func removeNote(r *kit.Request) error {
	n, err := noteOf(r)
	if err != nil {
		return err
	}
	var read struct{ Revision int64 }
	if err := r.Decode(&read); err != nil {
		return err
	}
	return inRoom(r, "discovery.remove-note", "#qualification", func(ctx context.Context, tx *journal.Tx) error {
		return core.RemoveNote(ctx, tx, n.ID, read.Revision)
	})
}

// framework is the result that is looked at; the first unless the address names another.
func (v *room) framework() qualification.Result {
	want := v.r.URL.Query().Get("by")
	for _, f := range v.results {
		if f.Framework == want {
			return f
		}
	}
	return v.results[0]
}

func (v *room) frameworks() (out []look.Choice) {
	now := v.framework().Framework
	for i, f := range v.results {
		by := f.Framework
		if i == 0 {
			by = ""
		}
		out = append(out, look.Choice{Label: f.Framework, Href: v.address().With("by", by) + "#qualification", Count: fmt.Sprintf("%d%%", f.Percent), Current: f.Framework == now})
	}
	return out
}

// scoreWords say what a score means.
var scoreWords = [4]string{"nothing known", "our own view", "said by one of theirs", "confirmed"}

// sortWords say each sort of evidence as a person does.
var sortWords = map[string]string{"ours": "our own view", "customer": "they said it", "document": "it is in a document", "act": "they did it"}

func sortOptions() (out []look.Option) {
	for _, s := range qualification.EvidenceSorts {
		out = append(out, look.Option{Value: s, Label: kit.Sentence(sortWords[s])})
	}
	return out
}

func elementOptions() (out []look.Option) {
	for _, e := range qualification.Elements {
		out = append(out, look.Option{Value: e, Label: kit.Sentence(e)})
	}
	return out
}

// evidenceBy says who stands behind a piece of evidence, and when.
func (v *room) evidenceBy(e qualification.Evidence) string {
	out := sortWords[e.Sort]
	if e.Contact != "" {
		out = v.people.names.Of(e.Contact)
	}
	if n, ok := v.notes[e.ID]; ok && n.Source != "" {
		out += " · " + n.Source
	}
	if e.On != "" {
		out += " · " + v.r.Day(e.On)
	}
	return out
}
