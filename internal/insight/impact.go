package insight

import (
	"context"
	"maps"
	"slices"
	"sort"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Impact is what hangs on one thing: requirements, their deals, and the deals' money.
type Impact struct {
	Requirements []Hanging       `json:"requirements"`
	Deals        []account.Label `json:"deals"`
	Money        []account.Sum   `json:"money"` // by currency; never added over two
	Unknown      int             `json:"unknown"`
	More         bool            `json:"more"` // there are more requirements than are listed
}

// Hanging is one requirement that hangs on the thing.
type Hanging struct {
	ID        string `json:"id"`
	Deal      string `json:"deal"`
	Number    int    `json:"number"`
	Statement string `json:"statement"`
	Priority  string `json:"priority"`
	Withdrawn string `json:"withdrawn"`
	Breaks    int    `json:"breaks"`
}

// mostHanging is how many requirements one answer lists.
const mostHanging = 500

var (
	satisfied  = store.SQL(`SELECT DISTINCT to_id FROM link WHERE workspace = $1 AND from_id = $2 AND to_kind = 'requirement' LIMIT $3`)
	refinedBy  = store.SQL(`SELECT DISTINCT from_id FROM link WHERE workspace = $1 AND to_id = $2 AND from_kind = 'requirement' LIMIT $3`)
	capability = store.SQL(`SELECT DISTINCT l.to_id FROM demo_segment s JOIN link l ON l.workspace = s.workspace AND l.from_id = s.id
		WHERE s.workspace = $1 AND lower(s.capability) = lower($2) AND l.to_kind = 'requirement' LIMIT $3`)
	ofPromise = store.SQL(`SELECT requirement FROM promise WHERE workspace = $1 AND id = $2 AND requirement <> '' LIMIT $3`)
	byPerson  = store.SQL(`SELECT DISTINCT p.requirement FROM tally t JOIN promise p ON p.workspace = t.workspace AND p.deal = t.deal
		WHERE t.workspace = $1 AND (t.ae = $2 OR t.se = $2 OR t.sa = $2) AND p.by_person = $2 AND p.requirement <> ''
		UNION SELECT r.id FROM tally t JOIN requirement r ON r.workspace = t.workspace AND r.deal = t.deal
		WHERE t.workspace = $1 AND (t.ae = $2 OR t.se = $2 OR t.sa = $2) AND r.feasible_by = $2 LIMIT $3`)
	byContact = store.SQL(`SELECT r.id FROM stakeholder s JOIN requirement r ON r.workspace = s.workspace AND r.deal = s.deal
		WHERE s.workspace = $1 AND s.contact = $2 AND r.raised_by = $2
		UNION SELECT q.requirement FROM stakeholder s JOIN quote q ON q.workspace = s.workspace AND q.deal = s.deal
		WHERE s.workspace = $1 AND s.contact = $2 AND q.speaker = $2
		UNION SELECT p.requirement FROM stakeholder s JOIN promise p ON p.workspace = s.workspace AND p.deal = s.deal
		WHERE s.workspace = $1 AND s.contact = $2 AND p.to_contact = $2 AND p.requirement <> '' LIMIT $3`)
	dealsOfPerson  = store.SQL(`SELECT deal FROM tally WHERE workspace = $1 AND (ae = $2 OR se = $2 OR sa = $2) ORDER BY touched_at DESC LIMIT $3`)
	dealsOfContact = store.SQL(`SELECT DISTINCT deal FROM stakeholder WHERE workspace = $1 AND contact = $2 LIMIT $3`)
	hangingOf      = store.SQL(`SELECT r.id, r.deal, r.number, r.statement, r.priority, r.withdrawn, s.breaks
		FROM requirement r JOIN standing s ON s.requirement = r.id AND s.workspace = r.workspace
		WHERE r.workspace = $1 AND r.id IN (` + store.Places(2, store.Hundred) + `)`)
)

// ImpactOf collects what hangs on a thing of any kind; a capability is named by its words.
func ImpactOf(ctx context.Context, r *journal.Reader, kind, id string) (Impact, error) {
	var out Impact
	requirements, deals, err := beginning(ctx, r, kind, id)
	if err != nil {
		return out, err
	}
	if requirements, err = refined(ctx, r, requirements); err != nil {
		return out, err
	}
	out.More = len(requirements) > mostHanging
	requirements = requirements[:min(len(requirements), mostHanging)]
	err = store.Hundreds(requirements, func(places []any) error {
		lines, err := store.List[Hanging](ctx, r.Q, hangingOf, append([]any{r.Workspace}, places...)...)
		out.Requirements = append(out.Requirements, lines...)
		return err
	})
	if err != nil {
		return out, err
	}
	for _, l := range out.Requirements {
		deals = append(deals, l.Deal)
	}
	return out, out.count(ctx, r, deals)
}

// beginning is what hangs on the thing directly.
func beginning(ctx context.Context, r *journal.Reader, kind, id string) (requirements, deals []string, err error) {
	ask := func(stmt store.Statement) []string {
		if err != nil {
			return nil
		}
		var all []string
		all, err = store.List[string](ctx, r.Q, stmt, r.Workspace, id, mostHanging+1)
		return all
	}
	switch kind {
	case "requirement":
		requirements = []string{id}
	case "capability":
		requirements = ask(capability)
	case "promise":
		requirements = ask(ofPromise)
	case "person":
		requirements, deals = ask(byPerson), ask(dealsOfPerson)
	case "contact":
		requirements, deals = ask(byContact), ask(dealsOfContact)
	case "opportunity":
		deals = []string{id}
	case "":
		err = problem.NotFound("thing", id)
	default:
		requirements = ask(satisfied)
	}
	return requirements, deals, err
}

// refined adds the requirements that refine those, and so on.
func refined(ctx context.Context, r *journal.Reader, all []string) ([]string, error) {
	for i := 0; i < len(all) && len(all) <= mostHanging; i++ {
		finer, err := store.List[string](ctx, r.Q, refinedBy, r.Workspace, all[i], mostHanging)
		if err != nil {
			return nil, err
		}
		for _, f := range finer {
			if !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all, nil
}

// count names the deals and sums their amounts, each currency for itself.
func (i *Impact) count(ctx context.Context, r *journal.Reader, deals []string) error {
	labels, err := account.Labels(ctx, r, deals)
	if err != nil {
		return err
	}
	i.Deals = append(i.Deals, slices.Collect(maps.Values(labels))...)
	i.Money, i.Unknown = account.Sums(i.Deals)
	sort.Slice(i.Deals, func(a, b int) bool { return i.Deals[a].Prefix < i.Deals[b].Prefix })
	sort.Slice(i.Requirements, func(a, b int) bool {
		x, y := i.Requirements[a], i.Requirements[b]
		if x.Deal != y.Deal {
			return labels[x.Deal].Prefix < labels[y.Deal].Prefix
		}
		return x.Number < y.Number
	})
	return nil
}
