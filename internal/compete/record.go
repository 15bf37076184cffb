package compete

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// Record is how we did against one competitor, over all deals.
type Record struct {
	Competitor
	Met     []Met         `json:"met"`  // the newest deal first
	Won     int           `json:"won"`  // deals
	Lost    int           `json:"lost"` //
	Left    int           `json:"left"` // that they left
	Running int           `json:"running"`
	Gone    []account.Sum `json:"lost_money"`    // amounts of the deals lost to them, by currency
	Unknown int           `json:"lost_unknown"`  // deals lost to them without an amount
	At      []account.Sum `json:"running_money"` // of the deals they are on
}

// Met is one deal on which the competitor was met.
type Met struct {
	Rival
	Deal account.Label `json:"deal"`
}

// EnoughMet is how many ended deals a rate takes; with fewer, counts alone are told.
const EnoughMet = 5

// Rate is the share of won among won and lost, in percent; false while too few have ended.
func (r Record) Rate() (int, bool) {
	ended := r.Won + r.Lost
	if ended < EnoughMet {
		return 0, false
	}
	return (200*r.Won + ended) / (2 * ended), true // rounded half up
}

var (
	rivalsOf = journal.Where[Rival](rivalKind, "competitor = $2 ORDER BY id DESC LIMIT 500")
	claimsOf = journal.Where[Claim](claimKind, "competitor = $2 AND withdrawn = '' ORDER BY seen_on DESC, id DESC LIMIT 500")
	rivals   = journal.Where[Rival](rivalKind, "competitor <> '' ORDER BY id DESC LIMIT 5000")
)

// Records are how we did against every competitor, those met most first.
func Records(ctx context.Context, r *journal.Reader) ([]Record, error) {
	all, err := Competitors(ctx, r)
	if err != nil {
		return nil, err
	}
	met, err := rivals.List(ctx, r)
	if err != nil {
		return nil, err
	}
	of := map[string][]Rival{}
	for _, v := range met {
		of[v.Competitor] = append(of[v.Competitor], v)
	}
	labels, err := account.Labels(ctx, r, dealsOf(met))
	out := make([]Record, 0, len(all))
	for _, c := range all {
		out = append(out, record(c, of[c.ID], labels))
	}
	slices.SortStableFunc(out, func(a, b Record) int { return len(b.Met) - len(a.Met) })
	return out, err
}

// Against is how we did against one competitor, with the claims on it that stand.
func Against(ctx context.Context, r *journal.Reader, id string) (Record, []Claim, error) {
	c, err := journal.Load[Competitor](ctx, r, id)
	if err != nil {
		return Record{}, nil, err
	}
	met, err := rivalsOf.List(ctx, r, id)
	if err != nil {
		return Record{}, nil, err
	}
	labels, err := account.Labels(ctx, r, dealsOf(met))
	if err != nil {
		return Record{}, nil, err
	}
	claims, err := claimsOf.List(ctx, r, id)
	slices.SortStableFunc(claims, func(a, b Claim) int { return strings.Compare(a.Side, b.Side) })
	return record(c, met, labels), claims, err
}

func dealsOf(met []Rival) (out []string) {
	for _, v := range met {
		out = append(out, v.Deal)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func record(c Competitor, met []Rival, labels map[string]account.Label) Record {
	out := Record{Competitor: c, Met: []Met{}}
	var gone, running []account.Label
	for _, v := range met {
		l, ok := labels[v.Deal]
		if !ok {
			continue
		}
		out.Met = append(out.Met, Met{v, l})
		switch v.Outcome {
		case Won:
			out.Won++
		case Left:
			out.Left++
		case Lost:
			out.Lost++
			gone = append(gone, l)
		default:
			out.Running++
			running = append(running, l)
		}
	}
	out.Gone, out.Unknown = account.Sums(gone)
	out.At, _ = account.Sums(running)
	return out
}
