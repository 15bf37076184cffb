package api

import (
	"context"
	"io"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/exchange/folder"
	"throughline/internal/problem"
)

func init() { operations = append(operations, folders) }

// folders are deals as plain files, out and in, as a zip.
func folders(s *rest.Server) {
	rest.Stream(s, rest.On("/deals/{deal}/folder", "Get the deal as a folder of plain files, in a zip", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Streamed, error) {
		f, err := folder.Of(ctx, c.Reader, c.House.Files.In(c.Workspace), c.Deal.ID)
		return rest.Streamed{Name: c.Deal.Prefix + ".zip", Type: "application/zip", Write: func(ctx context.Context, w io.Writer) error { return f.Zip(ctx, w) }}, err
	})
	type kept struct {
		Hash string `json:"hash" doc:"of the zip; POST /files keeps it and answers the hash"`
		As   string `json:"as,omitempty" doc:"another key for the deal, where the workspace has one of the same key already"`
	}
	rest.Beside(s, rest.On("/import/deal", "Take in a deal from a kept zip of its folder, whole or not at all", auth.Promise), func(ctx context.Context, c *rest.Caller, in kept) (account.Opportunity, error) {
		zip, err := c.House.Files.In(c.Workspace).Open(ctx, in.Hash)
		if problem.Of(err) == problem.Missing {
			err = &problem.Error{Kind: problem.Invalid, What: "The file is not here.", Fields: []problem.Field{{Name: "hash", What: "Send the zip to /api/files first, and name the hash it answers."}}}
		}
		if err != nil {
			return account.Opportunity{}, err
		}
		defer zip.Close()
		f, err := folder.ReadZipOf(zip)
		if err != nil {
			return account.Opportunity{}, err
		}
		return folder.Take(ctx, c.House, c.Actor(), f, folder.Options{As: in.As})
	})
}
