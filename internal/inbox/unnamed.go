package inbox

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// mostUnnamed is how many places without a person one inbox asks to be filled.
const mostUnnamed = 20

// place is a place on a deal's team that nobody has, while breaks wait for whoever has it.
type place struct {
	Deal, Prefix, Role string
	Breaks             int
	Since              clock.Date
}

// nobody are the breaks without a person in some deals, by deal and role. The blanks here and
// below keep a planner without statistics on one person's deals and on their own breaks, instead
// of every deal and break that lacks somebody.
func nobody(deals string) store.Statement {
	return store.SQL(`SELECT o.id, o.prefix, b.who, COUNT(*), MIN(b.since) FROM (` + deals + `) m CROSS JOIN break_line b CROSS JOIN opportunity o
		WHERE b.workspace = $1 AND b.deal = m.deal AND b.person || '' = '' AND o.workspace = $1 AND o.id = m.deal GROUP BY o.id, o.prefix, b.who ORDER BY 5, o.id, b.who LIMIT $3`)
}

const broken = `SELECT deal FROM tally WHERE workspace = $1 AND CASE WHEN archived THEN 1 ELSE 0 END = 0 AND breaks > 0 AND `

var (
	// of a deal the account executive fills the places, else the SE, else the SA
	besideMe = nobody(broken + `ae = $2 AND (se || '' = '' OR sa || '' = '') UNION ` + broken + `se = $2 AND ae || '' = '' UNION ` +
		broken + `sa = $2 AND ae || '' = '' AND se || '' = ''`)
	// of a deal that has nobody at all, whoever manages
	ofNobody = nobody(broken + `ae = $2 AND se || '' = '' AND sa || '' = '' LIMIT 200`)
)

// unnamed asks for a name where breaks of a deal reach no inbox, since nobody has the place that
// mends them: asked is the deal's account executive, else its SE, else its SA; of a deal with
// nobody on it every manager and admin.
func unnamed(ctx context.Context, r *journal.Reader, person string) ([]Waiting, error) {
	places, err := store.List[place](ctx, r.Q, besideMe, r.Workspace, person, mostUnnamed)
	if err != nil {
		return nil, err
	}
	switch p, err := journal.Load[auth.Person](ctx, r, person); {
	case err != nil && problem.Of(err) != problem.Missing:
		return nil, err
	case p.Role == auth.Manager || p.Role == auth.Admin:
		more, err := store.List[place](ctx, r.Q, ofNobody, r.Workspace, "", mostUnnamed)
		if err != nil {
			return nil, err
		}
		places = append(places, more...)
	}
	out := make([]Waiting, 0, len(places))
	for _, p := range places {
		out = append(out, Waiting{p.asks(), "inbox"})
	}
	return out, nil
}

func (p place) asks() area.Waiting {
	waits := "1 break waits"
	if p.Breaks != 1 {
		waits = fmt.Sprintf("%d breaks wait", p.Breaks)
	}
	return area.Waiting{Deal: p.Deal, Verb: "Name an " + p.Role, Path: "edit", Since: p.Since, Key: p.Prefix,
		What: fmt.Sprintf("%s for an %s, and the deal names none.", waits, p.Role)}
}
