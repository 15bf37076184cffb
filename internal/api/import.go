package api

import (
	"context"
	"encoding/json"
	"io"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/problem"
)

func init() { operations = append(operations, imports) }

// importOf names kept files (POST /files gives their hashes) and how they are to be read.
type importOf struct {
	Files []struct {
		Hash string `json:"hash"`
		Name string `json:"name"`
		// Map is as the command line's --map: our fields by the file's headers, and its conventions.
		Map json.RawMessage `json:"map"`
	} `json:"files"`
	DryRun bool `json:"dry_run"`
	Strict bool `json:"strict"`
}

// imports take the CRM's exports in, as the page Import and the command line do.
func imports(s *server) {
	beside(s, op{"/import/crm", "Import kept CRM exports; dry_run only says what would change", auth.Promise}, func(ctx context.Context, c *caller, in importOf) (intake.Report, error) {
		files, err := in.files(c)
		if err != nil {
			return intake.Report{}, err
		}
		return intake.Take(ctx, s.house.Journal, c.actor(), files, intake.Options{Dry: in.DryRun, Strict: in.Strict})
	})
}

func (in importOf) files(c *caller) (out []intake.File, err error) {
	if len(in.Files) == 0 {
		return nil, &problem.Error{Kind: problem.Invalid, What: "Nothing to import.", Fields: []problem.Field{{Name: "files", What: "Name at least one kept file by its hash."}}}
	}
	for _, f := range in.Files {
		file := intake.File{Name: f.Name, Open: func(ctx context.Context) (io.ReadSeekCloser, error) {
			return c.house.Files.In(c.Workspace).Open(ctx, f.Hash)
		}}
		if len(f.Map) > 0 && string(f.Map) != "null" {
			if file.Map, err = crm.ParseMap(strings.NewReader(string(f.Map))); err != nil {
				return nil, &problem.Error{Kind: problem.Invalid, What: "The map cannot be used.", Fields: []problem.Field{{Name: "map", What: err.Error()}}}
			}
		}
		out = append(out, file)
	}
	return out, nil
}
