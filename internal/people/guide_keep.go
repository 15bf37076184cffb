package people

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// OwnGuide is a workspace's own tables of the roles, in place of the shipped ones.
type OwnGuide struct {
	journal.Row
	Name   string     `db:"name" json:"name"` // as the file names itself
	KeptOn clock.Date `db:"kept_on" json:"kept_on"`
	KeptBy string     `db:"kept_by" json:"kept_by"` // a person's id
	Text   string     `db:"words" json:"-"`         // the file, byte for byte
}

var _ = journal.Declare[OwnGuide]("role guide", "role_guide")

// OwnGuideOf is the workspace's own guide; one without an id where the shipped one holds.
func OwnGuideOf(ctx context.Context, src journal.Source) (OwnGuide, error) {
	all, err := journal.List[OwnGuide](ctx, src, "")
	if err != nil || len(all) == 0 {
		return OwnGuide{}, err
	}
	return all[0], nil
}

// GuideOf is the guide in force: the workspace's own, else the shipped one. One that was kept by
// an older program and that this one cannot read gives way to the shipped one; the settings say so.
func GuideOf(ctx context.Context, src journal.Source) (*guide.Guide, error) {
	return journal.Remember(src, func() (*guide.Guide, error) {
		own, err := OwnGuideOf(ctx, src)
		if err != nil {
			return nil, err
		}
		return own.Guide(), nil
	})
}

// Guide is what the file says; the shipped guide where there is none, or none that can be read.
func (o OwnGuide) Guide() *guide.Guide {
	if o.ID == "" {
		return guide.Shipped()
	}
	g, err := guide.Held(o.Text)
	if err != nil {
		return guide.Shipped()
	}
	return g
}

// MayKeepGuide says whether somebody may put another guide in force: a people administrator or a
// workspace admin.
func MayKeepGuide(ctx context.Context, r *journal.Reader, person string) (bool, error) {
	p, err := journal.Load[auth.Person](ctx, r, person)
	if err != nil || !p.Active {
		return false, err
	}
	if p.Role == auth.Admin {
		return true, nil
	}
	all, err := Administrators(ctx, r)
	for _, a := range all {
		if a.Person == person {
			return true, err
		}
	}
	return false, err
}

// GuideIn is a guide's file. Revision is that of the own guide it replaces; 0 for none read.
type GuideIn struct {
	Revision int64
	Text     string
	// Anyway says that it is wanted though people have to do with what it leaves out (Losses).
	Anyway bool `json:"anyway"`
}

// GoneIn is what is taken out of the guide, or the whole of it; Anyway as in GuideIn.
type GoneIn struct {
	ID       string // of the skill; empty for the whole guide
	Revision int64
	Anyway   bool `json:"anyway"`
}

// KeepGuide puts a workspace's own guide in force. One that does not agree with itself is refused
// with the place, and nothing changes; also says what else has to hold of it. One that leaves out
// what people have to do with is refused until that is said to be wanted.
func KeepGuide(ctx context.Context, tx *journal.Tx, in GuideIn, also func(*guide.Guide) error) (OwnGuide, error) {
	had, err := keeping(ctx, tx, in.Revision)
	if err != nil {
		return had, err
	}
	g, err := guide.Held(in.Text)
	if err != nil {
		return had, err
	}
	if err := also(g); err != nil {
		return had, err
	}
	if in.Text == string(guide.Text()) {
		return had, problem.Refuse("That is the shipped guide, word for word. Nothing was changed.")
	}
	if err := said(ctx, tx, had.Guide(), g, in.Anyway); err != nil {
		return had, err
	}
	return had, had.put(ctx, tx, g.Name, in.Text)
}

// put writes the file into the row.
func (o *OwnGuide) put(ctx context.Context, tx *journal.Tx, name, text string) (err error) {
	if o.ID != "" && o.Text == text {
		return problem.Refuse("That file is in force already. Nothing was changed.")
	}
	o.Name, o.Text, o.KeptBy = name, text, tx.Actor.Person
	if o.KeptOn, err = account.Today(ctx, tx); err != nil {
		return err
	}
	if o.ID == "" {
		return journal.Insert(ctx, tx, o)
	}
	return journal.Update(ctx, tx, o)
}

// LeaveGuide goes back to the shipped guide.
func LeaveGuide(ctx context.Context, tx *journal.Tx, in GoneIn) (OwnGuide, error) {
	had, err := keeping(ctx, tx, in.Revision)
	if err != nil {
		return had, err
	}
	if had.ID == "" {
		return had, problem.Refuse("The shipped guide is in force already.")
	}
	if err := said(ctx, tx, had.Guide(), guide.Shipped(), in.Anyway); err != nil {
		return had, err
	}
	return had, journal.Delete(ctx, tx, &had)
}

// keeping is the own guide, held to be changed by who may.
func keeping(ctx context.Context, tx *journal.Tx, revision int64) (OwnGuide, error) {
	may, err := MayKeepGuide(ctx, tx.Reader, tx.Actor.Person)
	if err != nil {
		return OwnGuide{}, err
	}
	if !may {
		return OwnGuide{}, problem.New(problem.Forbidden, "Only a people administrator or a workspace admin keeps the role guide. Ask one of them.")
	}
	if err := inTurn(ctx, tx); err != nil {
		return OwnGuide{}, err
	}
	had, err := OwnGuideOf(ctx, tx)
	if err == nil && revision != 0 && revision != had.Revision {
		return had, problem.New(problem.Stale, "The guide was changed while you were at it. Look at what is in force now, then repeat.")
	}
	return had, err
}
