package folder

import (
	"context"
	"embed"
	"fmt"
	"reflect"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Outside is a thing that the deal names and that was not there where the folder was taken in:
// the deal it begins from, a requirement of another deal. It is kept by what people call it.
type Outside struct {
	journal.Row
	Sort   string `db:"sort" json:"kind"`     // its kind
	Called string `db:"called" json:"called"` // NWF, NWF-12; empty for what has no key
	Words  string `db:"words" json:"words"`   // its name, its statement
}

var _ = journal.Declare[Outside]("outside", "outside")

// Migrations makes the table of what lies outside.
//
//go:embed migrations/*.sql
var Migrations embed.FS

// Area is what folders give to the house: a table, and their act.
func Area() area.Area {
	return area.Area{Name: "folder", Migrations: Migrations,
		Acts: map[string]string{actTake: "took the deal in from a folder"}, Final: []string{actTake}}
}

const actTake = "folder.take"

// outside adds what lies outside of the deal by what people call it.
func (g *gathering) outside(ctx context.Context, src *journal.Reader, k *journal.Kind, t journal.Thing) error {
	o := &Outside{Row: journal.Row{ID: t.Head().ID, Deal: g.deal}, Sort: k.Name}
	switch x := t.(type) {
	case *account.Opportunity:
		o.Called, o.Words = x.Prefix, x.Name
	case *thread.Requirement:
		d, err := journal.Load[account.Opportunity](ctx, src, x.Deal)
		if err != nil {
			return err
		}
		o.Called, o.Words = fmt.Sprintf("%s-%d", d.Prefix, x.Number), x.Statement
	default:
		v := reflect.ValueOf(t).Elem()
		for _, c := range k.Columns() {
			if c.Type.Kind() == reflect.String && (c.Word == "title" || c.Word == "name" || c.Word == "statement") {
				o.Words = c.Of(v).String()
			}
		}
	}
	for _, c := range g.kinds {
		if c.Name == "outside" {
			g.add(c, o)
		}
	}
	return nil
}

// found looks for a thing outside where the folder arrives; empty when it is not there.
func (o *Outside) found(ctx context.Context, r *journal.Reader) (string, error) {
	if o.Called == "" || o.Sort != "opportunity" && o.Sort != "requirement" {
		return "", nil
	}
	prefix, _, _ := strings.Cut(o.Called, "-")
	d, err := account.ByPrefix(ctx, r, prefix)
	if problem.Of(err) == problem.Missing {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if o.Sort == "opportunity" {
		return d.ID, nil
	}
	q, err := thread.ByKey(ctx, r, d.ID, o.Called)
	if problem.Of(err) == problem.Missing {
		return "", nil
	}
	return q.ID, err
}
