package design

import (
	"context"

	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// ElementEdit is what an element becomes.
type ElementEdit struct {
	ID       string
	Revision int64
	Shape
}

// EditElement changes an element. A new name, description or technology ends its approval.
func EditElement(ctx context.Context, tx *journal.Tx, in ElementEdit) (Element, error) {
	var c problem.Check
	in.check(&c)
	if err := c.Err(); err != nil {
		return Element{}, err
	}
	e, m, err := openElement(ctx, tx, in.ID)
	if err != nil {
		return e, err
	}
	if e.Kind == dsl.Instance {
		of, _ := m.Element(e.Of)
		return e, problem.Refuse("This is %s where it runs. Edit %s itself.", of.Name, of.Name)
	}
	was := e.Meaning()
	in.give(&e)
	if err := m.fits(&e); err != nil {
		return e, err
	}
	e.touch(tx, was)
	at := m.at[e.ID]
	if in.Revision != 0 {
		e.Revision = in.Revision
	}
	m.Elements[at] = e
	moved := m.repath()
	if err := journal.Update(ctx, tx, &m.Elements[at]); err != nil {
		return e, err
	}
	for _, i := range append(moved, m.renameInstances(e)...) {
		if i != at {
			if err := journal.Update(ctx, tx, &m.Elements[i]); err != nil {
				return e, err
			}
		}
	}
	return m.Elements[at], settleViews(ctx, tx, e.Deal)
}

// renameInstances carries an element's words to where it runs, and gives the places of those
// that changed and are not known to have moved.
func (m *Model) renameInstances(e Element) (changed []int) {
	for i := range m.Elements {
		o := &m.Elements[i]
		if o.Of == e.ID && o.Meaning() != e.Meaning() {
			o.Name, o.Description, o.Technology = e.Name, e.Description, e.Technology
			changed = append(changed, i)
		}
	}
	return changed
}

func openElement(ctx context.Context, tx *journal.Tx, id string) (Element, *Model, error) {
	deal, err := DealOf(ctx, tx, "element", id)
	if err != nil {
		return Element{}, nil, err
	}
	if err := tx.Lock(ctx, deal); err != nil {
		return Element{}, nil, err
	}
	m, err := Read(ctx, tx, deal)
	if err != nil {
		return Element{}, nil, err
	}
	e, ok := m.Element(id)
	if !ok {
		return e, m, problem.NotFound("element", id)
	}
	return e, m, nil
}

// RemoveElement takes an element away with all that stands in it, where it runs, the
// relationships and views of those, and what they satisfied.
func RemoveElement(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	e, m, err := openElement(ctx, tx, id)
	if err != nil {
		return err
	}
	if revision != 0 && revision != e.Revision {
		return problem.New(problem.Stale, "%s was changed since you read it. Look again before you remove it.", e.Name)
	}
	return m.remove(ctx, tx, e.Deal, map[string]bool{id: true})
}

// remove deletes elements and all that hangs on them.
func (m *Model) remove(ctx context.Context, tx *journal.Tx, deal string, ids map[string]bool) error {
	gone := m.hanging(ids)
	for i := range m.Relationships {
		if r := &m.Relationships[i]; gone[r.From] || gone[r.To] {
			if err := journal.Delete(ctx, tx, r); err != nil {
				return err
			}
		}
	}
	if err := removePictures(ctx, tx, deal, gone); err != nil {
		return err
	}
	links, err := journal.List[thread.Link](ctx, tx, deal)
	if err != nil {
		return err
	}
	for i := range links {
		if gone[links[i].FromID] || gone[links[i].ToID] {
			if err := journal.Delete(ctx, tx, &links[i]); err != nil {
				return err
			}
		}
	}
	for i := range m.Elements {
		if gone[m.Elements[i].ID] {
			if err := journal.Delete(ctx, tx, &m.Elements[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// hanging adds to the elements what stands in them and their instances.
func (m *Model) hanging(ids map[string]bool) map[string]bool {
	gone := map[string]bool{}
	for id := range ids {
		gone[id] = true
	}
	for grew := true; grew; {
		grew = false
		for _, e := range m.Elements {
			if !gone[e.ID] && (gone[e.Parent] || gone[e.Of]) {
				gone[e.ID], grew = true, true
			}
		}
	}
	return gone
}

// removePictures deletes the views of elements that go, and their positions.
func removePictures(ctx context.Context, tx *journal.Tx, deal string, gone map[string]bool) error {
	views, err := journal.List[View](ctx, tx, deal)
	if err != nil {
		return err
	}
	without := map[string]bool{}
	for i := range views {
		if gone[views[i].Scope] {
			without[views[i].ID] = true
			if err := journal.Delete(ctx, tx, &views[i]); err != nil {
				return err
			}
		}
	}
	positions, err := journal.List[Position](ctx, tx, deal)
	if err != nil {
		return err
	}
	for i := range positions {
		if p := &positions[i]; gone[p.Element] || without[p.View] {
			if err := journal.Delete(ctx, tx, p); err != nil {
				return err
			}
		}
	}
	return nil
}
