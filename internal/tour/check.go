package tour

import (
	"time"

	"throughline/internal/delivery"
	"throughline/internal/thread"
)

// measured is one run of a check. A check without a measure is judged: value is left out.
type measured struct {
	of, by string
	value  float64
	unit   string
	judged bool // passed, where there is nothing to measure
	note   string
}

var runs = []measured{
	{of: "dispatch", by: "tomás", value: 3.1, unit: "seconds", note: "median of 500 stops on the production partition"},
	{of: "peak", by: "jonas", value: 2610, unit: "events/second", note: "30 minutes, none lost"},
	{of: "replay", by: "jonas", value: 47, unit: "minutes"},
	{of: "once", by: "tomás", judged: true, note: "10,000 events sent twice, 10,000 bookings"},
	{of: "mappings", by: "tomás", value: 3.4, unit: "hours", note: "wave 2 of 3, the longest"},
	{of: "eu", by: "priya", judged: true, note: "storage and backup locations looked at in the console"},
	{of: "identity", by: "priya", value: 6, unit: "minutes"},
	{of: "no local accounts", by: "priya", judged: true, note: "sign-in with a password is refused, administrators too"},
	{of: "audit", by: "priya", value: 7, unit: "years", note: "retention lock of the storage"},
	{of: "silence", by: "tomás", value: 10, unit: "minutes", note: "arrived at the desk, not at IT"},
	{of: "onboarding", by: "tomás", value: 3, unit: "days", note: "two waits for a certificate of the carrier's"},
	{of: "season", by: "ines", judged: true, note: "all three waves are over; cut-over on 28 September stands"},
	{of: "monitoring", by: "tomás", value: 38, unit: "seconds"},
	{of: "edifact", by: "tomás", value: 20, unit: "MB", note: "one message, not split"},
	{of: "test environment", by: "tomás", judged: true, note: "in Frankfurt, names masked"},
}

// check derives the go-live checks and measures all but two: availability takes a month, and the
// longer retry waits for its release.
func (l *life) check() {
	l.finish("2026-09-14")
	l.at("2026-09-15 09:00")
	var owed []string
	for _, r := range reads(l, thread.Requirements) {
		if r.Stands() && r.PostOwed() {
			owed = append(owed, r.ID)
		}
	}
	made := does(l, "jonas", "delivery.derive-checks", delivery.DeriveChecks, delivery.Derivation{Deal: l.deal.ID, Requirements: owed, Who: l.who["jonas"].Person})
	l.say("%d checks derived from requirements", len(made))
	l.finish("2026-09-22")
	l.at("2026-09-23 09:00")
	passed := 0
	for _, m := range runs {
		r := l.measure(m)
		if r.Passed {
			passed++
		} else {
			l.say("%s failed its check: %s, %s", l.key(m.of), r.Measured(), m.note)
		}
	}
	l.say("%d results, %d passed; %s and %s have none yet", len(runs), passed, l.key("availability"), l.key("retry"))
}

// measure records one run of the check of a requirement.
func (l *life) measure(m measured) delivery.CheckResult {
	l.clock.Add(20 * time.Minute)
	in := delivery.NewResult{Check: l.checkOf(m.of), By: l.anybody(m.by), Note: m.note}
	if m.unit == "" {
		in.Passed = &m.judged
	} else {
		in.Value, in.Unit = &m.value, m.unit
	}
	return does(l, "jonas", "delivery.record-result", delivery.RecordResult, in)
}

// checkOf is the id of the check derived from a requirement.
func (l *life) checkOf(name string) string {
	id := l.needs(name)[0]
	if l.err != nil {
		return ""
	}
	linked, err := thread.Linked(l.ctx, l.reader(), l.deal.ID, "check", thread.Derive)
	if err != nil {
		l.err = err
		return ""
	}
	if len(linked[id]) != 1 {
		l.fail("%q must have one check; it has %d", name, len(linked[id]))
		return ""
	}
	return linked[id][0]
}
