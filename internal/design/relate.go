package design

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Use is what a person says of a relationship.
type Use struct {
	Description string   `json:"description"`
	Technology  string   `json:"technology"` // the protocol, where it is an interface
	Owner       string   `json:"owner"`
	Tags        []string `json:"tags"`
}

func (in *Use) check(c *problem.Check) {
	in.Description = strings.TrimSpace(in.Description)
	c.Text("description", in.Description, 500)
	c.Optional("technology", in.Technology, 200)
	c.Optional("owner", in.Owner, 120)
	c.Fail(len(in.Tags) <= 40, "tags", "At most 40 tags fit.")
	for _, t := range in.Tags {
		c.Text("tags", t, 80)
		c.Fail(!strings.Contains(t, ","), "tags", "%q holds a comma; that divides tags.", t)
	}
}

func (in Use) give(r *Relationship) {
	r.Description, r.Technology, r.Owner, r.Tags = in.Description, in.Technology, in.Owner, in.Tags
}

// NewRelationship is a relationship to be added.
type NewRelationship struct {
	Deal string
	From string `json:"from"` // elements' ids
	To   string `json:"to"`
	Use
}

// Relate says that one element uses another.
func Relate(ctx context.Context, tx *journal.Tx, in NewRelationship) (Relationship, error) {
	var c problem.Check
	in.check(&c)
	c.Text("from", in.From, 40)
	c.Text("to", in.To, 40)
	if err := c.Err(); err != nil {
		return Relationship{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Relationship{}, err
	}
	m, err := Read(ctx, tx, in.Deal)
	if err != nil {
		return Relationship{}, err
	}
	r := Relationship{Row: journal.Row{Deal: in.Deal}, Place: m.last(), From: in.From, To: in.To}
	in.give(&r)
	if err := m.joins(r); err != nil {
		return r, err
	}
	if err := journal.Insert(ctx, tx, &r); err != nil {
		return r, err
	}
	return r, settleViews(ctx, tx, in.Deal)
}

// joins refuses a relationship to nothing, of an element with what holds it, and one that
// stands already.
func (m *Model) joins(r Relationship) error {
	for _, id := range []string{r.From, r.To} {
		if _, ok := m.Element(id); !ok {
			return problem.NotFound("element", id)
		}
	}
	if m.Inside(r.From)[r.To] || m.Inside(r.To)[r.From] {
		return problem.Refuse("An element has no relationship with itself or with what stands in it.")
	}
	for _, o := range m.Relationships {
		if o.ID != r.ID && o.From == r.From && o.To == r.To && o.Description == r.Description && o.Technology == r.Technology {
			return problem.Refuse("%s already %q %s.", m.Name(r.From), r.Description, m.Name(r.To))
		}
	}
	return nil
}

// RelationshipEdit is what a relationship becomes.
type RelationshipEdit struct {
	ID       string
	Revision int64
	Use
}

// EditRelationship changes a relationship's words, protocol and owner.
func EditRelationship(ctx context.Context, tx *journal.Tx, in RelationshipEdit) (Relationship, error) {
	var c problem.Check
	in.check(&c)
	if err := c.Err(); err != nil {
		return Relationship{}, err
	}
	r, err := openRelationship(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return r, err
	}
	m, err := Read(ctx, tx, r.Deal)
	if err != nil {
		return r, err
	}
	in.give(&r)
	if err := m.joins(r); err != nil {
		return r, err
	}
	return r, journal.Update(ctx, tx, &r)
}

// Unrelate takes a relationship away.
func Unrelate(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	r, err := openRelationship(ctx, tx, id, 0)
	if err != nil {
		return err
	}
	if revision != 0 && revision != r.Revision {
		return problem.New(problem.Stale, "This relationship was changed since you read it. Look again before you remove it.")
	}
	return journal.Delete(ctx, tx, &r)
}

func openRelationship(ctx context.Context, tx *journal.Tx, id string, revision int64) (Relationship, error) {
	r, err := journal.Hold[Relationship](ctx, tx, id)
	if err != nil {
		return r, err
	}
	if revision != 0 {
		r.Revision = revision
	}
	return r, nil
}
