package evaluation

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// NewCriterion is what a person says of a criterion, new or changed. What is left out is taken
// from the requirement: the statement, the measure, whether it is a must.
type NewCriterion struct {
	Evaluation  string `json:"evaluation"`
	ID          string // for a change
	Revision    int64
	Requirement string          `json:"requirement"`
	Statement   string          `json:"statement"`
	Measure     *thread.Measure `json:"measure"`
	Judged      bool            `json:"judged"` // judged yes or no: without a measure, even if the requirement has one
	Method      string          `json:"method"`
	Weight      int             `json:"weight"` // 1 to 5; 0 for 3
	Must        *bool           `json:"must"`
	RunBy       string          `json:"run_by"`
}

// complete fills in what the requirement says.
func (in *NewCriterion) complete(r thread.Requirement) {
	if in.Statement == "" {
		in.Statement = r.Statement
	}
	if in.Measure == nil && !in.Judged {
		in.Measure = r.Measure
	}
	if in.Must == nil {
		must := r.Priority == thread.Must
		in.Must = &must
	}
	if in.Weight == 0 {
		in.Weight = 3
	}
}

// Validate says what cannot be taken.
func (in *NewCriterion) Validate() error {
	var c problem.Check
	c.Text("statement", in.Statement, 500)
	c.Optional("method", in.Method, 2000)
	c.Optional("run_by", in.RunBy, 40)
	c.Fail(in.Weight >= 1 && in.Weight <= 5, "weight", "Is %d; weights go from 1 to 5.", in.Weight)
	switch {
	case in.Measure != nil:
		c.Fail(!in.Judged, "judged", "It has a measure, so the measure judges it. Take one of the two away.")
		in.Measure.Check(&c, "measure")
	case !in.Judged:
		c.Fail(false, "measure", "Say what is measured and what is reached, or that it is judged yes or no.")
	}
	return c.Err()
}

// AddCriterion adds a criterion to an evaluation.
func AddCriterion(ctx context.Context, tx *journal.Tx, in NewCriterion) (Criterion, error) {
	e, err := open(ctx, tx, in.Evaluation, 0)
	if err != nil {
		return Criterion{}, err
	}
	if e.State == Readout {
		return Criterion{}, problem.Refuse("The evaluation is read out already; a new test needs a new evaluation.")
	}
	if err := in.ready(ctx, tx, e.Deal); err != nil {
		return Criterion{}, err
	}
	all, err := Criteria(ctx, tx, e.Deal)
	if err != nil {
		return Criterion{}, err
	}
	c := Criterion{Row: journal.Row{Deal: e.Deal}, Evaluation: e.ID, Number: 1, Version: 1, Earlier: []Terms{}}
	if len(all) > 0 {
		c.Number = all[len(all)-1].Number + 1
	}
	c.take(in)
	if err := journal.Insert(ctx, tx, &c); err != nil {
		return c, err
	}
	return c, c.connect(ctx, tx)
}

// ready completes the input from its requirement and checks it.
func (in *NewCriterion) ready(ctx context.Context, tx *journal.Tx, deal string) error {
	var r thread.Requirement
	if in.Requirement != "" {
		var err error
		if r, err = journal.Load[thread.Requirement](ctx, tx, in.Requirement); err != nil {
			return err
		}
		if r.Deal != deal {
			return problem.NotFound("requirement", in.Requirement)
		}
	}
	in.complete(r)
	return in.Validate()
}

func (c *Criterion) take(in NewCriterion) {
	c.Requirement, c.Statement, c.Measure, c.Method, c.Weight, c.Must, c.RunBy = in.Requirement, in.Statement, in.Measure, in.Method, in.Weight, *in.Must, in.RunBy
}

func (c *Criterion) connect(ctx context.Context, tx *journal.Tx) error {
	var to []string
	if c.Requirement != "" {
		to = []string{c.Requirement}
	}
	return thread.ConnectAll(ctx, tx, c.Deal, criterionKind.Name, c.ID, thread.Derive, to)
}
