package discovery_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

func TestTheInboxOfTheDealsSEHoldsCandidatesAndHeldCalls(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.record(nightly, "nightly.vtt", "given")
		w.record("Dana: We need a second export for audits.\nMara: Noted, by when?\nDana: Before the audit in May.\nMara: Okay.\n", "second.txt", "none")
		inbox := func(person string) (out []string) {
			lines, err := discovery.Area().Inbox(w.Ctx(), w.Reader(), person, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range lines {
				out = append(out, l.Verb)
				if l.Deal != w.Deal || !strings.HasPrefix(l.Path, "discovery?call=") || l.Since != w.Today() {
					t.Errorf("line %+v", l)
				}
			}
			return out
		}
		if got := strings.Join(inbox("mara"), " "); got != "Review Record consent" {
			t.Errorf("Mara's inbox: %s", got)
		}
		if got := inbox("jonas"); len(got) != 0 {
			t.Errorf("the SA's inbox: %v", got)
		}
		for _, c := range w.candidates() {
			w.Do("discovery.reject", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Reject(ctx, tx, c.ID, 0, "seen")
				return err
			})
		}
		if got := strings.Join(inbox("mara"), " "); got != "Record consent" {
			t.Errorf("after the review: %s", got)
		}
	})
}

func TestTheDiscoverySummarySaysWhatWasHeardInTheCustomersWords(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		documents := func() map[string]content.Document {
			th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			docs, err := discovery.Area().Documents(w.Ctx(), w.Reader(), &th)
			if err != nil {
				t.Fatal(err)
			}
			out := map[string]content.Document{}
			for _, d := range docs {
				out[d.Name] = d
			}
			return out
		}
		if got := documents(); len(got) != 0 {
			t.Errorf("a deal in which nothing was heard has %d documents", len(got))
		}
		w.record(nightly, "nightly.vtt", "given")
		if _, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "two million").ID}); err != nil {
			t.Fatal(err)
		}
		for by, value := range map[string]string{w.Dana: "12000", w.Tomas: "20000"} {
			if _, err := w.fact(discovery.FactSaid{Name: "Users", Value: value, SaidBy: by}); err != nil {
				t.Fatal(err)
			}
		}
		docs := documents()
		summary, brief := fmt.Sprintf("%+v", flat(docs["discovery-summary"])), fmt.Sprintf("%+v", flat(docs["brief"]))
		for _, want := range []string{"NWF-1", "Dana Whitfield", "has the technical decision", "“The nightly export of two million rows must finish", "Discovery of 2026-03-02, 00:00:07",
			"Contested", "MEDDPICC: ", "Next questions", "Who can say yes to the money", "different numbers"} {
			if !strings.Contains(summary, want) {
				t.Errorf("the summary does not say %q:\n%s", want, summary)
			}
		}
		for _, want := range []string{"NWF-1", "Mara Lindqvist", "Dana Whitfield", "1 of 3", "Find out next"} {
			if !strings.Contains(brief, want) {
				t.Errorf("the brief does not say %q:\n%s", want, brief)
			}
		}
	})
}

// flat is a document's words, each block a line.
func flat(d content.Document) string {
	var b strings.Builder
	spans := func(all []content.Span) {
		for _, s := range all {
			b.WriteString(s.Text + s.Key + " ")
		}
	}
	for _, x := range d.Blocks {
		spans(x.Paragraph)
		switch {
		case x.Heading != nil:
			b.WriteString(x.Heading.Text)
		case x.Quote != nil:
			b.WriteString("“" + x.Quote.Words + "” " + x.Quote.Person + ", " + x.Quote.Source)
		case x.Callout != nil:
			spans(x.Callout.Text)
		case x.List != nil:
			for _, i := range x.List.Items {
				spans(i)
			}
		case x.Table != nil:
			b.WriteString(x.Table.Caption + " ")
			for _, r := range x.Table.Rows {
				for _, c := range r {
					spans(c)
				}
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestEveryThingOfDiscoveryHasACardAndItsPast(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		c := w.saying(discovery.Need, "two million")
		before := w.Clock.T
		o, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.AsIs, "three hours").ID, Name: "Database", Value: "Oracle 19c"})
		if err != nil {
			t.Fatal(err)
		}
		for kind, row := range map[string][2]string{"call": {r.Call.ID, "Discovery"}, "candidate": {c.ID, c.Statement.String()}, "fact": {o.Fact.ID, "Database: Oracle 19c"}} {
			card, ok, err := w.Describe(w.Ctx(), w.Reader(), kind, row[0])
			if err != nil || !ok || card.Title != row[1] || card.Deal != w.Deal || card.Path == "" {
				t.Errorf("%s: %+v, %v", kind, card, err)
			}
		}
		past, err := journal.AsOf(w.Ctx(), w.Reader(), w.Deal, clock.At(before))
		if err != nil {
			t.Fatal(err)
		}
		facts, err := discovery.Facts(w.Ctx(), past, w.Deal)
		if err != nil || len(facts) != 0 {
			t.Errorf("%d facts stood before, %v", len(facts), err)
		}
		found, err := discovery.Candidates(w.Ctx(), past, w.Deal)
		if err != nil || len(found) != len(w.candidates()) {
			t.Errorf("%d candidates stood before, %v", len(found), err)
		}
		for act := range discovery.Area().Acts {
			if !strings.HasPrefix(act, "discovery.") || w.Act(act) == act {
				t.Errorf("act %s has no words", act)
			}
		}
	})
}

