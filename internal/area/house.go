package area

import (
	"context"
	"maps"

	"throughline/internal/account"
	"throughline/internal/blob"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/tally"
	"throughline/internal/thread"
)

// House is an open workbench: what every face is handed.
type House struct {
	Journal *journal.Journal
	Weaver  *thread.Weaver
	Tallies *tally.Keeper
	Areas   []Area
	Files   blob.Store
	Mail    *mail.Server // where letters are handed in; nil where people send them by hand
	acts    map[string]string
}

// Assemble joins the areas' parts over a journal.
func Assemble(j *journal.Journal, areas []Area) *House {
	w := &thread.Weaver{}
	acts := map[string]string{}
	areas = append([]Area{core}, areas...)
	j.Final, j.Words, j.Index = map[string]bool{}, map[string][]string{}, ended
	for _, a := range areas {
		if a.Tell != nil {
			w.Tellers = append(w.Tellers, a.Tell)
		}
		if a.Win != nil {
			w.Win = a.Win
		}
		for _, act := range a.Final {
			j.Final[act] = true
		}
		maps.Copy(j.Words, a.Words)
		for act, words := range a.Acts {
			acts[act] = words
		}
	}
	journal.CheckWords(j.Words)
	tallies := &tally.Keeper{Weaver: w}
	j.Settle = tallies.Settle
	return &House{Journal: j, Weaver: w, Tallies: tallies, Areas: areas, acts: acts}
}

// ended keeps what follows from an act beside its deals.
func ended(ctx context.Context, tx *journal.Tx, told journal.Told) error {
	if err := tally.Resettle(ctx, tx); err != nil {
		return err
	}
	return index(ctx, tx, told)
}

// Describe gives a thing's card, from whichever area knows its kind; false when none does.
func (h *House) Describe(ctx context.Context, src journal.Source, kind, id string) (Card, bool, error) {
	for _, a := range h.Areas {
		if f := a.Describe[kind]; f != nil {
			c, err := f(ctx, src, id)
			return c, err == nil, err
		}
	}
	return Card{}, false, nil
}

// Thread is a deal's thread as the source has it, judged on a day.
func (h *House) Thread(ctx context.Context, src journal.Source, deal string, today clock.Date) (thread.Thread, error) {
	return h.Weaver.Weave(ctx, src, deal, today)
}

// ByHand says whether letters of a workspace are copied and sent by whoever wrote them: without a
// mail server, and from the sample, whose people are made up.
func (h *House) ByHand(home account.Workspace) bool { return h.Mail == nil || home.Sample }

// Act says an act in the past tense: "withdrew a requirement".
func (h *House) Act(name string) string {
	if words, ok := h.acts[name]; ok {
		return words
	}
	return name
}
