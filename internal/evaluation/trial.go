package evaluation

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Outcome of a criterion.
type Outcome string

// The outcomes. Not run is no pass.
const (
	Passed Outcome = "passed"
	Failed Outcome = "failed"
	NotRun Outcome = "not run"
)

// Trial is a criterion as it stands: what counts of its runs, and the waiver if there is one.
type Trial struct {
	Criterion  Criterion
	Evaluation Evaluation
	Outcome    Outcome
	Result     *Result  // the run that counts, nil for none
	Runs       []Result // all runs, oldest first
	Waiver     *Waiver  // not taken back; it may be out of date
	Tied       bool     // two runs of one moment differ and nobody has picked one
}

// Counts says whether a run counts: not if it was before the lock of these terms.
func (t Trial) Counts(r Result) bool {
	return !t.Criterion.CountsFrom.IsZero() && !r.At.Before(t.Criterion.CountsFrom)
}

// Attained is how much of the target the counting run reached, 0 to 1; false where that
// cannot be computed.
func (t Trial) Attained() (float64, bool) {
	if t.Result == nil || t.Criterion.Measure == nil {
		return 0, false
	}
	return t.Criterion.Measure.Attained(t.Result.Value, t.Result.Unit)
}

// Waived says whether a waiver holds on the day.
func (t Trial) Waived(today clock.Date) bool { return t.Waiver != nil && t.Waiver.Holds(today) }

// weigh finds the run that counts: the latest, and of one moment the picked one, else the
// worse one.
func (t *Trial) weigh() {
	sort.SliceStable(t.Runs, func(i, j int) bool { return t.Runs[i].At.Before(t.Runs[j].At) })
	t.Outcome = NotRun
	for i := range t.Runs {
		r := &t.Runs[i]
		if !t.Counts(*r) {
			continue
		}
		switch {
		case t.Result == nil || t.Result.At.Before(r.At):
			t.Result, t.Tied = r, false
		default:
			t.Tied = t.Tied || t.Result.Passed != r.Passed
			if r.Picked || !t.Result.Picked && t.worse(*r, *t.Result) {
				t.Result = r
			}
		}
	}
	if t.Result == nil {
		return
	}
	t.Tied = t.Tied && !t.Result.Picked
	t.Outcome = Failed
	if t.Result.Passed {
		t.Outcome = Passed
	}
}

// worse says whether r is a worse run than o: it failed where o passed, or attained less.
func (t Trial) worse(r, o Result) bool {
	if r.Passed != o.Passed || t.Criterion.Measure == nil {
		return !r.Passed && o.Passed
	}
	ra, rok := t.Criterion.Measure.Attained(r.Value, r.Unit)
	oa, ook := t.Criterion.Measure.Attained(o.Value, o.Unit)
	return rok && ook && ra < oa
}

// says is the criterion with its counting run, in one line.
func (t Trial) says() string {
	c := t.Criterion
	if t.Result == nil {
		return fmt.Sprintf("%s: %s, not run", c.Key(), c.asks())
	}
	return fmt.Sprintf("%s: %s; asked: %s", c.Key(), t.Measured(*t.Result), c.asks())
}

// Measured is one run in words: '14 min, failed, 71.4 % attained'.
func (t Trial) Measured(r Result) string {
	word := map[bool]string{true: "passed", false: "failed"}[r.Passed]
	if t.Criterion.Measure == nil {
		return "judged to have " + word
	}
	text := fmt.Sprintf("%s, %s", thread.Quantity(r.Value, r.Unit), word)
	if a, ok := t.Criterion.Measure.Attained(r.Value, r.Unit); ok && !r.Passed {
		text += fmt.Sprintf(", %s attained", percent(a))
	}
	return text
}

// asks is what the criterion wants, in one line.
func (c Criterion) asks() string {
	if c.Measure == nil {
		return c.Statement
	}
	return c.Measure.String()
}

// book is what the area holds of a deal's trials.
type book struct {
	evaluations []Evaluation
	trials      []Trial // by criterion number, of evaluations that are not withdrawn
	byCriterion map[string]Trial
}

// gather reads a deal's evaluations with their criteria, runs and waivers.
func gather(ctx context.Context, src journal.Source, deal string) (book, error) {
	b := book{byCriterion: map[string]Trial{}}
	var err error
	if b.evaluations, err = journal.List[Evaluation](ctx, src, deal); err != nil || len(b.evaluations) == 0 {
		return b, err
	}
	criteria, err := Criteria(ctx, src, deal)
	if err != nil || len(criteria) == 0 {
		return b, err
	}
	results, err := journal.List[Result](ctx, src, deal)
	if err != nil {
		return b, err
	}
	waivers, err := journal.List[Waiver](ctx, src, deal)
	if err != nil {
		return b, err
	}
	b.join(criteria, results, waivers)
	return b, nil
}

func (b *book) join(criteria []Criterion, results []Result, waivers []Waiver) {
	of := map[string]Evaluation{}
	for _, e := range b.evaluations {
		of[e.ID] = e
	}
	runs, waived := map[string][]Result{}, map[string]*Waiver{}
	for _, r := range results {
		runs[r.Criterion] = append(runs[r.Criterion], r)
	}
	for i := range waivers {
		if w := &waivers[i]; w.WithdrawnAt.IsZero() {
			waived[w.Criterion] = w
		}
	}
	for _, c := range criteria {
		e, ok := of[c.Evaluation]
		if !ok || !e.Counts() {
			continue
		}
		t := Trial{Criterion: c, Evaluation: e, Runs: runs[c.ID], Waiver: waived[c.ID]}
		t.weigh()
		b.trials = append(b.trials, t)
		b.byCriterion[c.ID] = t
	}
}

// Trials gives every criterion of a deal's evaluations as it stands, withdrawn evaluations left out.
func Trials(ctx context.Context, src journal.Source, deal string) ([]Trial, error) {
	b, err := gather(ctx, src, deal)
	return b.trials, err
}

// percent writes 0.714 as '71.4 %'.
func percent(share float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", share*100), ".0") + " %"
}
