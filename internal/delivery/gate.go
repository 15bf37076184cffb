package delivery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Gate is a point that delivery passes only when its criteria hold.
type Gate struct {
	journal.Row
	Name       string          `db:"name" json:"name"`
	DueOn      clock.Date      `db:"due_on" json:"due"`
	Criteria   []GateCriterion `db:"criteria,json" json:"criteria"`
	Signatures []Signature     `db:"signatures,json" json:"signatures"`
}

// GateCriterion is one thing that must hold.
type GateCriterion struct {
	Kind     string          `json:"kind"`               // one of GateKinds
	Priority thread.Priority `json:"priority,omitempty"` // at station: of that priority and above; empty for all
	Station  thread.Station  `json:"station,omitempty"`  // at station: which
	Role     string          `json:"role,omitempty"`     // signed by role: whose
}

// What a gate can ask.
const (
	AtStation    = "at station"      // every requirement of the priority has reached the station
	NoPromise    = "no open promise" // every promise was taken over, kept or ended
	NoBreak      = "no break"
	SignedByRole = "signed by role"
)

// GateKinds lists what a gate can ask.
var GateKinds = []string{AtStation, NoPromise, NoBreak, SignedByRole}

// Signature is a named agreement that a gate may be passed.
type Signature struct {
	Role string        `json:"role"`
	By   string        `json:"by"` // a person's or contact's id
	At   clock.Instant `json:"at"`
	Note string        `json:"note"`
}

var _ = journal.Declare[Gate]("gate", "gate")

// Gates lists a deal's gates in the order they were made.
func Gates(ctx context.Context, src journal.Source, deal string) ([]Gate, error) {
	return journal.List[Gate](ctx, src, deal)
}

// NewGate is what a person says of a gate.
type NewGate struct {
	Deal     string
	Name     string          `json:"name"`
	Due      clock.Date      `json:"due"`
	Criteria []GateCriterion `json:"criteria"`
}

// AddGate makes a gate.
func AddGate(ctx context.Context, tx *journal.Tx, in NewGate) (Gate, error) {
	var c problem.Check
	c.Text("name", in.Name, 120)
	checkDate(&c, "due", in.Due)
	c.Fail(len(in.Criteria) > 0 && len(in.Criteria) <= 40, "criteria", "Give one to 40 criteria.")
	for _, k := range in.Criteria {
		c.OneOf("criteria.kind", k.Kind, GateKinds...)
		c.OneOf("criteria.priority", string(k.Priority), "", "must", "should", "could")
		c.Fail(k.Station >= thread.Heard && k.Station <= thread.Live, "criteria.station", "There are ten stations, from heard to live.")
		if k.Kind == SignedByRole {
			c.Text("criteria.role", k.Role, 120)
		}
	}
	if err := c.Err(); err != nil {
		return Gate{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Gate{}, err
	}
	g := Gate{Row: journal.Row{Deal: in.Deal}, Name: in.Name, DueOn: in.Due, Criteria: in.Criteria, Signatures: []Signature{}}
	return g, journal.Insert(ctx, tx, &g)
}

// RemoveGate takes a gate away.
func RemoveGate(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	g, err := openGate(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &g)
}

func openGate(ctx context.Context, tx *journal.Tx, id string, revision int64) (Gate, error) {
	g, err := journal.Hold[Gate](ctx, tx, id)
	if err != nil {
		return g, err
	}
	if revision != 0 {
		g.Revision = revision
	}
	return g, err
}

// GateSignature is one role's agreement.
type GateSignature struct {
	Gate     string
	Revision int64
	Role     string `json:"role"`
	By       string `json:"by"` // empty for the one who records it
	Note     string `json:"note"`
}

// SignGate records that the role agrees, in place of its agreement before.
func SignGate(ctx context.Context, tx *journal.Tx, in GateSignature) (Gate, error) {
	var c problem.Check
	c.Text("role", in.Role, 120)
	c.Optional("note", in.Note, 1000)
	if err := c.Err(); err != nil {
		return Gate{}, err
	}
	g, err := openGate(ctx, tx, in.Gate, in.Revision)
	if err != nil {
		return g, err
	}
	s := Signature{Role: in.Role, By: in.By, At: tx.Now(), Note: in.Note}
	if s.By == "" {
		s.By = tx.Actor.Person
	}
	asked := false
	for _, k := range g.Criteria {
		asked = asked || k.Kind == SignedByRole && k.Role == in.Role
	}
	if !asked {
		return g, problem.Refuse("The gate %q asks for no signature by %q.", g.Name, in.Role)
	}
	g.Signatures = append(without(g.Signatures, in.Role), s)
	return g, journal.Update(ctx, tx, &g)
}

// WithdrawGateSignature takes a role's agreement back.
func WithdrawGateSignature(ctx context.Context, tx *journal.Tx, gate string, revision int64, role string) (Gate, error) {
	g, err := openGate(ctx, tx, gate, revision)
	if err != nil {
		return g, err
	}
	left := without(g.Signatures, role)
	if len(left) == len(g.Signatures) {
		return g, problem.Refuse("The gate %q holds no signature by %q.", g.Name, role)
	}
	g.Signatures = left
	return g, journal.Update(ctx, tx, &g)
}

func without(all []Signature, role string) []Signature {
	left := []Signature{}
	for _, s := range all {
		if s.Role != role {
			left = append(left, s)
		}
	}
	return left
}
