package api

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/problem"
)

func init() { operations = append(operations, imports, importRuns) }

// importFile names a kept file (POST /files gives its hash) and how it is to be read.
type importFile struct {
	Hash string `json:"hash"`
	Name string `json:"name"`
	// Map is as the command line's --map: our fields by the file's headers, and its conventions.
	Map json.RawMessage `json:"map"`
}

// imports take the CRM's exports in at once, as the command line does.
func imports(s *rest.Server) {
	type in struct {
		Files  []importFile `json:"files"`
		DryRun bool         `json:"dry_run"`
		Strict bool         `json:"strict"`
	}
	rest.Beside(s, rest.On("/import/crm", "Import kept CRM exports; dry_run only says what would change", auth.Promise), func(ctx context.Context, c *rest.Caller, in in) (intake.Report, error) {
		given, err := given(ctx, c, in.Files)
		if err != nil {
			return intake.Report{}, err
		}
		files := make([]intake.File, len(given))
		for i, g := range given {
			files[i] = intake.File{Name: g.Name, Open: func(ctx context.Context) (io.ReadSeekCloser, error) {
				return s.House.Files.In(c.Workspace).Open(ctx, in.Files[i].Hash)
			}}
			if g.Map != nil {
				files[i].Map = *g.Map
			}
		}
		return intake.Take(ctx, s.House.Journal, c.Actor(), files, intake.Options{Dry: in.DryRun, Strict: in.Strict})
	})
}

// importRuns are the steps of the page Import: files are looked at first, then taken in or left,
// and taken back.
func importRuns(s *rest.Server) {
	rest.Get(s, rest.On("/imports", "List the imports of the workspace, the newest first", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[runPart], error) {
		all, err := intake.Runs(ctx, c.Reader.Q, c.Workspace, q.After, q.Limit+1)
		out := rest.Page[runPart]{Items: []runPart{}}
		if len(all) > q.Limit {
			all = all[:q.Limit]
			out.Next = all[q.Limit-1].ID
		}
		for _, r := range all {
			out.Items = append(out.Items, partOf(r))
		}
		return out, err
	})
	rest.Read(s, rest.On("/imports/{id}", "Get an import: what would happen, how far it is, what it did", auth.See), func(ctx context.Context, c *rest.Caller) (runPart, error) {
		r, err := run(ctx, c)
		return partOf(r), err
	})
	type files struct {
		Files []importFile `json:"files"`
	}
	rest.Beside(s, rest.On("/imports", "Begin an import of kept CRM exports: they are looked at, and nothing is written", auth.Promise), func(ctx context.Context, c *rest.Caller, in files) (runPart, error) {
		given, err := given(ctx, c, in.Files)
		if err != nil {
			return runPart{}, err
		}
		r, err := intake.Begin(ctx, s.House, c.Actor(), given)
		if err != nil {
			return runPart{}, err
		}
		r.LookBehind(ctx, s.House, c.Actor(), slog.Default())
		return runNow(ctx, c, r.ID)
	})
	type saying struct {
		File int             `json:"file" doc:"which of the files, from 0"`
		Map  json.RawMessage `json:"map" doc:"all that is said of it, as the command line's --map"`
	}
	rest.Beside(s, rest.On("/imports/{id}/say", "Say how a file is to be read; all are looked at again", auth.Promise), func(ctx context.Context, c *rest.Caller, in saying) (runPart, error) {
		r, err := run(ctx, c)
		if err != nil {
			return runPart{}, err
		}
		m, err := mapOf(in.Map)
		if err != nil {
			return runPart{}, err
		}
		if in.File < 0 || in.File >= len(r.Files) {
			return runPart{}, &problem.Error{Kind: problem.Invalid, What: "The import has no such file.", Fields: []problem.Field{{Name: "file", What: "Is " + strconv.Itoa(in.File) + "; the first is 0."}}}
		}
		if err := r.Say(clock.Now(ctx), in.File, m); err != nil {
			return runPart{}, err
		}
		r.LookBehind(ctx, s.House, c.Actor(), slog.Default())
		return runNow(ctx, c, r.ID)
	})
	importSteps(s)
}

// given names kept files that an import is to read.
func given(ctx context.Context, c *rest.Caller, files []importFile) (out []intake.Given, err error) {
	if len(files) == 0 {
		return nil, &problem.Error{Kind: problem.Invalid, What: "Nothing to import.", Fields: []problem.Field{{Name: "files", What: "Name at least one kept file by its hash."}}}
	}
	for i, f := range files {
		g := intake.Given{Name: f.Name, Open: func() (io.ReadCloser, error) { return c.House.Files.In(c.Workspace).Open(ctx, f.Hash) }}
		if src, err := g.Open(); err == nil {
			_ = src.Close() // it was only looked for
		} else if problem.Of(err) == problem.Missing {
			return nil, &problem.Error{Kind: problem.Invalid, What: "The file is not here.", Fields: []problem.Field{{Name: "files." + strconv.Itoa(i) + ".hash", What: "Send the file to /api/files first, and name the hash it answers."}}}
		} else {
			return nil, err
		}
		m, err := mapOf(f.Map)
		if err != nil {
			return nil, err
		}
		if !unsaid(f.Map) {
			g.Map = &m
		}
		out = append(out, g)
	}
	return out, nil
}

