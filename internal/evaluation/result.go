package evaluation

import (
	"context"
	"math"
	"time"

	"throughline/internal/account"
	"throughline/internal/blob"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Result is one run of a criterion's test. It is never overwritten: another run is another
// result, and the latest counts.
type Result struct {
	journal.Row
	Criterion  string        `db:"criterion" json:"criterion"`
	Version    int           `db:"version" json:"version"` // of the criterion it was run against
	Value      float64       `db:"value" json:"value"`     // 1 or 0 where it is judged yes or no
	Unit       string        `db:"unit" json:"unit"`
	At         clock.Instant `db:"at" json:"at"`
	By         string        `db:"by_id" json:"by"`        // who ran it: a person's or contact's id, if known
	ByName     seal.Text     `db:"by_name" json:"by_name"` // as a file names them, if no id is known
	Side       string        `db:"side" json:"side"`
	Note       seal.Text     `db:"note" json:"note"`
	Passed     bool          `db:"passed" json:"passed"`
	Evidence   *blob.File    `db:"evidence,json" json:"evidence"`
	Picked     bool          `db:"picked" json:"picked"` // a person said that of two at one moment this one counts
	RecordedBy string        `db:"recorded_by" json:"recorded_by"`
}

// Sides are who can have run a test.
var Sides = []string{"ours", "customer", "partner"}

var resultKind = journal.Declare[Result]("result", "result")

// NewResult is what a person says of a run.
type NewResult struct {
	Criterion string        `json:"criterion"`
	Value     *float64      `json:"value"`
	Passed    *bool         `json:"passed"` // for a criterion that is judged yes or no
	Unit      string        `json:"unit"`   // empty for the target's
	At        clock.Instant `json:"at"`     // empty for now
	On        clock.Date    `json:"on"`     // a day, where no moment is known
	By        string        `json:"by"`     // a person's or contact's id
	ByName    string        `json:"by_name"`
	Side      string        `json:"side"`
	Note      string        `json:"note"`
	Evidence  *blob.File    `json:"evidence"`
}

// Validate says what cannot be taken.
func (in *NewResult) Validate(measured bool, now clock.Instant) error {
	if in.Side == "" {
		in.Side = "ours"
	}
	var c problem.Check
	c.OneOf("side", in.Side, Sides...)
	c.Optional("unit", in.Unit, 40)
	c.Optional("by", in.By, 40)
	c.Optional("by_name", in.ByName, 200)
	c.Optional("note", in.Note, 4000)
	switch {
	case measured:
		c.Fail(in.Value != nil, "value", "Say what was measured.")
		c.Fail(in.Value == nil || !math.IsNaN(*in.Value) && !math.IsInf(*in.Value, 0) && math.Abs(*in.Value) < 1e15, "value", "Is no number that can be measured.")
	default:
		c.Fail(in.Passed != nil, "passed", "This criterion is judged yes or no. Say which.")
	}
	c.Fail(!in.At.After(now.Add(24*time.Hour)), "at", "Is still to come.")
	c.Fail(in.At.IsZero() || in.At.After(now.Add(-10*366*24*time.Hour)), "at", "Is more than ten years ago.")
	if in.Evidence != nil {
		c.Fail(len(in.Evidence.Hash) == 64, "evidence", "Upload the file first.")
	}
	return c.Err()
}

// RecordResult records a run. Whether it passed is said by the measure alone.
func RecordResult(ctx context.Context, tx *journal.Tx, in NewResult) (Result, error) {
	c, err := openCriterion(ctx, tx, in.Criterion, 0)
	if err != nil {
		return Result{}, err
	}
	if in.At, err = Moment(ctx, tx, c, in); err != nil {
		return Result{}, err
	}
	if err := in.Validate(c.Measure != nil, tx.Now()); err != nil {
		return Result{}, err
	}
	r := Result{Row: journal.Row{Deal: c.Deal}, Criterion: c.ID, Version: c.Version, Unit: in.Unit, At: in.At, By: in.By, Side: in.Side,
		ByName: seal.New(c.Deal, in.ByName), Evidence: in.Evidence, RecordedBy: tx.Actor.Person}
	if r.By == "" && in.ByName == "" {
		r.By = tx.Actor.Person
	}
	if r.Note, err = note(ctx, tx, c.Deal, in); err != nil {
		return r, err
	}
	if err := r.judge(c, in); err != nil {
		return r, err
	}
	return r, journal.Insert(ctx, tx, &r)
}

// judge compares the value with the target. A unit that cannot be converted is refused.
func (r *Result) judge(c Criterion, in NewResult) (err error) {
	if c.Measure == nil {
		r.Passed = *in.Passed
		if r.Passed {
			r.Value = 1
		}
		return nil
	}
	if r.Unit == "" {
		r.Unit = c.Measure.Unit
	}
	r.Value = *in.Value
	r.Passed, err = c.Measure.Met(r.Value, r.Unit)
	if err != nil {
		return &problem.Error{Kind: problem.Invalid, What: err.Error(), Fields: []problem.Field{{Name: "unit", What: "Give it in " + named(c.Measure.Unit) + "."}}}
	}
	return nil
}

func named(unit string) string {
	if unit == "" {
		return "the target's unit, which is a plain count"
	}
	return unit
}

// Moment is when the run was. A day without a time of day is its beginning in the workspace's
// zone, or the lock where that was on the same day: a test on the day of the lock counts.
func Moment(ctx context.Context, tx *journal.Tx, c Criterion, in NewResult) (clock.Instant, error) {
	if in.On == "" || !in.At.IsZero() {
		if in.At.IsZero() {
			return tx.Now(), nil
		}
		return in.At, nil
	}
	home, err := account.Home(ctx, tx)
	if err != nil {
		return in.At, err
	}
	day := in.On.Time()
	at := clock.At(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, home.Location()))
	if from := c.CountsFrom; at.Before(from) && from.In(home.Location()) == in.On {
		at = from
	}
	return at, nil
}

// note keeps a customer's note under their key, ours under the deal's.
func note(ctx context.Context, tx *journal.Tx, deal string, in NewResult) (seal.Text, error) {
	if in.By == "" || in.Side == "ours" {
		return seal.New(deal, in.Note), nil
	}
	contact, err := journal.Load[account.Contact](ctx, tx, in.By)
	if err != nil {
		return seal.Text{}, err
	}
	return seal.New(contact.ID, in.Note), nil
}

// Pick says that of the results of one moment this one counts.
type Pick struct {
	ID       string
	Revision int64
}

// PickResult makes a result count before others of the same moment, of which otherwise the
// worse one does.
func PickResult(ctx context.Context, tx *journal.Tx, in Pick) (Result, error) {
	r, err := journal.Load[Result](ctx, tx, in.ID)
	if err != nil {
		return r, err
	}
	if _, err := openCriterion(ctx, tx, r.Criterion, 0); err != nil {
		return r, err
	}
	all, err := journal.List[Result](ctx, tx, r.Deal)
	if err != nil {
		return r, err
	}
	for i := range all {
		o := &all[i]
		if o.ID == r.ID {
			r = *o
		} else if o.Criterion == r.Criterion && o.At == r.At && o.Picked {
			o.Picked = false
			if err := journal.Update(ctx, tx, o); err != nil {
				return r, err
			}
		}
	}
	if in.Revision != 0 {
		r.Revision = in.Revision
	}
	r.Picked = true
	return r, journal.Update(ctx, tx, &r)
}
