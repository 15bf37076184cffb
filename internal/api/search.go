package api

import (
	"context"
	"strconv"

	"throughline/internal/api/rest"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/insight"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/search"
)

func init() { operations = append(operations, searches) }

// foundPart is one place where words stand.
type foundPart struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Deal  string `json:"deal"` // a deal's id
	Key   string `json:"key"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// foundPage is a page of them.
type foundPage struct {
	rest.Page[foundPart]
	Short bool `json:"short" doc:"true when a second was not enough to look everywhere"`
}

// searches find words, names and what hangs on a thing.
func searches(s *rest.Server) {
	rest.Get(s, rest.On("/search", "Find words in all deals, the last written first", auth.See), find)
	rest.Get(s, rest.On("/deals/{deal}/search", "Find words in one deal", auth.See), find)
	rest.Get(s, rest.On("/palette", "Find a deal, a key, a person or a sentence by its beginning", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[area.Hit], error) {
		hits, err := s.House.Palette(ctx, c.Reader, q.Words)
		return rest.Page[area.Hit]{Items: hits}, err
	})
	rest.Read(s, rest.On("/impact/{id}", "Get the requirements, deals and money that hang on a thing", auth.See), func(ctx context.Context, c *rest.Caller) (*insight.Impact, error) {
		rows, err := journal.OfThing(ctx, c.Reader, c.ID, journal.End, 1)
		if err == nil && len(rows) == 0 {
			err = problem.NotFound("thing", c.ID)
		}
		if err != nil {
			return nil, err
		}
		i, err := insight.ImpactOf(ctx, c.Reader, rows[0].Kind, c.ID)
		return &i, err
	})
	rest.Get(s, rest.On("/capabilities/impact", "Get the requirements, deals and money that hang on a capability, named by words", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (*insight.Impact, error) {
		i, err := insight.ImpactOf(ctx, c.Reader, "capability", q.Words)
		return &i, err
	})
}

func find(ctx context.Context, c *rest.Caller, q rest.Query) (foundPage, error) {
	after, _ := strconv.ParseInt(q.After, 10, 64) // a cursor of ours, or the beginning
	found, err := search.Find(ctx, c.House.Journal.DB, c.Reader, search.Query{Words: q.Words, Kind: q.Kind, Deal: c.Deal.ID, After: after, Limit: q.Limit})
	out := foundPage{Short: found.Short}
	out.Items = []foundPart{}
	for _, h := range found.Hits {
		out.Items = append(out.Items, foundPart{h.Kind, h.Thing, h.Deal, h.Label, h.Title, h.Body})
	}
	if found.Next != 0 {
		out.Next = strconv.FormatInt(found.Next, 10)
	}
	return out, err
}
