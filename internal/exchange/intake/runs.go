package intake

import (
	"context"
	"encoding/json"
	"time"

	"throughline/internal/clock"
	"throughline/internal/exchange/crm"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Run is an import through the pages: files kept for it, what was found, how far it has come.
// It stands in the database, so that any copy of the program can show it and go on with it.
type Run struct {
	Workspace string
	ID        string
	Person    string
	State     RunState
	Files     []Kept
	Report    Report
	Fault     string // why it failed, as a person reads it
	Strict    bool
	Done      int // rows
	Total     int
	BegunAt   clock.Instant
	HeardAt   clock.Instant // when it last said how far it is
}

// Kept is one file of a run.
type Kept struct {
	Name   string   `json:"name"`
	Hash   string   `json:"hash"`
	Size   int64    `json:"size"`
	Header []string `json:"header"`
	Map    crm.Map  `json:"map"` // what people said of it
}

// RunState is how far a run is.
type RunState string

// The states of a run.
const (
	Looking RunState = "looking" // the files are read, nothing is written
	Ready   RunState = "ready"   // a person looks at what would happen
	Taking  RunState = "taking"  // rows are written
	Done    RunState = "done"
	Failed  RunState = "failed" // the database or the disk failed; what was taken until then is kept
	Back    RunState = "back"   // taken back
)

// Moving says whether the program is at work on the run.
func (r Run) Moving() bool { return r.State == Looking || r.State == Taking }

// silence is how long a run at work may say nothing before it counts as stopped.
const silence = 30 * time.Second

// Stopped says whether the program that was at work on the run is gone.
func (r Run) Stopped(now clock.Instant) bool { return r.Moving() && r.HeardAt.Add(silence).Before(now) }

const runColumns = `workspace, id, person, state, files, report, fault, strict, done, total, begun_at, heard_at`

var (
	addRun = store.SQL(`INSERT INTO import_run (` + runColumns + `) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`)
	oneRun = store.SQL(`SELECT ` + runColumns + ` FROM import_run WHERE workspace = $1 AND id = $2`)
	newest = store.SQL(`SELECT ` + runColumns + ` FROM import_run WHERE workspace = $1 AND state IN ('done', 'failed', 'back', 'taking')
		AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3`)
	moveOn = store.SQL(`UPDATE import_run SET state = $4, files = $5, report = $6, fault = $7, strict = $8, done = $9, total = $10, heard_at = $11
		WHERE workspace = $1 AND id = $2 AND state = $3`)
	tellOn  = store.SQL(`UPDATE import_run SET done = $3, total = $4, heard_at = $5 WHERE workspace = $1 AND id = $2`)
	oldRuns = store.SQL(`SELECT id FROM import_run WHERE workspace = $1 AND state IN ('looking', 'ready') AND begun_at < $2`)
	dropRun = store.SQL(`DELETE FROM import_run WHERE workspace = $1 AND id = $2`)
)

// kept is a run as its row holds it.
type keptRun struct {
	Workspace, ID, Person, State, Files, Report, Fault string
	Strict                                             bool
	Done, Total                                        int
	BegunAt, HeardAt                                   clock.Instant
}

func (k keptRun) run() (Run, error) {
	r := Run{Workspace: k.Workspace, ID: k.ID, Person: k.Person, State: RunState(k.State), Fault: k.Fault, Strict: k.Strict,
		Done: k.Done, Total: k.Total, BegunAt: k.BegunAt, HeardAt: k.HeardAt}
	if err := json.Unmarshal([]byte(k.Files), &r.Files); err != nil {
		return r, err
	}
	return r, json.Unmarshal([]byte(k.Report), &r.Report)
}

// FindRun is a run of the workspace.
func FindRun(ctx context.Context, q store.Querier, workspace, id string) (Run, error) {
	k, ok, err := store.One[keptRun](ctx, q, oneRun, workspace, id)
	if err != nil {
		return Run{}, err
	}
	if !ok {
		return Run{}, problem.NotFound("import", id)
	}
	return k.run()
}

// Runs are the imports of the workspace that wrote something or tried to, newest first; before is
// the id of the last one of the page before, or empty.
func Runs(ctx context.Context, q store.Querier, workspace, before string, limit int) ([]Run, error) {
	all, err := store.List[keptRun](ctx, q, newest, workspace, before, limit)
	if err != nil {
		return nil, err
	}
	out := make([]Run, 0, len(all))
	for _, k := range all {
		r, err := k.run()
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// move writes the run over the state that the caller saw it in; false when someone else moved
// it meanwhile.
func (r *Run) move(ctx context.Context, db *store.DB, from RunState) (bool, error) {
	files, err := json.Marshal(r.Files)
	if err != nil {
		return false, err
	}
	report, err := json.Marshal(r.Report.withoutPeople())
	if err != nil {
		return false, err
	}
	r.HeardAt = clock.Now(ctx)
	n := int64(0)
	err = db.Housekeeping(ctx, store.Imports, func(tx *store.Work) error {
		res, err := tx.ExecContext(ctx, string(moveOn), r.Workspace, r.ID, string(from), string(r.State), string(files), string(report),
			r.Fault, r.Strict, r.Done, r.Total, r.HeardAt)
		if err == nil {
			n, err = res.RowsAffected()
		}
		return err
	})
	return n == 1, err
}

func (r *Run) tell(ctx context.Context, db *store.DB) error {
	return db.Housekeeping(ctx, store.Imports, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(tellOn), r.Workspace, r.ID, r.Done, r.Total, clock.Now(ctx))
		return err
	})
}

// withoutPeople leaves out what a report quotes of people outside: a run's row is kept as it
// is, and erasing a person must not leave their words in it.
func (r Report) withoutPeople() Report {
	of := map[string]crm.Object{}
	for _, f := range r.Files {
		of[f.Name] = f.Object
	}
	strip := func(all []crm.Refusal) []crm.Refusal {
		out := make([]crm.Refusal, len(all))
		for i, e := range all {
			if of[e.File] != crm.Opportunities && of[e.File] != crm.Accounts || e.Column == "" {
				e.Value = ""
			}
			out[i] = e
		}
		return out
	}
	r.Errors, r.Warnings = strip(r.Errors), strip(r.Warnings)
	return r
}
