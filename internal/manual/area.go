package manual

import (
	"context"

	"throughline/internal/area"
	"throughline/internal/journal"
)

// Area is the plug of the manuals.
func Area() area.Area {
	return area.Area{
		Name:       "manual",
		Words:      map[string][]string{"chapter": {"title", "words"}},
		Migrations: Migrations,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			chapterKind.Name: func(ctx context.Context, src journal.Source, id string) (area.Card, error) {
				c, err := journal.Load[Chapter](ctx, src, id)
				return area.Card{Kind: chapterKind.Name, ID: id, Deal: c.Deal, Title: c.Title, Path: "manuals/" + c.Manual}, err
			},
		},
		Documents: documents,
		Acts:      map[string]string{"manual.write": "wrote a chapter of a manual"},
	}
}
