package account

import (
	"context"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Workspace is one team's whole world. Nothing of it is seen from another.
type Workspace struct {
	journal.Row
	Name     string       `db:"name" json:"name"`
	Sample   bool         `db:"sample" json:"sample"` // made by the program, can be removed whole
	Zone     string       `db:"zone" json:"zone"`     // as in Europe/Berlin; days are days there
	Holidays []clock.Date `db:"holidays,json" json:"holidays"`
	Rates    []Rate       `db:"rates,json" json:"rates"`
	Settings Settings     `db:"settings,json" json:"settings"`
}

// Rate is what one unit of a currency was worth in the workspace's own on a day. Amounts in
// two currencies are never added without one.
type Rate struct {
	Currency string     `json:"currency"`
	On       clock.Date `json:"on"`
	Worth    float64    `json:"worth"`
}

// Settings are the numbers of PRODUCT.md that are choices of a team, not findings.
type Settings struct {
	Currency           string `json:"currency"`            // the workspace's own, as in EUR
	AchievedPercent    int    `json:"achieved_percent"`    // of all weight, for a win that is achieved (80)
	ConditionalPercent int    `json:"conditional_percent"` // for a conditional one (60)
	AcceptDays         int    `json:"accept_days"`         // working days from signature to acceptance (5)
	AtRiskDays         int    `json:"at_risk_days"`        // before its date a promise is at risk (14)
}

// Defaults are the settings a new workspace begins with.
var Defaults = Settings{Currency: "EUR", AchievedPercent: 80, ConditionalPercent: 60, AcceptDays: 5, AtRiskDays: 14}

var _ = journal.Declare[Workspace]("workspace", "workspace")

// Found makes a workspace. The actor's Workspace is the new one's id.
func Found(ctx context.Context, tx *journal.Tx, w *Workspace) error {
	var c problem.Check
	c.Text("name", w.Name, 120)
	if w.Zone == "" {
		w.Zone = "UTC"
	}
	c.Zone("zone", w.Zone)
	if err := c.Err(); err != nil {
		return err
	}
	if w.Settings == (Settings{}) {
		w.Settings = Defaults
	}
	w.ID = tx.Workspace
	return journal.Insert(ctx, tx, w)
}

// Home is the workspace of a source.
func Home(ctx context.Context, src journal.Source) (Workspace, error) {
	return journal.Load[Workspace](ctx, src, src.Scope())
}

// Location is the workspace's time zone.
func (w Workspace) Location() *time.Location {
	loc, err := time.LoadLocation(w.Zone)
	if err != nil {
		return time.UTC
	}
	return loc
}

// Place names a workspace to the program itself, before anyone is signed in to one.
type Place struct {
	ID, Name string
	Sample   bool
}

var places = store.SQL(`SELECT id, name, sample FROM workspace WHERE workspace = id ORDER BY id`)

// Workspaces lists every workspace of the database, for the program's own use: the command
// line and the start.
func Workspaces(ctx context.Context, q store.Querier) ([]Place, error) {
	return store.List[Place](ctx, q, places)
}

// Today is the day of an act in the workspace's zone.
func Today(ctx context.Context, tx *journal.Tx) (clock.Date, error) {
	home, err := Home(ctx, tx)
	return tx.Now().In(home.Location()), err
}
