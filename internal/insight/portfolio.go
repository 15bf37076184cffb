// Package insight counts over all deals and areas: the portfolio now; rates and capacity when
// their issue comes.
package insight

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
)

// Filter is what a list of deals shows.
type Filter struct {
	Words string // in the deal's or the account's name, or its prefix
	Phase string // open, won, over (lost, disqualified, withdrawn), or empty for open and won
	Mine  string // a person's id
	Win   string // technical win: open, claimed, conditional, achieved, lost
	Sort  string // a key of Sorts, with a minus for descending; empty for breaks first
	Skip  int    // rows before this page
	Limit int
	// Archived shows what was put away instead.
	Archived bool
}

// Deal is one line of the portfolio.
type Deal struct {
	tally.Counts
	Prefix, Name, Account, Stage, Type, NextStep, ExternalID string
	SignedOn, GoLiveOn                                       clock.Date
}

// Money is the deal's amount.
func (d Deal) Money() account.Money {
	return account.Money{Known: d.Known, Minor: d.Minor, Currency: d.Currency}
}

const dealColumns = `t.deal, t.phase, t.archived, t.ae, t.se, t.sa, t.close_on, t.known, t.minor, t.currency, t.requirements, t.musts, t.breaks, t.coverage,
	t.promises, t.at_risk, t.technical_win, t.no_dates, t.judged_on, t.stale_on, t.digest,
	o.prefix, o.name, a.name, o.stage, o.type, o.next_step, o.external_id, o.signed_on, o.go_live_on`

const dealFrom = ` FROM tally t JOIN opportunity o ON o.id = t.deal AND o.workspace = t.workspace JOIN account a ON a.id = o.account AND a.workspace = t.workspace`

const dealPhase = ` WHERE t.workspace = $1 AND t.archived = $2
	AND ($3 = '' AND t.phase IN ('open', 'won') OR t.phase = $3 OR $3 = 'over' AND t.phase IN ('lost', 'disqualified', 'withdrawn') OR $3 = 'all')`

const dealWhere = dealPhase + `
	AND ($4 = '' OR t.ae = $4 OR t.se = $4 OR t.sa = $4)
	AND ($5 = '' OR t.technical_win = $5)`

const dealWords = ` AND (lower(o.name) LIKE $6 OR lower(a.name) LIKE $6 OR lower(o.prefix) LIKE $6)`

// Sorts are the orders a list of deals can have. Every order ends with the deal, so that a
// page never repeats a row.
var Sorts = map[string]string{
	"breaks": "t.breaks", "name": "lower(a.name)", "close": "t.close_on", "amount": "t.minor", "go-live": "o.go_live_on", "risk": "t.at_risk", "win": "t.technical_win",
}

// lists are the statements of a page, by order: of all deals, and of those that hold words.
// Without words the page is cut out of the counts alone, before anything is joined, so that it
// costs the same with ten deals or ten thousand.
var lists, listsOfWords = func() (map[string]store.Statement, map[string]store.Statement) {
	all, words := map[string]store.Statement{}, map[string]store.Statement{}
	for word, column := range Sorts {
		for _, way := range []struct{ sign, order string }{{"", ""}, {"-", " DESC"}} {
			order := fmt.Sprintf(" ORDER BY %s%s, t.deal%s", column, way.order, way.order)
			words[way.sign+word] = store.SQL("SELECT " + dealColumns + dealFrom + dealWhere + dealWords + order + " LIMIT $7 OFFSET $8")
			if strings.HasPrefix(column, "t.") {
				page := "SELECT t.deal FROM tally t" + dealWhere + order + " LIMIT $6 OFFSET $7"
				all[way.sign+word] = store.SQL("SELECT " + dealColumns + dealFrom + " WHERE t.workspace = $1 AND t.deal IN (" + page + ")" + order)
			} else {
				all[way.sign+word] = store.SQL("SELECT " + dealColumns + dealFrom + dealWhere + order + " LIMIT $6 OFFSET $7")
			}
		}
	}
	return all, words
}()

