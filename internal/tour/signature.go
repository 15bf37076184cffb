package tour

import (
	"throughline/internal/handoff"
	"throughline/internal/thread"
)

// signature freezes what was won for the named receiver.
func (l *life) signature() {
	l.at("2026-06-08 09:00")
	do(l, "mara", "handoff.name-receiver", handoff.NameReceiver, handoff.Naming{Deal: l.deal.ID, Receiver: l.who["jonas"].Person})
	l.at("2026-06-12 16:00")
	ids := l.needs("carrier page", "once")
	h := does(l, "cole", "handoff.sign", handoff.Sign, handoff.Signature{Deal: l.deal.ID, SignedOn: "2026-06-12",
		Bought: map[string]thread.Bought{ids[0]: thread.NotBought, ids[1]: thread.IsImplied}})
	c := l.review().Count()
	l.say("signed on %s; frozen: %d requirements, %d promises, %d risks", h.SignedOn, c.Requirements, c.Promises, c.Risks)
	l.say("%s was not bought; %s is implied", l.key("carrier page"), l.key("once"))
}

func (l *life) review() *handoff.Review {
	v := &handoff.Review{}
	if l.err == nil {
		var ok bool
		if v, ok, l.err = handoff.ToBuild.Load(l.ctx, l.reader(), l.deal.ID); !ok {
			l.fail("the deal is not signed")
		}
	}
	if v == nil {
		v = &handoff.Review{}
	}
	return v
}
