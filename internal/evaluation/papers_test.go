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
	"throughline/internal/evaluation/results"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestImportedResultsAreMatchedReportedAndNotDoubled(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		e := draft(w)
		criterion(w, e, add(w, "Export rows", thread.Must, minutes), 5)
		criterion(w, e, add(w, "Replay a day", thread.Should, minutes), 3)
		judged := do(w, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Statement: "Their operator restores alone", Judged: true})
		run(w, e)
		text := "criterion,value,unit,date,by,note\n" +
			"C1,14,min,2026-03-02,Tomás Rey,first run\n" +
			"NWF-2,540,s,2026-03-02,Somebody Else,\n" +
			"their operator  restores alone,passed,,2026-03-02,Dana Whitfield,alone\n" +
			"C9,3,min,2026-03-02,,\n" +
			"C1,3,GB,2026-03-02,,\n" +
			"C2,3,min,2027-01-01,,\n" +
			"C1,passed,,2026-03-02,,\n"
		imports := func() evaluation.Imported {
			runs, faults, err := results.Read(strings.NewReader(text))
			if err != nil || len(faults) != 0 {
				t.Fatal(err, faults)
			}
			return do(w, "evaluation.import", evaluation.ImportResults, evaluation.Import{Evaluation: e.ID, Runs: runs})
		}
		got := imports()
		if got.Recorded != 3 || len(got.Faults) != 4 || got.Faults[0].Line != 5 || got.Faults[1].Line != 6 || !strings.Contains(got.Faults[1].Reason, "GB") {
			t.Errorf("%+v", got)
		}
		trials, err := evaluation.Trials(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		if r := trials[0].Runs[0]; r.By != w.Tomas || r.Side != "customer" || r.Note.Owner() != w.Tomas || trials[0].Outcome != evaluation.Failed {
			t.Errorf("by a stakeholder: %+v, %s", r, trials[0].Outcome)
		}
		if r := trials[1].Runs[0]; r.ByName.String() != "Somebody Else" || r.By != "" || trials[1].Outcome != evaluation.Passed {
			t.Errorf("by a name nobody has: %+v, %s", r, trials[1].Outcome)
		}
		if trials[2].Criterion.ID != judged.ID || trials[2].Outcome != evaluation.Passed {
			t.Errorf("judged: %+v", trials[2])
		}
		if again := imports(); again.Recorded != 0 || again.Unchanged != 3 {
			t.Errorf("a second time: %+v", again)
		}
		w.Verify()
	})
}

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
		"technical-win-letter": {"State: achieved, since 11 April 2026, Dana Whitfield", "ends within ten minutes (export of 2 M rows ≤ 10 min)", "reply of 11 April, 09:12", thread.Hash(evaluation.Wording(th.Rows[0].Requirement))},
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
