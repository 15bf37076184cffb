package evaluation_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/blob"
	"throughline/internal/content"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestThePapersHoldTheExactWordsAndForgetAnErasedPerson(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		e := draft(w)
		c := criterion(w, e, add(w, "The nightly export of two million rows ends within ten minutes", thread.Must, minutes), 5)
		run(w, e)
		measured(w, c, 14)
		do(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: number(8.5), Side: "customer", By: w.Tomas, Note: "four workers were set",
			Evidence: &blob.File{Hash: thread.Hash("log"), Name: "export.log", Size: 3}})
		w.Clock.Set(time.Date(2026, 4, 11, 9, 30, 0, 0, time.UTC))
		sign(w, w.Dana, evaluation.Agreement, list(w)...)
		th := picture(w)
		papers(t, w, &th)
		erased(t, w, &th)
		w.Verify()
	})
}

// papers looks for what each document must hold.
func papers(t *testing.T, w *wiretest.World, th *thread.Thread) {
	t.Helper()
	docs, err := evaluation.Area().Documents(w.Ctx(), w.Reader(), th)
	if err != nil {
		t.Fatal(err)
	}
	for name, holds := range map[string][]string{
		"evaluation-plan":      {"Whether Relay replaces the nightly job", "High availability", "workers", "Test data is loaded", "export of 2 M rows ≤ 10 min", "locked"},
		"evaluation-readout":   {"14 min, failed, 71.4 % attained", "8.5 min, passed", "superseded", "export.log", "Tomás Rey, customer", "four workers were set", "1 of 1 criteria passed"},
		"technical-win-letter": {"State: achieved, since 11 Apr 2026, Dana Whitfield", "ends within ten minutes (export of 2 M rows ≤ 10 min)", "reply of 11 April, 09:12", thread.Hash(evaluation.Wording(th.Rows[0].Requirement))},
	} {
		text := text(docs, name)
		for _, h := range holds {
			if !strings.Contains(text, h) {
				t.Errorf("%s does not hold %q:\n%s", name, h, text)
			}
		}
	}
}

// erased forgets the signer and finds their words nowhere, and the win still there.
func erased(t *testing.T, w *wiretest.World, th *thread.Thread) {
	t.Helper()
	w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
	docs, err := evaluation.Area().Documents(w.Ctx(), w.Reader(), th)
	if err != nil {
		t.Fatal(err)
	}
	if letter := text(docs, "technical-win-letter"); strings.Contains(letter, "Dana") || strings.Contains(letter, "reply of") || !strings.Contains(letter, "[erased]") {
		t.Errorf("the letter reads %s", letter)
	}
	if s := win(w); s.State != evaluation.WinAchieved {
		t.Errorf("after the erasure: %s", s.State)
	}
}

// text is everything a document says, flat.
func text(docs []content.Document, name string) string {
	var b strings.Builder
	spans := func(all []content.Span) {
		for _, s := range all {
			b.WriteString(s.Text)
		}
		b.WriteByte('\n')
	}
	for _, d := range docs {
		if d.Name != name {
			continue
		}
		for _, x := range d.Blocks {
			spans(x.Paragraph)
			switch {
			case x.Heading != nil:
				b.WriteString(x.Heading.Text + "\n")
			case x.Quote != nil:
				b.WriteString(x.Quote.Words + " " + x.Quote.Person + " " + x.Quote.Source + "\n")
			case x.Callout != nil:
				spans(x.Callout.Text)
			case x.List != nil:
				for _, i := range x.List.Items {
					spans(i)
				}
			case x.Table != nil:
				for _, row := range x.Table.Rows {
					for _, c := range row {
						spans(c)
					}
				}
			}
		}
	}
	return b.String()
}
