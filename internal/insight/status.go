package insight

import (
	"context"
	"encoding/json"
	"fmt"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Status is where a deal stands technically, for the CRM: one line for each of its opportunities.
type Status struct {
	CRM          string     `json:"crm_id"` // empty for a deal that did not come from there
	Key          string     `json:"key"`
	Account      string     `json:"account"`
	Name         string     `json:"name"`
	TechnicalWin string     `json:"technical_win"`
	Requirements int        `json:"requirements"`
	PreReached   int        `json:"presale_reached"` // stations of its requirements
	PreOwed      int        `json:"presale_owed"`
	PostReached  int        `json:"postsale_reached"` // 0 of 0 until it is signed
	PostOwed     int        `json:"postsale_owed"`
	Breaks       int        `json:"breaks"`
	Promises     int        `json:"open_promises"`
	AtRisk       int        `json:"promises_at_risk"`
	NextStep     string     `json:"next_step"`
	CloseOn      clock.Date `json:"close_on"`
	SignedOn     clock.Date `json:"signed_on"`
	GoLiveOn     clock.Date `json:"go_live_on"`
	AsOf         clock.Date `json:"as_of"`
}

// StatusOf is a deal's line.
func StatusOf(d Deal) (Status, error) {
	s := Status{CRM: d.ExternalID, Key: d.Prefix, Account: d.Account, Name: d.Name, TechnicalWin: d.TechnicalWin, Requirements: d.Requirements, Breaks: d.Breaks,
		Promises: d.Promises, AtRisk: d.AtRisk, NextStep: d.NextStep, CloseOn: d.CloseOn, SignedOn: d.SignedOn, GoLiveOn: d.GoLiveOn, AsOf: d.JudgedOn}
	var counts [thread.StationCount]thread.Count
	if d.Coverage != "" {
		if err := json.Unmarshal([]byte(d.Coverage), &counts); err != nil {
			return s, fmt.Errorf("what is counted of %s: %w", d.Prefix, err)
		}
	}
	for i, station := range thread.Stations {
		if station.Side == thread.Pre {
			s.PreReached, s.PreOwed = s.PreReached+counts[i].Reached, s.PreOwed+counts[i].Owed
		} else if d.SignedOn != "" {
			s.PostReached, s.PostOwed = s.PostReached+counts[i].Reached, s.PostOwed+counts[i].Owed
		}
	}
	return s, nil
}

// Statuses are the lines of one page of the portfolio.
func Statuses(ctx context.Context, r *journal.Reader, f Filter) ([]Status, error) {
	deals, err := Deals(ctx, r, f)
	out := make([]Status, 0, len(deals))
	for _, d := range deals {
		s, err := StatusOf(d)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, err
}
