package folder

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/design"
	"throughline/internal/discovery"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/handoff"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Options say how a folder is taken in.
type Options struct {
	As string // the key that the deal gets here; empty for the one it has in the folder
}

// Take makes a deal of a folder, in one act. Every fault of the folder is told at once, with its
// file and line; then nothing is written.
func Take(ctx context.Context, h *area.House, who journal.Actor, f *Folder, in Options) (account.Opportunity, error) {
	var deal account.Opportunity
	// Looked at first, so that files are kept for a folder only that can be taken in.
	if _, err := take(ctx, h.Journal.Reader(who.Workspace), f, in); err != nil {
		return deal, err
	}
	if err := f.keep(ctx, h.Files.In(who.Workspace)); err != nil {
		return deal, err
	}
	_, err := h.Journal.Write(ctx, who, actTake, func(ctx context.Context, tx *journal.Tx) error {
		t, err := take(ctx, tx.Reader, f, in)
		if err != nil {
			return err
		}
		if err := t.insert(ctx, tx); err != nil {
			return err
		}
		deal = *t.records["opportunity"][0].thing.(*account.Opportunity)
		return nil
	})
	return deal, err
}

// take reads a folder into things that can be written.
func take(ctx context.Context, r *journal.Reader, f *Folder, in Options) (*taking, error) {
	t := &taking{folder: f, erased: map[string]bool{}}
	t.files()
	if err := t.err(); err != nil {
		return nil, err
	}
	if n := len(t.records["opportunity"]); n != 1 {
		return nil, noDeal()
	}
	t.prefix = textAt(t.records["opportunity"][0].node, "key")
	if err := t.identify(ctx, r); err != nil {
		return nil, err
	}
	for _, c := range t.kinds {
		for _, rec := range t.records[c.Name] {
			if rec.thing == nil {
				t.decode(rec)
			}
		}
	}
	t.twice()
	if err := t.err(); err != nil {
		return nil, err
	}
	return t, t.called(ctx, r, in)
}

func textAt(n *plain.Node, name string) string {
	if v := n.Field(name); v != nil {
		return v.Text
	}
	return ""
}

// called sees that the deal's key is one, and free.
func (t *taking) called(ctx context.Context, r *journal.Reader, in Options) error {
	d := t.records["opportunity"][0].thing.(*account.Opportunity)
	if in.As != "" {
		d.Prefix = in.As
	}
	if !account.IsPrefix(d.Prefix) {
		return problem.New(problem.Invalid, "%q is no key of a deal. A key is 2 to 5 capital letters or digits and begins with a letter.", d.Prefix)
	}
	_, err := account.ByPrefix(ctx, r, d.Prefix)
	if err == nil {
		return problem.Refuse("This workspace has a deal %s already. Take the folder in under another key.", d.Prefix)
	}
	if problem.Of(err) == problem.Missing {
		return nil
	}
	return err
}

// insert writes the things.
func (t *taking) insert(ctx context.Context, tx *journal.Tx) error {
	for _, c := range t.kinds {
		for _, rec := range t.records[c.Name] {
			if rec.there {
				continue
			}
			if err := t.finish(ctx, tx, rec); err != nil {
				return err
			}
			if err := journal.Insert(ctx, tx, rec.thing); err != nil {
				return err
			}
			if call, ok := rec.thing.(*discovery.Call); ok {
				if err := t.spoken(ctx, tx, rec, *call); err != nil {
					return err
				}
			}
		}
	}
	if err := t.err(); err != nil {
		return err
	}
	if err := t.tie(ctx, tx); err != nil {
		return err
	}
	return t.compare(ctx, tx)
}

// finish sets what depends on where the folder arrives.
func (t *taking) finish(ctx context.Context, tx *journal.Tx, rec *record) (err error) {
	switch x := rec.thing.(type) {
	case *account.Account:
		x.Key = account.KeyOf(x.Name).Key
	case *auth.Person: // kept as a name: they do not sign in
		x.Email, x.Role, x.Active = strings.ToLower(x.Email), auth.Viewer, false
	case *handoff.Handoff:
		x.FrozenAct = id.New(ctx)
	case *design.Text:
		err = t.modelText(rec, x)
	case *design.Version:
		if x.ModelHash == asItStands {
			x.ModelHash, err = design.HashOf(ctx, tx, t.deal)
		}
	}
	return err
}

// spoken writes what was said on a call.
func (t *taking) spoken(ctx context.Context, tx *journal.Tx, rec *record, c discovery.Call) error {
	if rec.body == "" {
		return nil
	}
	rows, err := t.speech(rec, c)
	if err != nil || len(t.faults) > 0 {
		return err
	}
	for _, row := range rows {
		if err := journal.Insert(ctx, tx, row); err != nil {
			return err
		}
	}
	return nil
}

// tie makes the words of voices go with whoever they are, and throws away the keys of whom the
// folder has erased.
func (t *taking) tie(ctx context.Context, tx *journal.Tx) error {
	for _, rec := range t.records["voice"] {
		if v := rec.thing.(*discovery.Voice); v.Contact != "" {
			if err := tx.Tie(ctx, v.ID, v.Contact); err != nil {
				return err
			}
		}
	}
	owners := make([]string, 0, len(t.erased))
	for owner := range t.erased {
		owners = append(owners, owner)
	}
	slices.Sort(owners)
	for _, owner := range owners {
		if err := tx.Erase(ctx, owner); err != nil {
			return err
		}
	}
	return nil
}
