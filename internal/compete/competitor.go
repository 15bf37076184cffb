package compete

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Competitor is who else could be bought; also 'building it themselves' and 'doing nothing'.
type Competitor struct {
	journal.Row
	Name  string   `db:"name" json:"name"`
	Key   string   `db:"name_key" json:"-"`     // the name as names are compared: one competitor has it
	Also  []string `db:"also,json" json:"also"` // what else it is called
	About string   `db:"about" json:"about"`
}

var competitorKind = journal.Declare[Competitor]("competitor", "competitor")

// Competitors are all of the workspace, by name.
func Competitors(ctx context.Context, src journal.Source) ([]Competitor, error) {
	all, err := journal.List[Competitor](ctx, src, "")
	slices.SortFunc(all, func(a, b Competitor) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return all, err
}

// called says whether the competitor goes by a name, in whatever writing.
func (c Competitor) called(name string) bool {
	key := account.KeyOf(name).Key
	return slices.ContainsFunc(append([]string{c.Name}, c.Also...), func(n string) bool { return account.KeyOf(n).Key == key })
}

// found is the competitor of a name; a new one where nobody goes by it.
func found(ctx context.Context, tx *journal.Tx, name string) (Competitor, error) {
	all, err := journal.List[Competitor](ctx, tx, "")
	if err != nil {
		return Competitor{}, err
	}
	for _, c := range all {
		if c.called(name) {
			return c, nil
		}
	}
	c := Competitor{Name: strings.Join(strings.Fields(name), " "), Key: account.KeyOf(name).Key, Also: []string{}}
	return c, journal.Insert(ctx, tx, &c)
}

// CompetitorEdit is what a person says of a competitor.
type CompetitorEdit struct {
	ID       string
	Revision int64
	Name     string   `json:"name"`
	Also     []string `json:"also"`
	About    string   `json:"about"`
}

// mostNames is more than anybody is called.
const mostNames = 20

// EditCompetitor changes what a competitor is called and what we know of it.
func EditCompetitor(ctx context.Context, tx *journal.Tx, in CompetitorEdit) (Competitor, error) {
	var c problem.Check
	c.Text("name", in.Name, 120)
	c.Optional("about", in.About, 4000)
	c.Fail(len(in.Also) <= mostNames, "also", "At most %d other names.", mostNames)
	for _, n := range in.Also {
		c.Text("also", n, 120)
	}
	if err := c.Err(); err != nil {
		return Competitor{}, err
	}
	all, err := journal.List[Competitor](ctx, tx, "")
	if err != nil {
		return Competitor{}, err
	}
	out, err := journal.Load[Competitor](ctx, tx, in.ID)
	if err != nil {
		return out, err
	}
	for _, o := range all {
		for _, n := range append([]string{in.Name}, in.Also...) {
			c.Fail(o.ID == out.ID || !o.called(n), "name", "%s is called %q already.", o.Name, n)
		}
	}
	if err := c.Err(); err != nil {
		return out, err
	}
	if in.Revision != 0 {
		out.Revision = in.Revision
	}
	out.Name, out.Key = strings.Join(strings.Fields(in.Name), " "), account.KeyOf(in.Name).Key
	out.Also, out.About = append([]string{}, in.Also...), in.About
	return out, journal.Update(ctx, tx, &out)
}
