package tally

import (
	"context"
	"encoding/json"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// Tally is what is counted of a deal, so that a list of deals never reads requirements. It
// holds for the days from JudgedOn until before StaleOn.
type Counts struct {
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
	Coverage     string // JSON: [thread.StationCount]thread.Count
	Promises     int    // pending
	AtRisk       int
	TechnicalWin string
	NoDates      bool
	JudgedOn     clock.Date
	StaleOn      clock.Date // the next day on which time alone changes a count; empty for never
	Digest       string     // of the states and breaks kept beside it
}

const tallyColumns = `workspace, deal, phase, archived, ae, se, sa, close_on, known, minor, currency, requirements, musts, breaks, coverage, promises, at_risk, technical_win, no_dates, judged_on, stale_on, digest, touched_at`

var (
	touchTally = store.SQL(`UPDATE tally SET touched_at = $3 WHERE workspace = $1 AND deal = $2 AND touched_at < $3`)
	dropTally  = store.SQL(`DELETE FROM tally WHERE workspace = $1 AND deal = $2`)
	firstTally = store.InsertInto("tally", tallyColumns, "")
	keepTally  = store.InsertInto("tally", tallyColumns,
		`ON CONFLICT (deal) DO UPDATE SET stale_on = CASE WHEN tally.stale_on = '`+string(waiting)+`' THEN tally.stale_on ELSE excluded.stale_on END, phase = excluded.phase, archived = excluded.archived, ae = excluded.ae, se = excluded.se, sa = excluded.sa,
			close_on = excluded.close_on, known = excluded.known, minor = excluded.minor, currency = excluded.currency, requirements = excluded.requirements, musts = excluded.musts, breaks = excluded.breaks, coverage = excluded.coverage,
			promises = excluded.promises, at_risk = excluded.at_risk, technical_win = excluded.technical_win, no_dates = excluded.no_dates,
			judged_on = excluded.judged_on, digest = excluded.digest,
			touched_at = CASE WHEN excluded.touched_at > tally.touched_at THEN excluded.touched_at ELSE tally.touched_at END`)
	tallyOfDeal = store.SQL(`SELECT deal, phase, archived, ae, se, sa, close_on, known, minor, currency, requirements, musts, breaks, coverage, promises, at_risk, technical_win, no_dates, judged_on, stale_on, digest
		FROM tally WHERE workspace = $1 AND deal = $2`)
)

// Settle computes the deal's thread and keeps its states and counts. It is journal.Settler.
func (w *Keeper) Settle(ctx context.Context, tx *journal.Tx, deal string) error {
	home, err := journal.Remember(tx, func() (account.Workspace, error) { return account.Home(ctx, tx) })
	if err != nil {
		return err
	}
	if d, ok := journal.Fresh[account.Opportunity](tx, deal, "stakeholder"); ok {
		keepFresh(tx, home, d)
		return nil
	}
	t, err := w.Weaver.Weave(ctx, tx, deal, tx.Now().In(home.Location()))
	if problem.Of(err) == problem.Missing { // the deal itself was removed
		for _, stmt := range []store.Statement{dropStandings, dropBreaks, dropTally} {
			if err := tx.Derive(ctx, stmt, tx.Workspace, deal); err != nil {
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

// keep writes what changed: mostly that the deal was touched, and no more.
func keep(ctx context.Context, tx *journal.Tx, t *thread.Thread) error {
	y := Of(t)
	had, _, err := Kept(ctx, tx.Reader, y.Deal)
	if err == nil && had.Digest != y.Digest {
		err = keepBeside(ctx, byAct(tx), &t.Picture)
	}
	if err == nil && had == y { // every index of the row stays as it is but one
		return tx.Derive(ctx, touchTally, tx.Workspace, y.Deal, tx.Now())
	}
	if err != nil {
		return err
	}
	tx.DeriveRow(keepTally, y.args(tx.Workspace, tx.Now())...)
	return nil
}

// args are what keepTally writes; touched is the moment of the act, never when time alone counts
// anew.
func (y Counts) args(workspace string, touched clock.Instant) []any {
	return []any{workspace, y.Deal, y.Phase, y.Archived, y.AE, y.SE, y.SA, y.CloseOn, y.Known, y.Minor, y.Currency, y.Requirements, y.Musts, y.Breaks,
		y.Coverage, y.Promises, y.AtRisk, y.TechnicalWin, y.NoDates, y.JudgedOn, y.StaleOn, y.Digest, touched}
}

// TallyOf counts a thread.
func Of(t *thread.Thread) Counts {
	f := &t.Facts
	coverage, _ := json.Marshal(t.Coverage)
	y := Counts{Deal: f.Deal.ID, Phase: string(f.Deal.Phase), Archived: f.Deal.Archived, AE: f.Deal.AE, SE: f.Deal.SE, SA: f.Deal.SA,
		CloseOn: f.Deal.CloseOn, Known: f.Deal.Amount.Known, Minor: f.Deal.Amount.Minor, Currency: f.Deal.Amount.Currency, Breaks: len(t.Breaks), Coverage: string(coverage), TechnicalWin: t.TechnicalWin, NoDates: t.NoDates,
		JudgedOn: f.Today, StaleOn: staleOn(&t.Picture), Digest: digest(&t.Picture)}
	broken := map[string]bool{}
	for _, l := range t.Rows {
		broken[l.Requirement.ID] = len(l.Breaks) > 0
		if l.Requirement.Stands() {
			y.Requirements++
			if l.Requirement.Priority == thread.Must {
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
func staleOn(p *thread.Picture) clock.Date {
	f := &p.Facts
	var next nextDay
	next.after(f.Today, f.Deal.CloseOn)
	for i := range p.Rows {
		for j := range p.Rows[i].Cells {
			c := &p.Rows[i].Cells[j]
			if c.Owed {
				next.after(f.Today, c.Due)
			}
			if c.Verdict != nil {
				next.after(f.Today, c.Verdict.ExcusedUntil)
			}
		}
	}
	stale := clock.Date(next).AddDays(1)
	for _, pr := range f.Promises {
		for _, d := range []clock.Date{pr.DueOn().AddDays(1), pr.DueOn().AddDays(-f.Settings.AtRiskDays)} {
			if f.Today < d && (stale == "" || d < stale) {
				stale = d
			}
		}
	}
	return stale
}

// nextDay is the earliest day from today on: the day after it, it has passed.
type nextDay clock.Date

func (n *nextDay) after(today, d clock.Date) {
	if today <= d && (*n == "" || d < clock.Date(*n)) {
		*n = nextDay(d)
	}
}

// Kept is the deal's kept counts, and whether there are any.
func Kept(ctx context.Context, r *journal.Reader, deal string) (Counts, bool, error) {
	return store.One[Counts](ctx, r.Q, tallyOfDeal, r.Workspace, deal)
}

// Counts is the deal's coverage, station by station.
func (y Counts) Stations() (out [thread.StationCount]thread.Count) {
	_ = json.Unmarshal([]byte(y.Coverage), &out) // written by TallyOf alone
	return out
}

// keepFresh keeps the counts of a deal that this act made and that holds no requirement yet:
// nothing of it is kept so far, so nothing is read. Imports make deals by the hundred thousand.
func keepFresh(tx *journal.Tx, home account.Workspace, d account.Opportunity) {
	t := thread.Thread{Picture: thread.Weave(thread.FactsOf(home, d, tx.Now().In(home.Location()))), TechnicalWin: "open"}
	for _, b := range Breaks(&t.Picture) {
		tx.DeriveRow(keepBreak, b.args(tx.Workspace)...)
	}
	tx.DeriveRow(firstTally, Of(&t).args(tx.Workspace, tx.Now())...)
}
