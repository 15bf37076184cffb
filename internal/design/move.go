package design

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Moves puts elements of a view to new places.
type Moves struct {
	View  string  `json:"view"`
	Moves []Place `json:"moves"`
}

// Place is where one element shall stand: pixels of its upper left corner.
type Place struct {
	Element string `json:"element"`
	X       int    `json:"x"`
	Y       int    `json:"y"`
}

// farthest is how far from the origin an element can stand, in pixels.
const farthest = 100_000

// Move keeps the places that a person gave to elements.
func Move(ctx context.Context, tx *journal.Tx, in Moves) error {
	var c problem.Check
	c.Fail(len(in.Moves) > 0 && len(in.Moves) <= 5000, "moves", "Move between 1 and 5,000 elements at once.")
	for _, p := range in.Moves {
		c.Fail(p.X > -farthest && p.X < farthest && p.Y > -farthest && p.Y < farthest, "moves", "An element cannot stand more than %d pixels away.", farthest)
	}
	if err := c.Err(); err != nil {
		return err
	}
	v, had, err := openView(ctx, tx, in.View)
	if err != nil {
		return err
	}
	for _, p := range in.Moves {
		e, err := journal.Load[Element](ctx, tx, p.Element)
		if err != nil {
			return err
		}
		if e.Deal != v.Deal {
			return problem.NotFound("element", p.Element)
		}
		if err := stand(ctx, tx, v, had, p); err != nil {
			return err
		}
	}
	return nil
}

// Tidy lays a view out afresh: the one act that moves what has a place. It can be undone.
func Tidy(ctx context.Context, tx *journal.Tx, view string) error {
	v, had, err := openView(ctx, tx, view)
	if err != nil {
		return err
	}
	m, err := Read(ctx, tx, v.Deal)
	if err != nil {
		return err
	}
	p, err := m.picture(v)
	if err != nil {
		return err
	}
	r := p.Arrange(nil)
	for _, b := range p.Boxes {
		at := r.Boxes[b.Key]
		if err := stand(ctx, tx, v, had, Place{b.Key, at.X, at.Y}); err != nil {
			return err
		}
	}
	return nil
}

// openView loads a view and the positions in it, by element.
func openView(ctx context.Context, tx *journal.Tx, id string) (View, map[string]Position, error) {
	v, err := journal.Load[View](ctx, tx, id)
	if err != nil {
		return v, nil, err
	}
	if err := tx.Lock(ctx, v.Deal); err != nil {
		return v, nil, err
	}
	all, err := journal.List[Position](ctx, tx, v.Deal)
	had := map[string]Position{}
	for _, p := range all {
		if p.View == id {
			had[p.Element] = p
		}
	}
	return v, had, err
}

func stand(ctx context.Context, tx *journal.Tx, v View, had map[string]Position, at Place) error {
	p, ok := had[at.Element]
	if ok && p.X == at.X && p.Y == at.Y {
		return nil
	}
	p.Deal, p.View, p.Element, p.X, p.Y = v.Deal, v.ID, at.Element, at.X, at.Y
	if !ok {
		return journal.Insert(ctx, tx, &p)
	}
	return journal.Update(ctx, tx, &p)
}
