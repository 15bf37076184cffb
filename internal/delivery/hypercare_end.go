package delivery

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// HypercareEnd says that the close watch after a go-live is over: since when, and how it went
// and who runs it from here.
type HypercareEnd struct {
	ID       string     // of the decision
	Revision int64      `json:"revision"`
	On       clock.Date `json:"ended_on"` // empty for today
	How      string     `json:"how"`
}

// EndHypercare ends the hypercare of a go-live decision that stands. It cannot end before the
// decision was taken, nor on a day to come; a day before the planned one is taken as it is.
func EndHypercare(ctx context.Context, tx *journal.Tx, in HypercareEnd) (GoLive, error) {
	var c problem.Check
	c.Text("how", in.How, 2000)
	checkDate(&c, "ended_on", in.On)
	if err := c.Err(); err != nil {
		return GoLive{}, err
	}
	g, err := journal.Hold[GoLive](ctx, tx, in.ID)
	if err != nil {
		return g, err
	}
	today := clock.DateOf(tx.Now().Time())
	if in.On == "" {
		in.On = today
	}
	switch {
	case g.Outcome == NoGo || g.Withdrawn != "":
		return g, problem.Refuse("Nothing went live by this decision, so there is no hypercare to end.")
	case g.HypercareUntil == "":
		return g, problem.Refuse("This decision planned no hypercare, so there is none to end.")
	case g.HypercareEnded != "":
		return g, problem.Refuse("Hypercare ended on %s already.", g.HypercareEnded)
	case in.On > today:
		return g, fault("ended_on", "Is in the future. Record the end when it is there.")
	case in.On < clock.DateOf(g.At.Time()):
		return g, fault("ended_on", "Is before the decision of %s.", clock.DateOf(g.At.Time()))
	}
	if in.Revision != 0 {
		g.Revision = in.Revision
	}
	g.HypercareEnded, g.HypercareHow = in.On, in.How
	return g, journal.Update(ctx, tx, &g)
}

// InHypercare says whether what went live is still watched closely.
func (g GoLive) InHypercare() bool {
	return g.Stands() && g.HypercareUntil != "" && g.HypercareEnded == ""
}
