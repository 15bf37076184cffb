package tale

import (
	"context"
	"fmt"
	"io/fs"

	"throughline/internal/design"
	"throughline/internal/journal"
)

// Draws reads the deal's model from a text in its folder.
func (t *Tale) Draws(file string) {
	source, err := fs.ReadFile(t.texts, t.folder+"/"+file)
	t.act("design.import", func(ctx context.Context, tx *journal.Tx) error {
		if err != nil {
			return err
		}
		_, err := design.Import(ctx, tx, design.Reading{Deal: t.id("deal"), Name: file, Source: source})
		return err
	})
}

// Adds puts an element into the model by hand, into the one of a name where it is a part.
func (t *Tale) Adds(e design.NewElement, needs ...string) {
	t.act("design.add-element", func(ctx context.Context, tx *journal.Tx) (err error) {
		in := e
		in.Deal, in.Requirements = t.id("deal"), t.allIDs(needs)
		if in.Parent != "" {
			if in.Parent, err = t.element(ctx, tx, in.Parent); err != nil {
				return err
			}
		}
		_, err = design.AddElement(ctx, tx, in)
		return err
	})
}

// Relates says that one element uses another, both by their names.
func (t *Tale) Relates(from, to string, use design.Use) {
	t.act("design.relate", func(ctx context.Context, tx *journal.Tx) error {
		in := design.NewRelationship{Deal: t.id("deal"), Use: use}
		for name, id := range map[string]*string{from: &in.From, to: &in.To} {
			found, err := t.element(ctx, tx, name)
			if err != nil {
				return err
			}
			*id = found
		}
		_, err := design.Relate(ctx, tx, in)
		return err
	})
}

// Satisfies says which requirements elements satisfy, each element by its name.
func (t *Tale) Satisfies(element string, needs ...string) {
	t.act("design.satisfy", func(ctx context.Context, tx *journal.Tx) error {
		id, err := t.element(ctx, tx, element)
		if err != nil {
			return err
		}
		return design.Satisfy(ctx, tx, design.Satisfaction{Kind: "element", ID: id, Requirements: t.allIDs(needs)})
	})
}

// element is the id of an element of the model by its name.
func (t *Tale) element(ctx context.Context, src journal.Source, name string) (string, error) {
	all, err := design.Elements(ctx, src, t.id("deal"))
	for _, e := range all {
		if e.Name == name && e.Of == "" {
			return e.ID, err
		}
	}
	if err == nil {
		err = fmt.Errorf("the model has no element %q", name)
	}
	return "", err
}

// Proposes proposes a decision that satisfies requirements.
func (t *Tale) Proposes(word string, w design.Wording, needs ...string) {
	t.act("design.add-decision", func(ctx context.Context, tx *journal.Tx) error {
		w.Makers = t.allIDs(w.Makers)
		d, err := design.AddDecision(ctx, tx, design.NewDecision{Deal: t.id("deal"), Requirements: t.allIDs(needs), Wording: w})
		t.ids[word] = d.ID
		return err
	})
}

// Decides accepts a decision.
func (t *Tale) Decides(word string) {
	t.act("design.decide", func(ctx context.Context, tx *journal.Tx) error {
		_, err := design.Decide(ctx, tx, design.Ruling{ID: t.id(word), Status: design.Accepted})
		return err
	})
}

// Reviews asks for approval of the design as it stands.
func (t *Tale) Reviews(title string, approvers ...string) {
	t.act("design.request-review", func(ctx context.Context, tx *journal.Tx) error {
		v, err := design.RequestReview(ctx, tx, design.ReviewRequest{Deal: t.id("deal"), Title: title, Approvers: t.allIDs(approvers)})
		t.ids["design"] = v.ID
		return err
	})
}

// Passes approves the design in review: one's own approval, or a contact's with where it was
// given.
func (t *Tale) Passes(contact, note string) {
	t.act("design.approve", func(ctx context.Context, tx *journal.Tx) error {
		_, err := design.Approve(ctx, tx, design.VersionApproval{ID: t.id("design"), Approver: t.id(contact), Note: t.Say(note)})
		return err
	})
}

// Comments notes something on the design in review, or on an element by its name.
func (t *Tale) Comments(element, words string) {
	t.act("design.comment", func(ctx context.Context, tx *journal.Tx) error {
		about := design.Remark{AboutKind: "version", Words: t.Say(words)}
		about.About = t.id("design")
		if element != "" {
			id, err := t.element(ctx, tx, element)
			if err != nil {
				return err
			}
			about.AboutKind, about.About = "element", id
		}
		_, err := design.Comment(ctx, tx, about)
		return err
	})
}

// Points records a document elsewhere that satisfies requirements.
func (t *Tale) Points(word string, p design.Pointer, needs ...string) {
	t.act("design.point-elsewhere", func(ctx context.Context, tx *journal.Tx) error {
		p.Deal, p.Requirements = t.id("deal"), t.allIDs(needs)
		e, err := design.PointElsewhere(ctx, tx, p)
		t.ids[word] = e.ID
		return err
	})
}

// PassesElsewhere records who approved a document elsewhere, today.
func (t *Tale) PassesElsewhere(word, approver string) {
	on := t.Day(t.day)
	t.act("design.approve-elsewhere", func(ctx context.Context, tx *journal.Tx) error {
		_, err := design.ApproveElsewhere(ctx, tx, design.ElsewhereApproval{ID: t.id(word), Approver: t.id(approver), ApprovedOn: on})
		return err
	})
}

// Tidies lays the views of the model out afresh.
func (t *Tale) Tidies() {
	t.act("design.tidy", func(ctx context.Context, tx *journal.Tx) error {
		views, err := design.Views(ctx, tx, t.id("deal"))
		if err != nil {
			return err
		}
		for _, v := range views {
			if err := design.Tidy(ctx, tx, v.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
