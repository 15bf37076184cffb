package answers

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Area is the answers' plug.
func Area() area.Area {
	return area.Area{
		Name: "answers",
		Words: map[string][]string{
			"answer": {"words", "question", "evidence"},
		},
		Migrations: Migrations,
		Tell:       Tell,
		Describe:   map[string]func(context.Context, journal.Source, string) (area.Card, error){answerKind.Name: describe},
		Inbox:      waiting,
		Documents:  documents,
		Acts: map[string]string{
			"answers.write": "wrote an answer", "answers.edit": "edited an answer", "answers.approve": "approved an answer", "answers.withdraw": "withdrew an answer",
		},
		Final: []string{"answers.approve"},
	}
}

func describe(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	a, err := journal.Load[Answer](ctx, src, id)
	title := a.Words
	if !a.Question.IsZero() {
		title = a.Question.String()
	}
	return area.Card{Kind: answerKind.Name, ID: id, Deal: a.Deal, Key: a.Key(), Title: title, Path: "demo?at=" + id}, err
}

var draftsFor = journal.Where[Answer](answerKind, "approver = $2 AND state = 'draft' ORDER BY written_at LIMIT 50")

// waiting lists the answers that wait for the person's approval.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) ([]area.Waiting, error) {
	all, err := draftsFor.List(ctx, r, person)
	if err != nil {
		return nil, err
	}
	out := make([]area.Waiting, 0, len(all))
	for _, a := range all {
		out = append(out, area.Waiting{Deal: a.Deal, Key: a.Key(), Verb: "Approve", Path: "demo?at=" + a.ID, Since: clock.DateOf(a.WrittenAt.Time()),
			What: fmt.Sprintf("Answer %s waits for your approval: “%s”", a.Key(), area.Clip(a.Words))})
	}
	return out, nil
}
