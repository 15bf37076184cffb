package feedback

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// Gathered is a gap with who waits for it. A deal counts once, however many of its requirements
// ask; sums of several gaps overlap, since one deal may wait for many.
type Gathered struct {
	Gap
	Deals       []account.Label `json:"-"`            // that wait or waited, by prefix
	Waiting     int             `json:"waiting"`      // deals that wait: open, or won and promised
	Money       []account.Sum   `json:"money"`        // of those, by currency
	Unknown     int             `json:"unknown"`      // those without an amount
	Lost        int             `json:"lost"`         // deals lost for it
	LostMoney   []account.Sum   `json:"lost_money"`   //
	LostUnknown int             `json:"lost_unknown"` //
	LostWith    int             `json:"lost_with"`    // deals that asked for it and were lost for something else
}

var allAsks = journal.Where[Ask](askKind, "gap <> '' ORDER BY id LIMIT 20000")

// Gather is every gap with the deals and the money behind it, most deals first; shipped and
// declined ones at the end.
func Gather(ctx context.Context, r *journal.Reader) ([]Gathered, error) {
	gaps, err := Gaps(ctx, r)
	if err != nil {
		return nil, err
	}
	asks, err := allAsks.List(ctx, r)
	if err != nil {
		return nil, err
	}
	of := map[string][]Ask{}
	for _, a := range asks {
		of[a.Gap] = append(of[a.Gap], a)
	}
	labels, err := account.Labels(ctx, r, dealsOf(asks))
	out := make([]Gathered, 0, len(gaps))
	for _, g := range gaps {
		out = append(out, gather(g, of[g.ID], labels))
	}
	slices.SortStableFunc(out, func(a, b Gathered) int {
		if a.Settled() != b.Settled() {
			if a.Settled() {
				return 1
			}
			return -1
		}
		return b.Waiting + b.Lost - a.Waiting - a.Lost
	})
	return out, err
}

// Behind is one gap with the asks behind it.
func Behind(ctx context.Context, r *journal.Reader, id string) (Gathered, []Ask, error) {
	g, err := journal.Load[Gap](ctx, r, id)
	if err != nil {
		return Gathered{}, nil, err
	}
	asks, err := asksOf.List(ctx, r, id)
	if err != nil {
		return Gathered{}, nil, err
	}
	labels, err := account.Labels(ctx, r, dealsOf(asks))
	return gather(g, asks, labels), asks, err
}

func dealsOf(asks []Ask) (out []string) {
	for _, a := range asks {
		out = append(out, a.Deal)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func gather(g Gap, asks []Ask, labels map[string]account.Label) Gathered {
	out := Gathered{Gap: g}
	lostFor := map[string]bool{}
	for _, a := range asks {
		lostFor[a.Deal] = lostFor[a.Deal] || a.Lost
	}
	var waiting, lost []account.Label
	for _, deal := range dealsOf(asks) {
		l, ok := labels[deal]
		switch {
		case !ok:
			continue
		case lostFor[deal] && l.Phase == account.Lost:
			lost = append(lost, l)
		case l.Phase.Over():
			out.LostWith++
		default:
			waiting = append(waiting, l)
		}
		out.Deals = append(out.Deals, l)
	}
	slices.SortFunc(out.Deals, func(a, b account.Label) int { return strings.Compare(a.Prefix, b.Prefix) })
	out.Waiting, out.Lost = len(waiting), len(lost)
	out.Money, out.Unknown = account.Sums(waiting)
	out.LostMoney, out.LostUnknown = account.Sums(lost)
	return out
}

// Known is a gap that a requirement waits for.
type Known struct {
	Ask Ask `json:"ask"`
	Gap Gap `json:"gap"`
}

// Of are the gaps that a deal waits for, in the order it asked.
func Of(ctx context.Context, src journal.Source, deal string) ([]Known, error) {
	asks, err := Asks(ctx, src, deal)
	if err != nil || len(asks) == 0 {
		return nil, err
	}
	var ids []string
	for _, a := range asks {
		ids = append(ids, a.Gap)
	}
	gaps, err := journal.Several[Gap](ctx, src, ids)
	out := make([]Known, 0, len(asks))
	for _, a := range asks {
		if i := slices.IndexFunc(gaps, func(g Gap) bool { return g.ID == a.Gap }); i >= 0 {
			out = append(out, Known{a, gaps[i]})
		}
	}
	return out, err
}
