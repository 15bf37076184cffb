package api

import (
	"context"

	"throughline/internal/account"
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
func documents(s *server) {
	read(s, op{"/deals/{deal}/documents", "List a deal's documents", auth.See}, func(ctx context.Context, c *caller) (Page[documentPart], error) {
		all, err := c.documents(ctx)
		out := Page[documentPart]{Items: []documentPart{}}
		for _, d := range all {
			out.Items = append(out.Items, documentPart{Name: d.Name, Title: d.Title, About: d.About})
		}
		return out, err
	})
	read(s, op{"/deals/{deal}/documents/{id}", "Get a document by its name, as Markdown and as one HTML page", auth.See}, func(ctx context.Context, c *caller) (documentPart, error) {
		all, err := c.documents(ctx)
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

func (c *caller) documents(ctx context.Context) ([]content.Document, error) {
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return nil, err
	}
	t, err := c.house.Thread(ctx, c.Reader, c.Deal.ID, clock.Now(ctx).In(home.Location()))
	if err != nil {
		return nil, err
	}
	return docs.Of(ctx, c.house, c.Reader, &t)
}