// mapOf reads what is said of a file; an empty map where nothing is.
func mapOf(raw json.RawMessage) (crm.Map, error) {
	if unsaid(raw) {
		return crm.Map{}, nil
	}
	m, err := crm.ParseMap(strings.NewReader(string(raw)))
	if err != nil {
		return m, &problem.Error{Kind: problem.Invalid, What: "The map cannot be used.", Fields: []problem.Field{{Name: "map", What: err.Error()}}}
	}
	return m, nil
}

func unsaid(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

// runPart is an import as it stands.
type runPart struct {
	ID      string          `json:"id"`
	Person  string          `json:"person"`
	State   intake.RunState `json:"state"`
	Moving  bool            `json:"moving" doc:"true while files are read or rows written; ask again"`
	Files   []intake.Kept   `json:"files"`
	Report  intake.Report   `json:"report"`
	Fault   string          `json:"fault"`
	Strict  bool            `json:"strict"`
	Done    int             `json:"done" doc:"rows"`
	Total   int             `json:"total" doc:"rows"`
	BegunAt clock.Instant   `json:"begun_at"`
}

func partOf(r intake.Run) runPart {
	return runPart{r.ID, r.Person, r.State, r.Moving(), r.Files, r.Report, r.Fault, r.Strict, r.Done, r.Total, r.BegunAt}
}

// run is the import that the path names.
func run(ctx context.Context, c *rest.Caller) (intake.Run, error) {
	return intake.FindRun(ctx, c.Reader.Q, c.Workspace, c.ID)
}

// runNow is an import as the work behind the request left it.
func runNow(ctx context.Context, c *rest.Caller, id string) (runPart, error) {
	r, err := intake.FindRun(ctx, c.Reader.Q, c.Workspace, id)
	return partOf(r), err
}

// importSteps move an import on.
func importSteps(s *rest.Server) {
	type how struct {
		Strict bool `json:"strict" doc:"keep nothing if any row is refused"`
	}
	rest.Beside(s, rest.On("/imports/{id}/take", "Take in what was looked at", auth.Promise), func(ctx context.Context, c *rest.Caller, in how) (runPart, error) {
		r, err := run(ctx, c)
		if err != nil {
			return runPart{}, err
		}
		if err := r.BeginTaking(ctx, s.House, in.Strict); err != nil {
			return runPart{}, err
		}
		r.TakeBehind(ctx, s.House, c.Actor(), slog.Default())
		return runNow(ctx, c, r.ID)
	})
	rest.Beside(s, rest.On("/imports/{id}/leave", "Leave an import that was only looked at", auth.Promise), func(ctx context.Context, c *rest.Caller, _ struct{}) (rest.Said, error) {
		r, err := run(ctx, c)
		if err != nil {
			return rest.Said{}, err
		}
		return rest.Said{Done: true}, r.Drop(ctx, s.House)
	})
	rest.Beside(s, rest.On("/imports/{id}/back", "Take a whole import back, as far as nothing of it was touched since", auth.Promise), func(ctx context.Context, c *rest.Caller, _ struct{}) (runPart, error) {
		r, err := run(ctx, c)
		if err != nil {
			return runPart{}, err
		}
		if err := r.TakeBack(ctx, s.House, c.Actor()); err != nil {
			return runPart{}, err
		}
		return runNow(ctx, c, r.ID)
	})
	rest.Get(s, rest.On("/accounts/duplicates", "List accounts that may be one, the surest first; merge is by a person", auth.See), duplicates)
}

// alikePart is a group of accounts that may be one.
type alikePart struct {
	Accounts []account.Account `json:"accounts"`
	Deals    []int             `json:"deals" doc:"how many deals each has"`
	Why      string            `json:"why"`
}

func duplicates(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[alikePart], error) {
	all, err := intake.Duplicates(ctx, c.Reader)
	out := rest.Page[alikePart]{Items: []alikePart{}}
	if err != nil {
		return out, err
	}
	some, next := rest.Cut(all, q)
	for _, a := range some {
		p := alikePart{Accounts: a.Accounts, Why: a.Why}
		for _, x := range a.Accounts {
			deals, err := account.DealsOf(ctx, c.Reader, x.ID)
			if err != nil {
				return out, err
			}
			p.Deals = append(p.Deals, len(deals))
		}
		out.Items = append(out.Items, p)
	}
	out.Next = next
	return out, nil
}
