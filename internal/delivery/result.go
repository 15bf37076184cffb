package delivery

import (
	"context"
	"math"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// NewResult is one run of a check: a value where the check has a measure, else whether it passed.
type NewResult struct {
	Check    string
	Value    *float64      `json:"value"`
	Unit     string        `json:"unit"` // empty for the measure's own
	Passed   *bool         `json:"passed"`
	At       clock.Instant `json:"at"` // empty for now
	By       string        `json:"by"` // empty for the one who records it
	Note     string        `json:"note"`
	Evidence []Attachment  `json:"evidence"`
}

// RecordResult keeps a result. With a measure the value decides; a unit that cannot be
// converted is refused, never guessed.
func RecordResult(ctx context.Context, tx *journal.Tx, in NewResult) (CheckResult, error) {
	if err := in.Validate(); err != nil {
		return CheckResult{}, err
	}
	k, _, err := openCheck(ctx, tx, in.Check, 0)
	if err != nil {
		return CheckResult{}, err
	}
	if k.Withdrawn != "" {
		return CheckResult{}, problem.Refuse("%s was withdrawn: %s", k.Key(), k.Withdrawn)
	}
	r := CheckResult{Row: journal.Row{Deal: k.Deal}, Check: k.ID, Value: in.Value, Unit: in.Unit, At: in.At, By: in.By, Note: in.Note, Evidence: in.Evidence}
	if r.At.IsZero() {
		r.At = tx.Now()
	}
	if r.By == "" {
		r.By = tx.Actor.Person
	}
	if r.At.After(tx.Now()) {
		return r, fault("at", "Is in the future. Record a result after it was measured.")
	}
	if err := judge(k, in, &r); err != nil {
		return r, err
	}
	return r, journal.Insert(ctx, tx, &r)
}

// judge says whether the result passes the check.
func judge(k Check, in NewResult, r *CheckResult) error {
	if k.Measure == nil {
		if in.Passed == nil {
			return fault("passed", "This check has no measure: say whether it passed.")
		}
		r.Passed = *in.Passed
		return nil
	}
	if in.Value == nil {
		return fault("value", "This check has a measure (%s): give the value.", k.Measure)
	}
	if r.Unit == "" {
		r.Unit = k.Measure.Unit
	}
	ok, err := k.Measure.Met(*in.Value, r.Unit)
	if err != nil {
		return fault("unit", "%s", problem.As(err).What)
	}
	r.Passed = ok
	return nil
}

// Validate says what cannot be taken.
func (in *NewResult) Validate() error {
	var c problem.Check
	if in.Value != nil {
		c.Fail(!math.IsNaN(*in.Value) && !math.IsInf(*in.Value, 0) && math.Abs(*in.Value) < 1e15, "value", "Is no number one can measure.")
	}
	c.Optional("unit", in.Unit, 40)
	c.Optional("note", in.Note, 4000)
	c.Optional("by", in.By, 40)
	checkAttachments(&c, "evidence", in.Evidence)
	return c.Err()
}

func checkAttachments(c *problem.Check, field string, all []Attachment) {
	c.Fail(len(all) <= 50, field, "Holds %d files; at most 50 fit.", len(all))
	for _, a := range all {
		c.Text(field+".name", a.Name, 300)
		c.Optional(field+".link", a.Link, 2000)
		c.Fail(a.Link == "" || strings.HasPrefix(a.Link, "https://") || strings.HasPrefix(a.Link, "http://"), field+".link", "Is %q; an address begins with https://.", a.Link)
	}
}

// fault is a problem of one field.
func fault(field, format string, args ...any) error {
	var c problem.Check
	c.Fail(false, field, format, args...)
	return c.Err()
}
