package reply

import (
	"context"

	"throughline/internal/answers"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// standing is what the thread says to one requirement.
type standing struct {
	verdict answers.Verdict // empty where nobody said
	words   string          // of the approved answer
	gone    string          // why it is not answered: it was withdrawn
}

// standings reads what is approved: the answer that counts at the station answered, else the mark
// of feasibility, whose reason is ours and stays in the house.
func standings(ctx context.Context, src journal.Source, deal string) (map[string]standing, error) {
	reqs, err := thread.Requirements(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	told, err := answers.Standing(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := map[string]standing{}
	for _, r := range reqs {
		s := standing{verdict: map[thread.Feasibility]answers.Verdict{thread.CanBeDone: answers.Affirm, thread.WithEffort: answers.Partly, thread.CannotBe: answers.Deny}[r.Feasible]}
		if a, ok := told[r.ID]; ok {
			s.verdict, s.words = a.Verdict, a.Words
		}
		if r.Withdrawn != "" {
			s = standing{gone: r.Withdrawn}
		}
		out[r.ID] = s
	}
	return out, nil
}
