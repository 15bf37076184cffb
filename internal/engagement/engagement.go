package engagement

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
)

// Engagement is what is known of who a deal needs: the facts that the rules look at, and a mode
// that a person chose against them. A deal that nobody said anything of has none.
type Engagement struct {
	journal.Row
	Facts map[string]Fact `db:"facts,json" json:"facts"`
	Mode  string          `db:"mode" json:"mode"` // chosen by a person; empty for the rules'
	Why   string          `db:"why" json:"why"`   // the reason of the choice
	By    string          `db:"chosen_by" json:"chosen_by"`
}

// Fact is one fact of a deal with where it comes from. A fact without a value is unknown.
type Fact struct {
	Value  string     `json:"value"`
	Source string     `json:"source"` // a call, a mail, a document; in words
	On     clock.Date `json:"on"`
	By     string     `json:"by"` // a person's id
}

var engagementKind = journal.Declare[Engagement]("engagement", "engagement")

// Of is a deal's engagement; empty facts where there is none.
func Of(ctx context.Context, src journal.Source, deal string) (Engagement, error) {
	all, err := journal.List[Engagement](ctx, src, deal)
	if err != nil || len(all) == 0 {
		return Engagement{Row: journal.Row{Deal: deal}, Facts: map[string]Fact{}}, err
	}
	return all[0], nil
}

// Standing is a deal's engagement as the rules judge it.
type Standing struct {
	Engagement
	Table    *rule.Table // the rules in force
	Decision rule.Decision
	Asked    []Request
}

// InForce is the mode that holds: the chosen one, else the rules', else the one to go on in.
func (s Standing) InForce() string {
	if s.Mode != "" {
		return s.Mode
	}
	return s.Decision.WorksAs
}

// ModeOf is a mode of the rules in force by its id; one that they no longer have says its id.
func (s Standing) ModeOf(id string) rule.Mode {
	for _, m := range s.Table.Modes {
		if m.ID == id {
			return m
		}
	}
	return rule.Mode{ID: id, Says: id}
}

// Differs says whether a person chose another mode than the rules decide.
func (s Standing) Differs() bool {
	return s.Mode != "" && s.Decision.Mode != rule.Undecided && s.Mode != s.Decision.Mode
}

// Judge gives a deal's standing by the rules in force in the workspace.
func (r Rules) Judge(ctx context.Context, src journal.Source, deal string) (Standing, error) {
	table, facts, err := r.InForce(ctx, src)
	if err != nil {
		return Standing{}, err
	}
	return judge(ctx, src, deal, table, facts)
}

func judge(ctx context.Context, src journal.Source, deal string, table *rule.Table, facts rule.Facts) (Standing, error) {
	e, err := Of(ctx, src, deal)
	if err != nil {
		return Standing{}, err
	}
	for name, f := range e.Facts {
		if err := facts.Set(name, f.Value); err != nil {
			return Standing{}, err // written by SetFact alone, which reads it the same way
		}
	}
	asked, err := Requests(ctx, src, deal)
	return Standing{e, table, table.Decide(facts), asked}, err
}
