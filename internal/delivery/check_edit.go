package delivery

import (
	"context"
	"reflect"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// NewCheck is a check as a person writes it.
type NewCheck struct {
	Deal         string
	Title        string          `json:"title"`
	Measure      *thread.Measure `json:"measure"`
	Method       string          `json:"method"`
	Who          string          `json:"who"`
	Requirements []string        `json:"requirements"`
}

// AddCheck makes a check by hand.
func AddCheck(ctx context.Context, tx *journal.Tx, in NewCheck) (Check, error) {
	if err := validCheck(in.Title, in.Method, in.Who, in.Measure); err != nil {
		return Check{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Check{}, err
	}
	all, err := Checks(ctx, tx, in.Deal)
	if err != nil {
		return Check{}, err
	}
	k := Check{Row: journal.Row{Deal: in.Deal}, Number: nextCheck(all), Title: in.Title, Measure: in.Measure, Method: in.Method, Who: in.Who, MadeAt: tx.Now()}
	return k, insertCheck(ctx, tx, &k, in.Requirements)
}

func validCheck(title, method, who string, m *thread.Measure) error {
	var c problem.Check
	c.Text("title", title, 500)
	c.Optional("method", method, 2000)
	c.Optional("who", who, 40)
	if m != nil {
		m.Check(&c, "measure")
	}
	return c.Err()
}

// CheckEdit is what a check becomes.
type CheckEdit struct {
	ID       string
	Revision int64
	Title    string          `json:"title"`
	Measure  *thread.Measure `json:"measure"`
	Method   string          `json:"method"`
	Who      string          `json:"who"`
}

// EditCheck changes a check. Its measure stays once something was measured: a result says
// whether it passed against the target of its day.
func EditCheck(ctx context.Context, tx *journal.Tx, in CheckEdit) (Check, error) {
	if err := validCheck(in.Title, in.Method, in.Who, in.Measure); err != nil {
		return Check{}, err
	}
	k, results, err := openCheck(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return k, err
	}
	if len(results) > 0 && !reflect.DeepEqual(k.Measure, in.Measure) {
		return k, problem.Refuse("%s has results against its measure. Withdraw it and add a new check with the new measure.", k.Key())
	}
	k.Title, k.Measure, k.Method, k.Who = in.Title, in.Measure, in.Method, in.Who
	return k, journal.Update(ctx, tx, &k)
}

// WithdrawCheck takes a check out, with the reason. It proves nothing from then on.
func WithdrawCheck(ctx context.Context, tx *journal.Tx, id string, revision int64, why string) error {
	var c problem.Check
	c.Text("why", why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	k, _, err := openCheck(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	if k.Withdrawn != "" {
		return problem.Refuse("%s was withdrawn already.", k.Key())
	}
	k.Withdrawn = why
	return journal.Update(ctx, tx, &k)
}

// openCheck loads a check with its results for a change of the revision that was read.
func openCheck(ctx context.Context, tx *journal.Tx, id string, revision int64) (Check, []CheckResult, error) {
	k, err := journal.Hold[Check](ctx, tx, id)
	if err != nil {
		return k, nil, err
	}
	results, err := Results(ctx, tx, k.Deal)
	if revision != 0 {
		k.Revision = revision
	}
	return k, results[id], err
}
