package api

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/exchange"
	"throughline/internal/insight"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func init() {
	operations = append(operations, deals)
	rest.Asks["/deals"], rest.Asks[totalsPath], rest.Asks[statusPath] = ofDeals, ofDeals, ofDeals
}

const (
	totalsPath = "/deals/totals"
	statusPath = "/deals/status"
)

// dealPart is one deal of the portfolio.
type dealPart struct {
	Key          string        `json:"key"`
	Name         string        `json:"name"`
	Account      string        `json:"account"`
	Stage        string        `json:"stage"`
	Phase        string        `json:"phase"`
	TechnicalWin string        `json:"technical_win"`
	Requirements int           `json:"requirements"`
	Breaks       int           `json:"breaks"`
	Promises     int           `json:"promises"`
	AtRisk       int           `json:"at_risk"`
	Amount       account.Money `json:"amount"`
	CloseOn      clock.Date    `json:"close_on"`
	SignedOn     clock.Date    `json:"signed_on"`
	GoLiveOn     clock.Date    `json:"go_live_on"`
	NextStep     string        `json:"next_step"`
}

// deals are the portfolio and one deal with its thread.
func deals(s *rest.Server) {
	rest.Get(s, rest.On("/deals", "List the deals of the workspace, most breaks first", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[dealPart], error) {
		skip, _ := strconv.Atoi(q.After) // a cursor of ours or the beginning
		f, err := filterOf(q)
		if err != nil {
			return rest.Page[dealPart]{}, err
		}
		f.Limit, f.Skip = q.Limit+1, max(skip, 0)
		all, err := insight.Deals(ctx, c.Reader, f)
		out := rest.Page[dealPart]{Items: []dealPart{}}
		for _, d := range all {
			out.Items = append(out.Items, dealPart{d.Prefix, d.Name, d.Account, d.Stage, d.Phase, d.TechnicalWin, d.Requirements, d.Breaks, d.Promises, d.AtRisk, d.Money(), d.CloseOn, d.SignedOn, d.GoLiveOn, d.NextStep})
		}
		if len(out.Items) > q.Limit {
			out.Items, out.Next = out.Items[:q.Limit], strconv.Itoa(skip+q.Limit)
		}
		return out, err
	})
	rest.Get(s, rest.On(totalsPath, "Get the sums over the deals of a filter: by currency, and in the workspace's own where there are rates", auth.See), totals)
	rest.Get(s, rest.On(statusPath, "List where each deal of a filter stands technically, by its CRM id", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[insight.Status], error) {
		skip, _ := strconv.Atoi(q.After) // a cursor of ours or the beginning
		f, err := filterOf(q)
		if err != nil {
			return rest.Page[insight.Status]{}, err
		}
		f.Limit, f.Skip = q.Limit+1, max(skip, 0)
		all, err := insight.Statuses(ctx, c.Reader, f)
		out := rest.Page[insight.Status]{Items: all}
		if len(all) > q.Limit {
			out.Items, out.Next = all[:q.Limit], strconv.Itoa(skip+q.Limit)
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}", "Get a deal", auth.See), func(_ context.Context, c *rest.Caller) (*account.Opportunity, error) { return &c.Deal, nil })
	rest.Get(s, rest.On("/deals/{deal}/thread", "Get a deal's thread, now or as of a past moment", auth.See), threadAt)
}

func threadAt(ctx context.Context, c *rest.Caller, q rest.Query) (*exchange.ThreadFile, error) {
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return nil, err
	}
	at, src := clock.Now(ctx), journal.Source(c.Reader)
	if q.AsOf != "" {
		if at, err = clock.ParseMoment(q.AsOf, home.Location()); err != nil {
			return nil, problem.New(problem.Invalid, "as_of: %v.", err)
		}
		if src, err = journal.AsOf(ctx, c.Reader, c.Deal.ID, at); err != nil {
			return nil, err
		}
	}
	t, err := c.House.Thread(ctx, src, c.Deal.ID, at.In(home.Location()))
	if err != nil {
		return nil, err
	}
	return exchange.ThreadOf(ctx, src, &t, at)
}

// ofDeals is what the list of deals can be asked with besides.
var ofDeals = [][2]string{{"phase", "open, won, over, all, or one phase; open and won where nothing is said."}, {"win", "Only deals with this technical win."},
	{"sort", "One of " + strings.Join(sorts(), ", ") + "; with a minus before it, from the other end."}, {"archived", "true for what was put away."}}

func sorts() []string {
	var out []string
	for word := range insight.Sorts {
		out = append(out, word)
	}
	slices.Sort(out)
	return out
}

// filterOf reads which deals are asked for.
func filterOf(q rest.Query) (insight.Filter, error) {
	var c problem.Check
	for _, ask := range []struct {
		name, word string
		words      []string
	}{{"sort", strings.TrimPrefix(q.Sort, "-"), sorts()}, {"phase", q.Phase, []string{"open", "won", "lost", "disqualified", "withdrawn", "over", "all"}},
		{"win", q.Win, []string{"open", "claimed", "conditional", "achieved", "lost"}}} {
		if ask.word != "" {
			c.OneOf(ask.name, ask.word, ask.words...)
		}
	}
	return insight.Filter{Words: q.Words, Phase: q.Phase, Win: q.Win, Mine: q.Person, Sort: q.Sort, Archived: q.Archived}, c.Err()
}

// totalPart is the sums over the deals in one currency.
type totalPart struct {
	Currency   string        `json:"currency"`
	Deals      int           `json:"deals"`
	WithBreaks int           `json:"with_breaks"`
	Breaks     int           `json:"breaks"`
	AtRisk     int           `json:"at_risk" doc:"promises"`
	Unknown    int           `json:"unknown" doc:"deals without an amount"`
	Amount     account.Money `json:"amount"`
}

// totalsPart is the sums over a filter's deals. Amounts in two currencies are never added without a rate.
type totalsPart struct {
	Currencies []totalPart    `json:"currencies"`
	On         clock.Date     `json:"on" doc:"the day whose rates hold"`
	Together   account.Money  `json:"together" doc:"in the workspace's own currency; unknown where a rate is missing or nothing is converted"`
	Rates      []account.Rate `json:"rates" doc:"those it was reckoned with"`
	Missing    []string       `json:"missing" doc:"currencies without a rate; an empty one stands for amounts that name none"`
}

func totals(ctx context.Context, c *rest.Caller, q rest.Query) (totalsPart, error) {
	out := totalsPart{Currencies: []totalPart{}, Rates: []account.Rate{}, Missing: []string{}}
	f, err := filterOf(q)
	if err != nil {
		return out, err
	}
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return out, err
	}
	all, err := insight.Totals(ctx, c.Reader, f)
	if err != nil {
		return out, err
	}
	for _, t := range all {
		amount := account.Money{Known: t.Deals > t.Unknown, Minor: t.Minor, Currency: t.Currency}
		out.Currencies = append(out.Currencies, totalPart{t.Currency, t.Deals, t.WithBreaks, t.Breaks, t.AtRisk, t.Unknown, amount})
	}
	out.On = clock.Now(ctx).In(home.Location())
	sum := insight.AddUp(all, home, out.On)
	out.Together, out.Rates, out.Missing = sum.Money, append(out.Rates, sum.Rates...), append(out.Missing, sum.Missing...)
	return out, nil
}
