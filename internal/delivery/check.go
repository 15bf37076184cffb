package delivery

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Check proves a requirement in production, or in what will become it: the same measure, how
// it is taken, and who takes it.
type Check struct {
	journal.Row
	Number    int             `db:"number" json:"number"` // C2 in its deal
	Title     string          `db:"title" json:"title"`
	Measure   *thread.Measure `db:"measure,json" json:"measure"` // nil: a person says whether it passed
	Method    string          `db:"method" json:"method"`
	Who       string          `db:"who" json:"who"`             // a person's or contact's id
	Withdrawn string          `db:"withdrawn" json:"withdrawn"` // the reason; empty while it stands
	MadeAt    clock.Instant   `db:"made_at" json:"made_at"`
}

var checkKind = journal.Declare[Check]("check", "delivery_check")

// Key is the check's name in its deal: C2.
func (k Check) Key() string { return fmt.Sprintf("C%d", k.Number) }

// CheckResult is one run of a check. Results stay; the latest counts.
type CheckResult struct {
	journal.Row
	Check    string        `db:"check_id" json:"check"`
	Value    *float64      `db:"value,json" json:"value"` // nil for a check without a measure
	Unit     string        `db:"unit" json:"unit"`
	Passed   bool          `db:"passed" json:"passed"`
	At       clock.Instant `db:"at" json:"at"` // when it was measured
	By       string        `db:"by_whom" json:"by"`
	Note     string        `db:"note" json:"note"`
	Evidence []Attachment  `db:"evidence,json" json:"evidence"`
}

// Attachment is a kept file or an address that stands behind a result or a decision.
type Attachment struct {
	Hash string `json:"hash,omitempty"` // SHA-256 of a kept file
	Name string `json:"name"`
	Link string `json:"link,omitempty"` // an address elsewhere
}

var _ = journal.Declare[CheckResult]("check result", "check_result")

// Checks lists a deal's checks by number, withdrawn ones too.
func Checks(ctx context.Context, src journal.Source, deal string) ([]Check, error) {
	all, err := journal.List[Check](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// Results maps each check of a deal to its results, oldest first.
func Results(ctx context.Context, src journal.Source, deal string) (map[string][]CheckResult, error) {
	all, err := journal.List[CheckResult](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	sort.SliceStable(all, func(i, j int) bool { return later(all[j], all[i]) })
	out := map[string][]CheckResult{}
	for _, r := range all {
		out[r.Check] = append(out[r.Check], r)
	}
	return out, nil
}

// later says whether a counts rather than b: measured later, and of two at the same moment
// the one that failed.
func later(a, b CheckResult) bool {
	if a.At != b.At {
		return a.At.After(b.At)
	}
	if a.Passed != b.Passed {
		return b.Passed
	}
	return a.ID > b.ID
}

// Measured reads '8.5 min' or 'passed'.
func (r CheckResult) Measured() string {
	if r.Value == nil {
		if r.Passed {
			return "passed"
		}
		return "failed"
	}
	return thread.Quantity(*r.Value, r.Unit)
}
