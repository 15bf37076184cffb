package design

import (
	"context"
	"fmt"
	"strings"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

func addElement(r *kit.Request) error {
	in := core.NewElement{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := shape(r, &in.Shape); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	var made core.Element
	if err := r.Act("design.add-element", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.AddElement(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, made.ID)
}

// shape fills what a form writes in one line: tags with commas, an owner by name.
func shape(r *kit.Request, in *core.Shape) (err error) {
	in.Tags = commas(r.FormValue("tags"))
	in.Owner, err = owner(r)
	return err
}

// owner is the id of the person whose name was written, else the words: a team.
func owner(r *kit.Request) (string, error) {
	words := strings.TrimSpace(r.FormValue("owner"))
	names, err := r.Names()
	for id, name := range names {
		if words != "" && strings.EqualFold(name, words) {
			return id, err
		}
	}
	return words, err
}

func editElement(r *kit.Request) error {
	e, err := mine[core.Element](r, "element")
	if err != nil {
		return err
	}
	in := core.ElementEdit{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := shape(r, &in.Shape); err != nil {
		return err
	}
	in.ID = e.ID
	if err := r.Act("design.edit-element", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditElement(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, e.ID)
}

func removeElement(r *kit.Request) error {
	e, err := mine[core.Element](r, "element")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("design.remove-element", func(ctx context.Context, tx *journal.Tx) error {
		return core.RemoveElement(ctx, tx, e.ID, revision)
	}); err != nil {
		return err
	}
	return away(r)
}

// away ends an act that took away what was picked.
func away(r *kit.Request) error {
	a := address(r)
	a.Query.Del("at")
	return r.Done(a.With("form", ""))
}

// read is the revision that the form was drawn with.
func read(r *kit.Request) (int64, error) {
	var in struct{ Revision int64 }
	err := r.Decode(&in)
	return in.Revision, err
}

func relate(r *kit.Request) error {
	in := core.NewRelationship{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal, in.Tags = r.Deal.ID, commas(r.FormValue("tags"))
	var err error
	if in.Owner, err = owner(r); err != nil {
		return err
	}
	m, err := core.Read(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	if in.From, err = named(m, "from", in.From); err != nil {
		return err
	}
	if in.To, err = named(m, "to", in.To); err != nil {
		return err
	}
	var made core.Relationship
	if err := r.Act("design.relate", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.Relate(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, made.ID)
}

// named finds an element by its id or, in a model too large to choose from, by its name.
func named(m *core.Model, field, words string) (string, error) {
	if _, ok := m.Element(words); ok || words == "" {
		return words, nil
	}
	found := ""
	for _, e := range m.Elements {
		if e.Of != "" || !strings.EqualFold(m.Name(e.ID), words) && !strings.EqualFold(e.Name, words) {
			continue
		}
		if found != "" {
			return "", fault(field, "Several elements are called %q. Write it with its system in front: %s.", words, m.Name(e.ID))
		}
		found = e.ID
	}
	if found == "" {
		return "", fault(field, "No element is called %q.", words)
	}
	return found, nil
}

func fault(field, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	return &problem.Error{Kind: problem.Invalid, What: what, Fields: []problem.Field{{Name: field, What: what}}}
}

func editRelationship(r *kit.Request) error {
	rel, err := mine[core.Relationship](r, "relationship")
	if err != nil {
		return err
	}
	in := core.RelationshipEdit{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID, in.Tags = rel.ID, commas(r.FormValue("tags"))
	if in.Owner, err = owner(r); err != nil {
		return err
	}
	if err := r.Act("design.edit-relationship", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditRelationship(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, rel.ID)
}

func unrelate(r *kit.Request) error {
	rel, err := mine[core.Relationship](r, "relationship")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("design.unrelate", func(ctx context.Context, tx *journal.Tx) error {
		return core.Unrelate(ctx, tx, rel.ID, revision)
	}); err != nil {
		return err
	}
	return away(r)
}
