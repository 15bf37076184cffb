package delivery

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

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
