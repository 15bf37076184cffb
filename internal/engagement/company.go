package engagement

import (
	"context"
	"strconv"

	"throughline/internal/auth"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Rules are the rules that decide who is on a deal: those of the role guide in force, until a
// workspace has its own.
type Rules struct {
	Guide func(ctx context.Context, src journal.Source) (*rule.Table, error)
}

// Company is how a workspace fills the two roles.
type Company struct {
	journal.Row
	Policy string `db:"policy" json:"policy"` // split or combined
	Table  string `db:"rules" json:"rules"`   // the workspace's own rules, in the form of the guide's; empty for those
}

var companyKind = journal.Declare[Company]("engagement_company", "engagement_company")

// CompanyOf is the workspace's way; the roles are split where nobody said otherwise.
func CompanyOf(ctx context.Context, src journal.Source) (Company, error) {
	all, err := journal.List[Company](ctx, src, "")
	if err != nil || len(all) == 0 {
		return Company{Policy: "split"}, err
	}
	return all[0], nil
}

// InForce gives the rules of the workspace, and the facts that hold for all its deals.
func (r Rules) InForce(ctx context.Context, src journal.Source) (*rule.Table, rule.Facts, error) {
	var facts rule.Facts
	c, err := CompanyOf(ctx, src)
	if err != nil {
		return nil, facts, err
	}
	seats, err := seats(ctx, src)
	if err != nil {
		return nil, facts, err
	}
	if err := facts.Set("policy", c.Policy); err != nil {
		return nil, facts, err
	}
	if seats > 0 { // with nobody there yet, it is unknown
		if err := facts.Set("seats", strconv.Itoa(seats)); err != nil {
			return nil, facts, err
		}
	}
	if c.Table == "" {
		table, err := r.Guide(ctx, src)
		return table, facts, err
	}
	table, err := rule.Held(c.Table)
	return table, facts, err
}

// seats is how many people hold the two roles.
func seats(ctx context.Context, src journal.Source) (n int, err error) {
	all, err := journal.Remember(src, func() ([]auth.Person, error) { return auth.People(ctx, src) })
	for _, p := range all {
		if p.Active && (p.Role == auth.SE || p.Role == auth.SA) {
			n++
		}
	}
	return n, err
}

// CompanyIn is how a workspace says it.
type CompanyIn struct {
	Revision int64
	Policy   string `json:"policy"`
	Table    string `json:"rules"`
}

// SetCompany says how the workspace fills the two roles, and by which rules. Rules that contradict
// each other, leave a case open or can never hit are refused with the place.
func SetCompany(ctx context.Context, tx *journal.Tx, in CompanyIn) (Company, error) {
	var c problem.Check
	c.OneOf("policy", in.Policy, "split", "combined")
	c.Optional("rules", in.Table, 20_000)
	if in.Table != "" {
		if _, err := rule.Read([]byte(in.Table)); err != nil {
			c.Fail(false, "rules", "%s.", err)
		}
	}
	if err := c.Err(); err != nil {
		return Company{}, err
	}
	had, err := CompanyOf(ctx, tx)
	if err != nil {
		return had, err
	}
	had.Policy, had.Table = in.Policy, in.Table
	if had.ID == "" {
		return had, journal.Insert(ctx, tx, &had)
	}
	if in.Revision != 0 {
		had.Revision = in.Revision
	}
	return had, journal.Update(ctx, tx, &had)
}
