package tour_test

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/exchange/intake"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/tally"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// deal is one deal from its first call to go-live, as research/presales.md, section 12, tells it.
type deal struct {
	*wiretest.World
	sa                *wiretest.World
	need, promise     string
	criterion, check  string
	trial, production string // facts
	seen              []sight
}

// sight is what the thread says on a day.
type sight struct {
	day     clock.Date
	states  string // of the one requirement, a letter a station: reached, failed, started, missing, not needed
	breaks  string // their rules
	promise string // its state and the words that hold
	win     string
}

func TestADealFromItsFirstCallToGoLive(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		d := &deal{World: w, sa: w.As("jonas", "SA")}
		d.firstCall()
		d.sees("2026-03-03", "r--mmmmmmm", "", "", "open")
		d.demonstration()
		d.sees("2026-03-10", "rr-mmmmmmm", "", "", "open")
		d.questionnaire()
		d.firstRun()
		d.secondRun()
		d.agreement()
		d.contract()
		d.handover()
		d.goLive()
		for _, then := range d.seen {
			past, err := journal.AsOf(w.Ctx(), w.Reader(), w.Deal, clock.At(then.day.Time().Add(23*time.Hour)))
			if err != nil {
				t.Fatal(err)
			}
			if got := d.at(past, then.day); got != then {
				t.Errorf("seen again as of %s:\n%+v, not\n%+v", then.day, got, then)
			}
		}
		w.Verify()
	})
}

// on moves the clock to a morning.
func (d *deal) on(day clock.Date) { d.Clock.Set(day.Time().Add(9 * time.Hour)) }

// sees demands what the thread says today, and keeps it for the look back at the end.
func (d *deal) sees(day clock.Date, states, breaks, promise, win string) {
	d.T.Helper()
	want := sight{day, states, breaks, promise, win}
	if got := d.at(d.Reader(), d.Today()); got != want {
		d.T.Errorf("on %s the thread says\n%+v, not\n%+v", day, got, want)
	}
	d.seen = append(d.seen, want)
}

func (d *deal) at(src journal.Source, day clock.Date) sight {
	d.T.Helper()
	t, err := d.Thread(d.Ctx(), src, d.Deal, day)
	if err != nil {
		d.T.Fatal(err)
	}
	s := sight{day: day, win: t.TechnicalWin}
	if all := tally.Standings(&t.Picture); len(all) == 1 {
		s.states = all[0].States
	}
	var rules []string
	for _, b := range append(slices.Clone(t.Breaks), t.Rows[0].Breaks...) {
		rules = append(rules, string(b.Rule))
	}
	slices.Sort(rules)
	s.breaks = strings.Join(slices.Compact(rules), ", ")
	for _, p := range t.Facts.Promises {
		words := p.Words.String()
		if p.State == thread.PromiseRenegotiated {
			words = p.NewWords.String()
		}
		s.promise = string(p.State) + ": " + words
	}
	return s
}

