package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/content"
	docs "throughline/internal/documents"
	"throughline/internal/problem"
)

func init() { operations = append(operations, documents) }

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
