package thread

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Weaver is the rules together with the areas that tell. Wired once from the list of areas.
type Weaver struct {
	Tellers []Teller
	// Win gives the word for the technical win of a deal: open, claimed, conditional,
	// achieved or lost. The area evaluation fills it.
	Win func(ctx context.Context, src journal.Source, p *Picture) (string, error)
}

// Thread is the picture of a deal with its technical win, as the source has it, judged on a day.
type Thread struct {
	Picture
	TechnicalWin string
}

// Weave gathers a deal's facts from the source and applies the rules.
func (w *Weaver) Weave(ctx context.Context, src journal.Source, deal string, today clock.Date) (Thread, error) {
	src, done := journal.Once(src) // several areas ask for the same links and requirements
	defer done(ctx)
	f, err := Gather(ctx, src, deal, today, w.Tellers)
	if err != nil {
		return Thread{}, err
	}
	t := Thread{Picture: Weave(f), TechnicalWin: "open"}
	if w.Win != nil {
		t.TechnicalWin, err = w.Win(ctx, src, &t.Picture)
	}
	return t, err
}
