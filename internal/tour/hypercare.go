package tour

import "throughline/internal/thread"

// hypercare ends, October is measured, and the story is told as it stands.
func (l *life) hypercare() {
	l.finish("2026-10-26")
	l.at("2026-10-26 17:30")
	l.say("hypercare over; %s", count(len(l.thread().Breaks), "break"))
	l.at("2026-11-02 09:00")
	l.measure(measured{of: "availability", by: "tomás", value: 99.94, unit: "%", note: "October, from Datadog"})
	l.at("2026-11-03 09:00")
	t := l.thread()
	live := t.Coverage[thread.Live]
	l.say("technical win: %s; live: %d of %d", t.TechnicalWin, live.Reached, live.Owed)
	for _, b := range t.Breaks {
		l.say("break left on %s, %s: %s", b.Requirement, b.Station, b.Why)
	}
	if l.err == nil && len(t.Breaks) == 0 {
		l.fail("a break must be left at the end, as the files have it")
	}
}
