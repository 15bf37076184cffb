// Package exchange is how things come in and go out as files: CRM exports in, the thread of a
// deal out as thread.json and CSV.
package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// ThreadFile is thread.json: one deal's thread at a moment. Its schema is
// docs/schema/thread.schema.json.
type ThreadFile struct {
	Deal         DealPart                `json:"deal"`
	AsOf         clock.Instant           `json:"as_of"`
	Requirements []RequirementPart       `json:"requirements"`
	Coverage     map[string]thread.Count `json:"coverage"`
	Breaks       []thread.Break          `json:"breaks"`
	Promises     []PromisePart           `json:"promises"` // of the deal, no requirement named
}

// DealPart is the deal in thread.json.
type DealPart struct {
	Key          string     `json:"key"`
	Name         string     `json:"name"`
	Account      string     `json:"account"`
	Type         string     `json:"type"`
	Stage        string     `json:"stage"`
	Phase        string     `json:"phase"`
	TechnicalWin string     `json:"technical_win"`
	Amount       *string    `json:"amount"` // "486000.00", null when unknown
	Currency     string     `json:"currency"`
	CloseOn      clock.Date `json:"close_on"`
	SignedOn     clock.Date `json:"signed_on"`
	GoLiveOn     clock.Date `json:"go_live_on"`
	NoDates      bool       `json:"no_dates"`
}

// RequirementPart is one requirement with its ten stations.
type RequirementPart struct {
	Key       string          `json:"key"`
	Statement string          `json:"statement"`
	Kind      string          `json:"kind"`
	Priority  string          `json:"priority"`
	Measure   *thread.Measure `json:"measure"`
	Group     string          `json:"group"`
	Withdrawn string          `json:"withdrawn"`
	Change    bool            `json:"change"`
	Bought    string          `json:"bought"`
	Stations  []StationPart   `json:"stations"`
	Breaks    []thread.Break  `json:"breaks"`
	Promises  []PromisePart   `json:"promises"`
}

// StationPart is one station of one requirement. At is null unless started or beyond.
type StationPart struct {
	Station  thread.Station    `json:"station"`
	State    thread.State      `json:"state"`
	Owed     bool              `json:"owed"`
	Due      clock.Date        `json:"due"`
	At       clock.Instant     `json:"at"`
	By       string            `json:"by"`
	Waived   bool              `json:"waived"`
	Evidence []thread.Evidence `json:"evidence"`
}

// PromisePart is one promise.
type PromisePart struct {
	ID     string     `json:"id"`
	Words  string     `json:"words"`
	State  string     `json:"state"`
	Due    clock.Date `json:"due"`
	AtRisk bool       `json:"at_risk"`
}

// ThreadOf makes thread.json of a thread that was woven from the source.
func ThreadOf(ctx context.Context, src journal.Source, t *thread.Thread, asOf clock.Instant) (*ThreadFile, error) {
	d := t.Facts.Deal
	a, err := journal.Load[account.Account](ctx, src, d.Account)
	if err != nil {
		return nil, err
	}
	names, err := area.NamesIn(ctx, src, d.ID)
	if err != nil {
		return nil, err
	}
	f := &ThreadFile{AsOf: asOf, Requirements: []RequirementPart{}, Coverage: map[string]thread.Count{}, Breaks: t.Breaks, Promises: []PromisePart{}}
	f.Deal = DealPart{Key: d.Prefix, Name: d.Name, Account: a.Name, Type: d.Type, Stage: d.Stage, Phase: string(d.Phase), TechnicalWin: t.TechnicalWin,
		Currency: d.Amount.Currency, CloseOn: d.CloseOn, SignedOn: d.SignedOn, GoLiveOn: d.GoLiveOn, NoDates: t.NoDates}
	if d.Amount.Known {
		text := fmt.Sprintf("%d.%02d", d.Amount.Minor/100, max(d.Amount.Minor%100, -(d.Amount.Minor%100)))
		f.Deal.Amount = &text
	}
	for i := range t.Rows {
		f.Requirements = append(f.Requirements, requirementPart(t, &t.Rows[i], names))
	}
	for s, c := range t.Coverage {
		f.Coverage[thread.Station(s).String()] = c
	}
	for _, p := range t.Facts.Promises {
		if p.Requirement == "" {
			f.Promises = append(f.Promises, promisePart(t, p, false))
		}
	}
	if f.Breaks == nil {
		f.Breaks = []thread.Break{}
	}
	return f, nil
}

func requirementPart(t *thread.Thread, l *thread.Line, names area.Names) RequirementPart {
	r := l.Requirement
	out := RequirementPart{Key: l.Key, Statement: r.Statement, Kind: string(r.Kind), Priority: string(r.Priority), Measure: r.Measure, Group: r.Grouping,
		Withdrawn: r.Withdrawn, Change: r.Change, Bought: string(r.Bought), Stations: []StationPart{}, Breaks: l.Breaks, Promises: []PromisePart{}}
	if out.Breaks == nil {
		out.Breaks = []thread.Break{}
	}
	for _, c := range l.Cells {
		s := StationPart{Station: c.Station, State: c.State, Owed: c.Owed, Due: c.Due, Evidence: []thread.Evidence{}}
		if v := c.Verdict; v != nil {
			s.At, s.By, s.Waived = v.At, names.Of(v.By), v.Excused
			s.Evidence = append(s.Evidence, v.Evidence...)
		}
		out.Stations = append(out.Stations, s)
	}
	for _, p := range l.Promises {
		out.Promises = append(out.Promises, promisePart(t, p, len(l.Breaks) > 0))
	}
	return out
}

func promisePart(t *thread.Thread, p thread.Promise, broken bool) PromisePart {
	words := p.Words.String()
	if p.State == thread.PromiseRenegotiated && !p.NewWords.IsZero() {
		words = p.NewWords.String()
	}
	return PromisePart{ID: fmt.Sprintf("P%d", p.Number), Words: words, State: string(p.State), Due: p.DueOn(),
		AtRisk: p.AtRisk(t.Facts.Today, t.Facts.Settings.AtRiskDays, broken)}
}

// JSON is the file's bytes: indented, the same for the same thread.
func (f *ThreadFile) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false) // it is read by people too: <= stays <=
	err := e.Encode(f)
	return b.Bytes(), err
}