func TestAnotherWorkspaceSeesNothingOfACall(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		c := w.saying(discovery.Need, "two million")
		other := world{w.World, t}
		stranger := *w.World
		stranger.Who.Workspace = "elsewhere"
		other.World = &stranger
		for name, act := range map[string]func(context.Context, *journal.Tx) error{
			"accept": func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Accept(ctx, tx, discovery.Acceptance{ID: c.ID})
				return err
			},
			"consent": func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Consent(ctx, tx, discovery.ConsentGiven{Call: r.Call.ID, Consent: "none"})
				return err
			},
			"name-voice": func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.NameVoice(ctx, tx, discovery.Naming{Voice: r.Voices[3].ID, Contact: w.Dana})
				return err
			},
			"forget-call": func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.ForgetCall(ctx, tx, r.Call.ID, 0)
				return err
			},
		} {
			if _, err := other.Try("discovery."+name, act); err == nil || !strings.Contains(err.Error(), "There is no") {
				t.Errorf("%s from another workspace gave %v", name, err)
			}
		}
		if s, err := discovery.Segments(w.Ctx(), other.Reader(), r.Call); err != nil || len(s) != 0 {
			t.Errorf("another workspace reads %d segments, %v", len(s), err)
		}
	})
}

// hour is a call of 60 minutes: a turn every four seconds, one in six of them a need.
func hour() string {
	var b strings.Builder
	b.WriteString("WEBVTT\n\n")
	lines := []string{"<v Mara Lindqvist>How does the export run today, and who looks after it?", "<v Dana Whitfield>Today it runs at night on an Oracle database and takes about %d minutes.",
		"<v Dana Whitfield>We need the export number %d to finish within 10 minutes.", "<v Tomás Rey>That sounds about right, I was there when it was built.",
		"<v Mara Lindqvist>Understood. And the sign-in?", "<v Tomás Rey>Reports should open in under %d seconds for everybody in the depots."}
	for i := range 900 {
		at := i * 4
		line := lines[i%len(lines)]
		if strings.Contains(line, "%d") {
			line = fmt.Sprintf(line, i)
		}
		fmt.Fprintf(&b, "%02d:%02d:%02d.000 --> %02d:%02d:%02d.500\n%s\n\n", at/3600, at/60%60, at%60, at/3600, (at+3)/60%60, (at+3)%60, line)
	}
	return b.String()
}

func BenchmarkRecordAnHour(b *testing.B) {
	text := hour()
	for b.Loop() {
		b.StopTimer()
		w := wiretest.New(b, b.TempDir())
		b.StartTimer()
		s, err := discovery.ReadScript(strings.NewReader(text), "hour.vtt")
		if err != nil {
			b.Fatal(err)
		}
		var r discovery.Recorded
		w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) (err error) {
			r, err = discovery.Record(ctx, tx, discovery.Recording{Deal: w.Deal, Title: "Hour", HeldAt: clock.At(wiretest.Start), Consent: "given", ConsentBy: w.Dana, Script: s})
			return err
		})
		b.ReportMetric(float64(r.Candidates), "candidates")
		found, err := discovery.OfCall(w.Ctx(), w.Reader(), r.Call.ID)
		if err != nil {
			b.Fatal(err)
		}
		ids := make([]string, 0, 100)
		for _, c := range found[:100] {
			ids = append(ids, c.ID)
		}
		began := time.Now()
		w.Do("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.AcceptMany(ctx, tx, w.Deal, ids)
			return err
		})
		b.ReportMetric(time.Since(began).Seconds()*1000, "ms/100-accepted")
	}
}
