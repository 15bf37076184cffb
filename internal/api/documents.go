package api

import (
	"context"
	"net/http"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/content"
	docs "throughline/internal/documents"
	"throughline/internal/exchange"
	"throughline/internal/problem"
)

func init() { operations = append(operations, documents, files, downloads) }

// documentPart is one deliverable; a list leaves its text out.
type documentPart struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	About    string `json:"about"`
	Markdown string `json:"markdown,omitempty"`
	HTML     string `json:"html,omitempty"`
}

// documents are the deliverables that a deal's thread makes.
func documents(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/documents", "List a deal's documents", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[documentPart], error) {
		all, err := documentsOf(ctx, c)
		out := rest.Page[documentPart]{Items: []documentPart{}}
		for _, d := range all {
			out.Items = append(out.Items, documentPart{Name: d.Name, Title: d.Title, About: d.About})
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/documents/{id}", "Get a document by its name, as Markdown and as one HTML page", auth.See), func(ctx context.Context, c *rest.Caller) (documentPart, error) {
		all, err := documentsOf(ctx, c)
		if err != nil {
			return documentPart{}, err
		}
		for _, d := range all {
			if d.Name == c.ID {
				return documentPart{d.Name, d.Title, d.About, string(docs.Markdown(d)), string(docs.HTML(d))}, nil
			}
		}
		return documentPart{}, problem.NotFound("document", c.ID)
	})
}

func documentsOf(ctx context.Context, c *rest.Caller) ([]content.Document, error) {
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return nil, err
	}
	t, err := c.House.Thread(ctx, c.Reader, c.Deal.ID, clock.Now(ctx).In(home.Location()))
	if err != nil {
		return nil, err
	}
	return docs.Of(ctx, c.House, c.Reader, &t)
}

// files are kept before the thing that names them is recorded: a result's evidence, a
// sign-off's proof.
func files(s *rest.Server) {
	rest.Raw(s, http.MethodPost, rest.On("/files", "Keep a file; what it proves or holds then names its hash", auth.Promise), func(ctx context.Context, _ *rest.Caller, b rest.Body) (any, error) {
		return b.Keep(ctx)
	})
}

// downloads give kept files back as they came.
func downloads(s *rest.Server) {
	rest.Download(s, rest.On("/deals/{deal}/files/{id}", "Get a kept file that a thing of the deal names, by its hash", auth.See), func(ctx context.Context, c *rest.Caller, hash string) (string, error) {
		return exchange.KeptFile(ctx, c.Reader, c.Deal.ID, hash)
	})
}
