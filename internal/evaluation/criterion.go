package evaluation

import (
	"context"
	"encoding/json"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Criterion is one test of an evaluation. It is derived from a requirement; one without is
// allowed and shown as an orphan.
type Criterion struct {
	journal.Row
	Evaluation  string          `db:"evaluation" json:"evaluation"`
	Number      int             `db:"number" json:"number"`           // C4 in its deal
	Requirement string          `db:"requirement" json:"requirement"` // its id, empty for an orphan
	Statement   string          `db:"statement" json:"statement"`
	Measure     *thread.Measure `db:"measure,json" json:"measure"` // nil where it is judged yes or no
	Method      string          `db:"method" json:"method"`
	Weight      int             `db:"weight" json:"weight"` // 1 to 5
	Must        bool            `db:"must" json:"must"`
	RunBy       string          `db:"run_by" json:"run_by"` // a person's or contact's id
	Version     int             `db:"version" json:"version"`
	LockedAt    clock.Instant   `db:"locked_at" json:"locked_at"`
	LockedHash  string          `db:"locked_hash" json:"locked_hash"` // SHA-256 of the terms at the lock
	CountsFrom  clock.Instant   `db:"counts_from" json:"counts_from"` // results before it are trial runs
	Earlier     []Terms         `db:"earlier,json" json:"earlier"`    // versions that were locked and then changed
}

// Terms are what a lock holds fast, as both sides agreed to them.
type Terms struct {
	Version   int             `json:"version"`
	Statement string          `json:"statement"`
	Measure   *thread.Measure `json:"measure"`
	Method    string          `json:"method"`
	Weight    int             `json:"weight"`
	Must      bool            `json:"must"`
	RunBy     string          `json:"run_by"`
	LockedAt  clock.Instant   `json:"locked_at"`
	Hash      string          `json:"hash"`
}

var criterionKind = journal.Declare[Criterion]("criterion", "criterion")

// Key is the criterion's name in its deal.
func (c Criterion) Key() string { return fmt.Sprintf("C%d", c.Number) }

// Locked says whether the present version is locked.
func (c Criterion) Locked() bool { return !c.LockedAt.IsZero() }

// terms are the criterion's as they stand.
func (c Criterion) terms() Terms {
	return Terms{Version: c.Version, Statement: c.Statement, Measure: c.Measure, Method: c.Method, Weight: c.Weight, Must: c.Must, RunBy: c.RunBy,
		LockedAt: c.LockedAt, Hash: c.LockedHash}
}

// hash is SHA-256 over the terms as JSON, without the moment of the lock: the same terms give
// the same hash wherever they are locked.
func (t Terms) hash() string {
	t.LockedAt, t.Hash = clock.Instant{}, ""
	b, _ := json.Marshal(t)
	return thread.Hash(string(b))
}

// Criteria lists a deal's criteria by number.
func Criteria(ctx context.Context, src journal.Source, deal string) ([]Criterion, error) {
	all, err := journal.List[Criterion](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// CriteriaOf lists the criteria of one evaluation by number.
func CriteriaOf(ctx context.Context, src journal.Source, e Evaluation) ([]Criterion, error) {
	all, err := Criteria(ctx, src, e.Deal)
	var out []Criterion
	for _, c := range all {
		if c.Evaluation == e.ID {
			out = append(out, c)
		}
	}
	return out, err
}
