package thread

import (
	"context"
	"encoding/json"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Standing is the states of one requirement as they are kept beside it: a letter a station.
type Standing struct {
	Requirement string
	States      string // State letters, in station order
	Owed        string // '1' where owed
	Breaks      int
}

// Tally is what is counted of a deal, so that a list of deals never reads requirements. It
// holds for the days from JudgedOn until before StaleOn.
type Tally struct {
	Deal         string
	Phase        string
	Archived     bool
	AE, SE, SA   string
	CloseOn      clock.Date
	Known        bool   // whether the amount is known
	Minor        int64  // the amount in hundredths
	Currency     string // of the amount
	Requirements int
	Musts        int
	Breaks       int
	Coverage     string // JSON: [StationCount]Count
	Promises     int    // pending
	AtRisk       int
	TechnicalWin string
	NoDates      bool
	JudgedOn     clock.Date
	StaleOn      clock.Date // the next day on which time alone changes a count; empty for never
}

var (
	standingsOfDeal = store.SQL(`SELECT requirement, states, owed, breaks FROM standing WHERE workspace = $1 AND deal = $2`)
	keepStanding    = store.SQL(`INSERT INTO standing (workspace, deal, requirement, states, owed, breaks) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (requirement) DO UPDATE SET states = excluded.states, owed = excluded.owed, breaks = excluded.breaks`)
	dropStandings = store.SQL(`DELETE FROM standing WHERE workspace = $1 AND deal = $2`)
	dropStanding  = store.SQL(`DELETE FROM standing WHERE workspace = $1 AND requirement = $2`)
	dropTally     = store.SQL(`DELETE FROM tally WHERE workspace = $1 AND deal = $2`)
	keepTally     = store.SQL(`INSERT INTO tally (workspace, deal, phase, archived, ae, se, sa, close_on, known, minor, currency, requirements, musts, breaks, coverage, promises, at_risk, technical_win, no_dates, judged_on, stale_on, touched_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
		ON CONFLICT (deal) DO UPDATE SET phase = excluded.phase, archived = excluded.archived, ae = excluded.ae, se = excluded.se, sa = excluded.sa,
			close_on = excluded.close_on, known = excluded.known, minor = excluded.minor, currency = excluded.currency, requirements = excluded.requirements, musts = excluded.musts, breaks = excluded.breaks, coverage = excluded.coverage,
			promises = excluded.promises, at_risk = excluded.at_risk, technical_win = excluded.technical_win, no_dates = excluded.no_dates,
			judged_on = excluded.judged_on, stale_on = excluded.stale_on,
			touched_at = CASE WHEN excluded.touched_at > tally.touched_at THEN excluded.touched_at ELSE tally.touched_at END`)
	tallyOfDeal = store.SQL(`SELECT deal, phase, archived, ae, se, sa, close_on, known, minor, currency, requirements, musts, breaks, coverage, promises, at_risk, technical_win, no_dates, judged_on, stale_on
		FROM tally WHERE workspace = $1 AND deal = $2`)
)

// Settle computes the deal's thread and keeps its states and counts. It is journal.Settler.
func (w *Weaver) Settle(ctx context.Context, tx *journal.Tx, deal string) error {
	home, err := journal.Remember(tx, func() (account.Workspace, error) { return account.Home(ctx, tx) })
	if err != nil {
		return err
	}
	if d, ok := journal.Fresh[account.Opportunity](tx, deal, "stakeholder"); ok {
		return keepFresh(ctx, tx, home, d)
	}
	t, err := w.Weave(ctx, tx, deal, tx.Now().In(home.Location()))
	if problem.Of(err) == problem.Missing { // the deal itself was removed
		for _, stmt := range []store.Statement{dropStandings, dropBreaks, dropTally} {
			if _, err := tx.Derive(ctx, stmt, tx.Workspace, deal); err != nil {
				return err
			}
		}
		return nil
	}
	if err != nil {
		return err
	}
	return keep(ctx, tx, &t)
}

func keep(ctx context.Context, tx *journal.Tx, t *Thread) error {
	deal := t.Facts.Deal.ID
	had, err := standings(ctx, tx, deal)
	if err != nil {
		return err
	}
	for _, s := range Standings(&t.Picture) {
		was := had[s.Requirement]
		delete(had, s.Requirement)
		if was == s {
			continue
		}
		if _, err := tx.Derive(ctx, keepStanding, tx.Workspace, deal, s.Requirement, s.States, s.Owed, s.Breaks); err != nil {
			return err
		}
	}
	for gone := range had { // its recording was undone
		if _, err := tx.Derive(ctx, dropStanding, tx.Workspace, gone); err != nil {
			return err
		}
	}
	derive := func(ctx context.Context, stmt store.Statement, args ...any) error {
		_, err := tx.Derive(ctx, stmt, args...)
		return err
	}
	if err := keepBreaks(ctx, tx.Q, derive, tx.Workspace, &t.Picture); err != nil {
		return err
	}
	return derive(ctx, keepTally, TallyOf(t).args(tx.Workspace, tx.Now())...)
}

// args are what keepTally writes; touched is the moment of the act, never when time alone counts
// anew.
func (y Tally) args(workspace string, touched clock.Instant) []any {
	return []any{workspace, y.Deal, y.Phase, y.Archived, y.AE, y.SE, y.SA, y.CloseOn, y.Known, y.Minor, y.Currency, y.Requirements, y.Musts, y.Breaks,
		y.Coverage, y.Promises, y.AtRisk, y.TechnicalWin, y.NoDates, y.JudgedOn, y.StaleOn, touched}
}

func standings(ctx context.Context, tx *journal.Tx, deal string) (map[string]Standing, error) {
	return standingsOf(ctx, tx.Q, tx.Workspace, deal)
}

func standingsOf(ctx context.Context, q store.Querier, workspace, deal string) (map[string]Standing, error) {
	all, err := store.List[Standing](ctx, q, standingsOfDeal, workspace, deal)
	out := make(map[string]Standing, len(all))
	for _, s := range all {
		out[s.Requirement] = s
	}
	return out, err
}

// Standings is the states of a picture as they are kept.
func Standings(p *Picture) []Standing {
	out := make([]Standing, 0, len(p.Rows))
	for _, l := range p.Rows {
		states, owed := make([]byte, StationCount), make([]byte, StationCount)
		for i, c := range l.Cells {
			states[i], owed[i] = byte(c.State), '0'
			if c.Owed {
				owed[i] = '1'
			}
		}
		out = append(out, Standing{l.Requirement.ID, string(states), string(owed), len(l.Breaks)})
	}
	return out
}

// TallyOf counts a thread.
func TallyOf(t *Thread) Tally {
	f := &t.Facts
	coverage, _ := json.Marshal(t.Coverage)
	y := Tally{Deal: f.Deal.ID, Phase: string(f.Deal.Phase), Archived: f.Deal.Archived, AE: f.Deal.AE, SE: f.Deal.SE, SA: f.Deal.SA,
		CloseOn: f.Deal.CloseOn, Known: f.Deal.Amount.Known, Minor: f.Deal.Amount.Minor, Currency: f.Deal.Amount.Currency, Breaks: len(t.Breaks), Coverage: string(coverage), TechnicalWin: t.TechnicalWin, NoDates: t.NoDates,
		JudgedOn: f.Today, StaleOn: staleOn(&t.Picture)}
	broken := map[string]bool{}
	for _, l := range t.Rows {
		broken[l.Requirement.ID] = len(l.Breaks) > 0
		if l.Requirement.Stands() {
			y.Requirements++
			if l.Requirement.Priority == Must {
				y.Musts++
			}
		}
	}
	for _, p := range f.Promises {
		if p.Pending() {
			y.Promises++
		}
		if p.AtRisk(f.Today, f.Settings.AtRiskDays, broken[p.Requirement]) {
			y.AtRisk++
		}
	}
	return y
}

// staleOn is the first day after today on which a date passes that a rule looks at.
func staleOn(p *Picture) clock.Date {
	f := &p.Facts
	next := clock.Date("")
	consider := func(d clock.Date) {
		if d != "" && f.Today < d && (next == "" || d < next) {
			next = d
		}
	}
	consider(f.Deal.CloseOn.AddDays(1))
	for _, l := range p.Rows {
		for _, c := range l.Cells {
			if c.Owed {
				consider(c.Due.AddDays(1))
			}
			if c.Verdict != nil {
				consider(c.Verdict.ExcusedUntil.AddDays(1))
			}
		}
	}
	for _, pr := range f.Promises {
		consider(pr.DueOn().AddDays(1))
		consider(pr.DueOn().AddDays(-f.Settings.AtRiskDays))
	}
	return next
}

// Kept is the deal's kept counts, and whether there are any.
func Kept(ctx context.Context, r *journal.Reader, deal string) (Tally, bool, error) {
	return store.One[Tally](ctx, r.Q, tallyOfDeal, r.Workspace, deal)
}
