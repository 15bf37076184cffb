package api

import (
	"context"
	"strconv"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/exchange"
	"throughline/internal/insight"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func init() { operations = append(operations, deals) }

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
func deals(s *server) {
	get(s, op{"/deals", "List the deals of the workspace, most breaks first", auth.See}, func(ctx context.Context, c *caller, q query) (Page[dealPart], error) {
		skip, _ := strconv.Atoi(q.After) // a cursor of ours or the beginning
		all, err := insight.Deals(ctx, c.Reader, insight.Filter{Words: q.Words, Limit: q.Limit + 1, Skip: max(skip, 0)})
		out := Page[dealPart]{Items: []dealPart{}}
		for _, d := range all {
			out.Items = append(out.Items, dealPart{d.Prefix, d.Name, d.Account, d.Stage, d.Phase, d.TechnicalWin, d.Requirements, d.Breaks, d.Promises, d.AtRisk, d.Money(), d.CloseOn, d.SignedOn, d.GoLiveOn, d.NextStep})
		}
		if len(out.Items) > q.Limit {
			out.Items, out.Next = out.Items[:q.Limit], strconv.Itoa(skip+q.Limit)
		}
		return out, err
	})
	read(s, op{"/deals/{deal}", "Get a deal", auth.See}, func(_ context.Context, c *caller) (*account.Opportunity, error) { return &c.Deal, nil })
	get(s, op{"/deals/{deal}/thread", "Get a deal's thread, now or as of a past moment", auth.See}, threadAt)
}

func threadAt(ctx context.Context, c *caller, q query) (*exchange.ThreadFile, error) {
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
	t, err := c.house.Thread(ctx, src, c.Deal.ID, at.In(home.Location()))
	if err != nil {
		return nil, err
	}
	return exchange.ThreadOf(ctx, src, &t, at)
}
