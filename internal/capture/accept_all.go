package capture

import (
	"context"

	"throughline/internal/capture/note"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// AcceptedAll is what became of a note's proposals that were accepted as they stand.
type AcceptedAll struct {
	Accepted []Proposal           `json:"accepted"`
	Refused  []discovery.NotTaken `json:"refused"` // left waiting, with the reason
}

// AcceptAll accepts what waits of a note as it stands, in one act. A deal has one next step, so of
// several the first is taken. What cannot be taken is named and left waiting.
func AcceptAll(ctx context.Context, tx *journal.Tx, deal, call string) (AcceptedAll, error) {
	out := AcceptedAll{Accepted: []Proposal{}, Refused: []discovery.NotTaken{}}
	if err := tx.Lock(ctx, deal); err != nil {
		return out, err
	}
	all, err := OfNote(ctx, tx.Reader, call)
	if err != nil {
		return out, err
	}
	stepped := false
	for _, p := range all {
		if !p.Waits() || p.Deal != deal {
			continue
		}
		if p.Sort == note.NextStep && stepped {
			out.Refused = append(out.Refused, discovery.NotTaken{ID: p.ID, Why: "The deal has one next step, and the note's first was taken. Accept this one by itself to put it in that one's place."})
			continue
		}
		done, err := Accept(ctx, tx, Choice{ID: p.ID})
		switch problem.Of(err) {
		case problem.Refused, problem.Invalid, problem.Forbidden:
			out.Refused = append(out.Refused, discovery.NotTaken{ID: p.ID, Why: err.Error()})
			continue
		}
		if err != nil {
			return out, err
		}
		stepped = stepped || p.Sort == note.NextStep
		out.Accepted = append(out.Accepted, done)
	}
	if len(out.Accepted) == 0 && len(out.Refused) > 0 {
		return out, problem.Refuse("None could be accepted as it stands: %s", out.Refused[0].Why)
	}
	return out, nil
}