func acts[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

const callText = "WEBVTT\n\n00:17:42.000 --> 00:17:51.000\n<v Tomás Rey>Our nightly export of two million rows takes three hours, and it must end before six in the morning.\n"

// firstCall is the quote of 00:17:42, accepted as a must with its measure.
func (d *deal) firstCall() {
	d.on("2026-03-03")
	script, err := discovery.ReadScript(strings.NewReader(callText), "call.vtt")
	if err != nil {
		d.T.Fatal(err)
	}
	call := acts(d.World, "discovery.record", discovery.Record, discovery.Recording{Deal: d.Deal, Title: "First call", HeldAt: clock.At(d.Clock.T), Consent: "given", Contacts: []string{d.Tomas}, Script: script}).Call
	found, err := discovery.OfCall(d.Ctx(), d.Reader(), call.ID)
	if err != nil || len(found) == 0 {
		d.T.Fatalf("%d candidates, %v", len(found), err)
	}
	r := acts(d.World, "discovery.accept", discovery.Accept, discovery.Acceptance{ID: found[0].ID, Statement: "The nightly export of 2 M rows ends within 10 minutes", Kind: thread.Quality, Priority: thread.Must,
		Measure: &thread.Measure{Metric: "export of 2 M rows", Comparison: "<=", Target: 10, Unit: "min"}}).Requirement
	d.need = r.ID
}

// demonstration shows segment 3 to the same person, who likes it.
func (d *deal) demonstration() {
	d.on("2026-03-10")
	show := acts(d.World, "demo.plan", demo.PlanDemo, demo.Plan{Deal: d.Deal, Title: "Relay live", HeldAt: clock.At(d.Clock.T), Contacts: []string{d.Tomas}})
	part := acts(d.World, "demo.segment", demo.AddSegment, demo.NewSegment{Demo: show.ID, Title: "Bulk export", Capability: "bulk export", Status: "ga", Requirements: []string{d.need}})
	acts(d.World, "demo.deliver", demo.Deliver, demo.Delivery{ID: show.ID, Segments: []demo.Told{{Segment: part.ID, Shown: "full"}}})
	acts(d.World, "demo.react", demo.React, demo.NewReaction{Segment: part.ID, Contact: d.Tomas, Mark: 1, Words: "that would do"})
	d.absent(d.Dana)
}

// absent demands that who has the technical decision, and was not there, is listed as not having
// seen the requirement, and nobody else.
func (d *deal) absent(contact string) {
	d.T.Helper()
	t, err := d.Thread(d.Ctx(), d.Reader(), d.Deal, d.Today())
	if err != nil {
		d.T.Fatal(err)
	}
	missed, err := demo.WhoMissed(d.Ctx(), d.Reader(), &t.Picture)
	if err != nil || len(missed) != 1 || missed[0].Contact != contact || len(missed[0].Requirements) != 1 || missed[0].Requirements[0].ID != d.need {
		d.T.Errorf("listed as not having seen it: %+v, %v", missed, err)
	}
}

// questionnaire answers question 112 beyond the documented limit: a promise in these words.
func (d *deal) questionnaire() {
	d.on("2026-03-18")
	a := acts(d.World, "answers.write", answers.Write, answers.Wording{Deal: d.Deal, Requirements: []string{d.need}, Question: "112. How many rows can one export hold?", Words: "up to 5 M rows", Verdict: answers.Affirm})
	acts(d.World, "answers.approve", answers.Approve, answers.Approval{ID: a.ID, Beyond: "limit"})
	all, err := thread.Promises(d.Ctx(), d.Reader(), d.Deal)
	if err != nil || len(all) != 1 || all[0].Contractual != "implied" {
		d.T.Fatalf("promises %+v, %v", all, err)
	}
	d.promise = all[0].ID
	d.sees("2026-03-18", "rrrmmmmmmm", "", "open: up to 5 M rows", "open")
}

// firstRun misses the target; the break says by how much.
func (d *deal) firstRun() {
	d.on("2026-04-01")
	e := acts(d.World, "evaluation.draft", evaluation.DraftEvaluation, evaluation.Plan{Deal: d.Deal, Title: "Two weeks on their data", Decision: "Whether Relay replaces the job", From: "2026-04-01", To: "2026-04-10"})
	d.criterion = acts(d.World, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Requirement: d.need, Weight: 5}).ID
	acts(d.World, "evaluation.agree", evaluation.Agree, evaluation.Step{ID: e.ID})
	acts(d.World, "evaluation.start", evaluation.Start, evaluation.Step{ID: e.ID})
	d.on("2026-04-02")
	minutes := 14.0
	acts(d.World, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: d.criterion, Value: &minutes})
	d.sees("2026-04-02", "rrrfmmmmmm", "failed", "open: up to 5 M rows", "open")
	t, err := d.Thread(d.Ctx(), d.Reader(), d.Deal, d.Today())
	if err != nil || !strings.Contains(t.Rows[0].Breaks[0].Why, "71.4 % attained") {
		d.T.Errorf("%+v, %v", t.Rows[0].Breaks, err)
	}
}