// Deals is one page of the portfolio.
func Deals(ctx context.Context, r *journal.Reader, f Filter) ([]Deal, error) {
	sort := f.Sort
	if _, ok := lists[sort]; !ok {
		sort = "-breaks"
	}
	if f.Words == "" {
		return store.List[Deal](ctx, r.Q, lists[sort], r.Workspace, f.Archived, f.Phase, f.Mine, f.Win, f.Limit, f.Skip)
	}
	return store.List[Deal](ctx, r.Q, listsOfWords[sort], r.Workspace, f.Archived, f.Phase, f.Mine, f.Win, pattern(f.Words), f.Limit, f.Skip)
}

// Total is the sums over all deals of a filter in one currency; amounts in different
// currencies are never added.
type Total struct {
	Currency                          string
	Deals, WithBreaks, Breaks, AtRisk int
	Unknown                           int // deals without an amount
	Minor                             int64
}

const sums = `SELECT t.currency, COUNT(*), SUM(CASE WHEN t.breaks > 0 THEN 1 ELSE 0 END), SUM(t.breaks), SUM(t.at_risk),
	SUM(CASE WHEN t.known THEN 0 ELSE 1 END), CAST(SUM(t.minor) AS BIGINT)`

const byCurrency = ` GROUP BY t.currency ORDER BY COUNT(*) DESC, t.currency`

var (
	// The index tally_totals alone holds what this reads, in the order in which it is summed; the few
	// sums of phases are added up after it.
	totalsOfAll = store.SQL(`SELECT currency, CAST(SUM(n) AS BIGINT), CAST(SUM(broken) AS BIGINT), CAST(SUM(breaks) AS BIGINT), CAST(SUM(risk) AS BIGINT),
		CAST(SUM(unknown) AS BIGINT), CAST(SUM(minor) AS BIGINT)
		FROM (SELECT phase, currency, COUNT(*) AS n, SUM(CASE WHEN breaks > 0 THEN 1 ELSE 0 END) AS broken, SUM(breaks) AS breaks, SUM(at_risk) AS risk,
			SUM(CASE WHEN known THEN 0 ELSE 1 END) AS unknown, SUM(minor) AS minor
			FROM tally WHERE workspace = $1 AND archived = $2 AND phase IN ($3, $4, $5, $6, $7) GROUP BY phase, currency) t
		GROUP BY currency ORDER BY SUM(n) DESC, currency`)
	totals        = store.SQL(sums + ` FROM tally t` + dealWhere + byCurrency)
	totalsOfWords = store.SQL(sums + dealFrom + dealWhere + dealWords + byCurrency)
)

// Totals sums the filter's deals by currency, the commonest first.
func Totals(ctx context.Context, r *journal.Reader, f Filter) ([]Total, error) {
	switch {
	case f.Words == "" && f.Mine == "" && f.Win == "":
		p := phases(f.Phase)
		return store.List[Total](ctx, r.Q, totalsOfAll, r.Workspace, f.Archived, p[0], p[1], p[2], p[3], p[4])
	case f.Words == "":
		return store.List[Total](ctx, r.Q, totals, r.Workspace, f.Archived, f.Phase, f.Mine, f.Win)
	}
	return store.List[Total](ctx, r.Q, totalsOfWords, r.Workspace, f.Archived, f.Phase, f.Mine, f.Win, pattern(f.Words))
}

// phases are those that a filter's word shows; fewer than five repeat the last.
func phases(word string) (out [5]account.Phase) {
	shown := []account.Phase{account.Phase(word)}
	switch word {
	case "":
		shown = []account.Phase{account.Open, account.Won}
	case "over":
		shown = []account.Phase{account.Lost, account.Disqualified, account.Withdrawn}
	case "all":
		shown = []account.Phase{account.Open, account.Won, account.Lost, account.Disqualified, account.Withdrawn}
	}
	for i := range out {
		out[i] = shown[min(i, len(shown)-1)]
	}
	return out
}

func pattern(words string) string {
	if words == "" {
		return ""
	}
	return "%" + lowerLike(words) + "%"
}
