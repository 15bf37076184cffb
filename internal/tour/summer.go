package tour

import "throughline/internal/thread"

// summer is when one promise breaks and is renegotiated, and the caveat is kept.
func (l *life) summer() {
	l.finish("2026-08-02")
	l.at("2026-08-03 09:30")
	l.settle("jonas", "retry", thread.Settlement{State: thread.PromiseBroken, Why: "Release 8.5 was put off from 31 July to November."})
	t := l.thread()
	for _, b := range t.Breaks {
		l.say("break on %s: %s", b.Requirement, b.Why)
	}
	l.at("2026-08-05 14:00")
	l.settle("jonas", "retry", thread.Settlement{State: thread.PromiseRenegotiated, With: "Tomás Rey, call of 5 August", NewDue: "2026-11-30",
		NewWords: "Retries last 72 hours from release 8.5, in production by 30 November 2026. Until then Relayworks sends parked events again each Monday at 06:00."})
	l.finish("2026-08-28")
	l.at("2026-08-28 17:30")
	l.settle("jonas", "replay", thread.Settlement{State: thread.PromiseKept, Proof: "Replay of 27 August in the test environment on 8.4 beta: one day in 47 minutes, Tomás Rey present"})
}
