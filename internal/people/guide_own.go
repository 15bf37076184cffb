package people

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
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
