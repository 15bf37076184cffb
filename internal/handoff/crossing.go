package handoff

import (
	"context"
	"net/url"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Crossing is which of a deal's two handoffs a thing belongs to. Both follow the same rules: what
// goes over is frozen and offered item by item to a named receiver, who accepts, queries or returns.
type Crossing string

// The crossings.
const (
	// ToBuild goes from the sale to those who build, at the signature.
	ToBuild Crossing = ""
	// ToRun goes from those who built to whoever runs it, once a decision to go live stands.
	ToRun Crossing = "run"
)

// String is what people call it.
func (c Crossing) String() string {
	if c == ToRun {
		return "handoff to run"
	}
	return "handoff"
}

// Query is what the address of the crossing's room carries.
func (c Crossing) Query() url.Values {
	if c == ToBuild {
		return url.Values{}
	}
	return url.Values{"crossing": {string(c)}}
}

// Room is the address of the crossing's room within its deal, with one more setting if it is named.
func (c Crossing) Room(setting, value string) string {
	q := c.Query()
	if setting != "" {
		q.Set(setting, value)
	}
	if len(q) == 0 {
		return "handoff"
	}
	return "handoff?" + q.Encode()
}

// Check says whether there is such a crossing.
func (c Crossing) Check(p *problem.Check) {
	p.Fail(c == ToBuild || c == ToRun, "crossing", "Is %q; it is empty for the handoff of the signature, or %q for the handoff to run.", string(c), string(ToRun))
}

// Standing is a deal's handoff of the crossing; false while there is none that stands.
func (c Crossing) Standing(ctx context.Context, src journal.Source, deal string) (Handoff, bool, error) {
	all, err := journal.List[Handoff](ctx, src, deal)
	for _, h := range all {
		if h.Withdrawn == "" && h.Crossing == c {
			return h, true, err
		}
	}
	return Handoff{}, false, err
}

// receiver is who a deal names to receive the crossing.
func (c Crossing) receiver(d *account.Opportunity) *string {
	if c == ToRun {
		return &d.Runs
	}
	return &d.SA
}

// giver is who answers for what is offered: the deal's SE at the signature, its SA once it is live;
// where nobody is named, who recorded the act.
func (h Handoff) giver(d account.Opportunity) string {
	who := d.SE
	if h.Crossing == ToRun {
		who = d.SA
	}
	if who == "" {
		return h.SignedBy
	}
	return who
}

// waits refuses with why nothing is handed over yet.
func (c Crossing) waits(d account.Opportunity) error {
	if c == ToRun {
		return problem.Refuse("%s is not handed over to whoever runs it yet.", d.Prefix)
	}
	return problem.Refuse("%s is not signed, so nothing is handed over yet.", d.Prefix)
}
