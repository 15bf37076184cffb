package thread

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Relation is how one thing stands to another, in the words of SysML and ISO/IEC/IEEE 29148.
type Relation string

// The relations.
const (
	Derive  Relation = "derive"  // a criterion or check from a requirement
	Refine  Relation = "refine"  // a requirement made finer by another
	Satisfy Relation = "satisfy" // an element or decision meets a requirement; a task implements it
	Verify  Relation = "verify"  // a check proves it
	Trace   Relation = "trace"   // anything else that hangs on it
)

// Link says one thing of a deal stands in a relation to another.
type Link struct {
	journal.Row
	FromKind string   `db:"from_kind" json:"from_kind"`
	FromID   string   `db:"from_id" json:"from_id"`
	Relation Relation `db:"relation" json:"relation"`
	ToKind   string   `db:"to_kind" json:"to_kind"`
	ToID     string   `db:"to_id" json:"to_id"`
}

var _ = journal.Declare[Link]("link", "link")

// Connect makes a link, once.
func Connect(ctx context.Context, tx *journal.Tx, l Link) error {
	all, err := journal.List[Link](ctx, tx, l.Deal)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.FromKind == l.FromKind && o.FromID == l.FromID && o.Relation == l.Relation && o.ToID == l.ToID {
			return nil
		}
	}
	return journal.Insert(ctx, tx, &l)
}

// ConnectAll replaces the requirements that one thing stands in a relation to.
func ConnectAll(ctx context.Context, tx *journal.Tx, deal, kind, id string, rel Relation, requirements []string) error {
	if err := tx.Lock(ctx, deal); err != nil {
		return err
	}
	all, err := journal.List[Link](ctx, tx, deal)
	if err != nil {
		return err
	}
	want := map[string]bool{}
	for _, r := range requirements {
		want[r] = true
	}
	for i := range all {
		l := &all[i]
		if l.FromKind != kind || l.FromID != id || l.Relation != rel || l.ToKind != "requirement" {
			continue
		}
		if want[l.ToID] {
			delete(want, l.ToID)
		} else if err := journal.Delete(ctx, tx, l); err != nil {
			return err
		}
	}
	for _, r := range requirements {
		if !want[r] {
			continue
		}
		delete(want, r)
		if err := belongs(ctx, tx, deal, r); err != nil {
			return err
		}
		l := Link{Row: journal.Row{Deal: deal}, FromKind: kind, FromID: id, Relation: rel, ToKind: "requirement", ToID: r}
		if err := journal.Insert(ctx, tx, &l); err != nil {
			return err
		}
	}
	return nil
}

func belongs(ctx context.Context, tx *journal.Tx, deal, requirement string) error {
	r, err := journal.Load[Requirement](ctx, tx, requirement)
	if err != nil {
		return err
	}
	if r.Deal != deal {
		return problem.NotFound("requirement", requirement)
	}
	return nil
}

// Linked maps each requirement of a deal to the ids of the things of a kind that stand in the
// relation to it, in the order they were linked.
func Linked(ctx context.Context, src journal.Source, deal, kind string, rel Relation) (map[string][]string, error) {
	all, err := journal.List[Link](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, l := range all {
		if l.FromKind == kind && l.Relation == rel && l.ToKind == "requirement" {
			out[l.ToID] = append(out[l.ToID], l.FromID)
		}
	}
	return out, nil
}
