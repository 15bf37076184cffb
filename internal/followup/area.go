package followup

import (
	"context"
	"embed"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// migrations makes this room's table.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Area is the room's plug.
func Area() area.Area {
	return area.Area{
		Name: "followup", Migrations: migrations, Documents: documents,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){followUpKind.Name: describe},
		Acts:     map[string]string{"follow-up.write": "wrote a follow-up", "follow-up.send": "sent a follow-up", "follow-up.drop": "threw a follow-up away"},
		Final:    []string{"follow-up.send"},
	}
}

func describe(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	f, err := journal.Load[FollowUp](ctx, src, id)
	return area.Card{Kind: followUpKind.Name, ID: id, Deal: f.Deal, Title: f.Subject.String(), Path: "follow-ups/" + f.Kind + "/" + f.About}, err
}

// documents are the follow-ups as they went out, the latest first.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	deal := t.Facts.Deal
	all, err := All(ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	doc := content.Document{Name: "follow-ups", Title: "Follow-ups", About: fmt.Sprintf("%s, %s", deal.Prefix, deal.Name)}
	for _, f := range all {
		if f.Sent() {
			doc.Blocks = append(doc.Blocks, content.H(1, f.Subject.String()), content.Para(fmt.Sprintf("Sent on %s to %d people.", f.SentAt.In(t.Facts.Zone).Words(), len(f.Letters))))
			doc.Blocks = append(doc.Blocks, paragraphs(f.Words.String())...)
		}
	}
	if len(doc.Blocks) == 0 {
		return nil, nil
	}
	return []content.Document{doc}, nil
}

func paragraphs(words string) (out []content.Block) {
	for _, b := range Blocks(words) {
		switch {
		case b.Heading:
			out = append(out, content.H(2, b.Lines[0]))
		case b.Items:
			list := content.List{}
			for _, l := range b.Lines {
				list.Items = append(list.Items, content.Exact(l))
			}
			out = append(out, content.Block{List: &list})
		default:
			for _, l := range b.Lines {
				out = append(out, content.P(content.Exact(l)...))
			}
		}
	}
	return out
}