// secondRun passes with four workers; both runs stay, and the setting is a fact that was seen.
func (d *deal) secondRun() {
	d.on("2026-04-09")
	minutes := 8.5
	acts(d.World, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: d.criterion, Value: &minutes, Note: "4 workers"})
	d.trial = acts(d.World, "fact.add", discovery.AddFact, discovery.FactSaid{Deal: d.Deal, Name: "cores of the trial", Value: "8", Unit: "cores"}).ID
	acts(d.World, "fact.verify", discovery.VerifyFact, discovery.FactVerified{ID: d.trial, How: "read in the trial's console, with 4 workers set"})
	if runs, err := journal.List[evaluation.Result](d.Ctx(), d.Reader(), d.Deal); err != nil || len(runs) != 2 {
		d.T.Errorf("%d runs are kept, %v", len(runs), err)
	}
	d.sees("2026-04-09", "rrrrmmmmmm", "", "open: up to 5 M rows", "open")
}

// agreement is the head of IT's, to the exact words: the technical win, 39 days after the call.
func (d *deal) agreement() {
	d.on("2026-04-11")
	r, err := journal.Load[thread.Requirement](d.Ctx(), d.Reader(), d.need)
	if err != nil {
		d.T.Fatal(err)
	}
	acts(d.World, "evaluation.sign-off", evaluation.Sign, evaluation.NewSignOff{Deal: d.Deal, Contact: d.Dana, Decision: evaluation.Agreement, Proof: "reply of 11 April",
		Items: []evaluation.NewItem{{Requirement: r.ID, Wording: evaluation.Wording(r)}}})
	d.sees("2026-04-11", "rrrrrmmmmm", "", "open: up to 5 M rows", "achieved")
	t, err := d.Thread(d.Ctx(), d.Reader(), d.Deal, d.Today())
	if err != nil {
		d.T.Fatal(err)
	}
	win, err := evaluation.Win(d.Ctx(), d.Reader(), &t.Picture)
	if first := clock.Date("2026-03-03"); err != nil || first.AddDays(39) != win.At.In(time.UTC) {
		d.T.Errorf("won on %s, %v", win.At.In(time.UTC), err)
	}
}

type opened struct{ *bytes.Reader }

func (opened) Close() error { return nil }

// contract comes with the CRM's export: it proposes the signature and writes over nothing of ours.
func (d *deal) contract() {
	d.on("2026-04-30")
	before := d.opportunity()
	text := "Account Name,Opportunity Name,Stage,Amount Currency,Amount,Close Date\nNorthwind Freight,Relay platform,Closed Won,EUR,\"120,000.00\",2026-04-30\n"
	f := intake.File{Name: "deals.csv", Open: func(context.Context) (io.ReadSeekCloser, error) { return opened{bytes.NewReader([]byte(text))}, nil }}
	if r, err := intake.Take(d.Ctx(), d.Journal, d.Who, []intake.File{f}, intake.Options{}); err != nil || r.Updated.Opportunities != 1 || r.Refused != 0 {
		d.T.Fatalf("%+v, %v", r, err)
	}
	after := d.opportunity()
	if after.Stage != "Closed Won" || after.Amount != (account.Money{Known: true, Minor: 12000000, Currency: "EUR"}) || after.SignedOn != "" ||
		after.SE != before.SE || after.SA != before.SA || after.GoLiveOn != before.GoLiveOn || after.Prefix != before.Prefix {
		d.T.Errorf("the deal is %+v", after)
	}
	if due, err := account.ProposedWon(d.Ctx(), d.Reader(), "mara"); err != nil || len(due) != 1 {
		d.T.Errorf("%d signatures are proposed, %v", len(due), err)
	}
	t, err := d.Thread(d.Ctx(), d.Reader(), d.Deal, d.Today())
	if err != nil {
		d.T.Fatal(err)
	}
	draft, err := handoff.ToBuild.DraftOf(d.Ctx(), d.Reader(), &t)
	if err != nil || len(draft.Rows) != 1 || len(draft.Promises) != 1 || handoff.ToBuild.MayDraft(&t, "jonas") != nil {
		d.T.Errorf("the draft holds %d requirements and %d promises, %v", len(draft.Rows), len(draft.Promises), err)
	}
	d.sees("2026-04-30", "rrrrrmmmmm", "", "open: up to 5 M rows", "achieved")
}

func (d *deal) opportunity() account.Opportunity {
	d.T.Helper()
	o, err := journal.Load[account.Opportunity](d.Ctx(), d.Reader(), d.Deal)
	if err != nil {
		d.T.Fatal(err)
	}
	return o
}
