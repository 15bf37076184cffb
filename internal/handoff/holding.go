package handoff

import (
	"fmt"
	"strings"

	"throughline/internal/clock"
)

// Holding is what holds a handoff open, of one kind, and who closes it.
type Holding struct {
	What  string `json:"what"` // counted: '2 queries'
	Who   string `json:"who"`  // a person's id
	Does  string `json:"does"` // what closes it, after their name: 'answers'
	Items []Held `json:"items"`
}

// Held is one open thing.
type Held struct {
	Key   string `json:"key"` // NWF-3, P2, R1, Q1
	Thing string `json:"thing"`
	For   string `json:"for"` // how long: 'today', '4 days'
}

// holds are the kinds, in the order they are told, with what closes each.
var holds = []struct{ one, many, does string }{
	{"query", "queries", "answers"},
	{"return", "returns", "offers again or withdraws"},
	{"answer to look at", "answers to look at", "accepts or returns"},
	{"requirement not decided", "requirements not decided", "accepts, queries or returns"},
	{"promise", "promises", "takes over, queries or finds void"},
}

// kept is the place in holds of an open line.
func (l Line) kept() int {
	switch {
	case l.State == Queried:
		return 0
	case l.State == ItemReturned:
		return 1
	case l.State == Answered:
		return 2
	case l.Kind == KindPromise:
		return 4
	}
	return 3
}

// Holding is what holds the handoff open, by what closes it and who; nil when nothing does.
func (v *Review) Holding(today clock.Date) (out []Holding) {
	for i, h := range holds {
		first := len(out)
		for _, l := range v.Items {
			if !l.Open() || l.kept() != i {
				continue
			}
			who := v.closer(l)
			at := first
			for at < len(out) && out[at].Who != who {
				at++
			}
			if at == len(out) {
				out = append(out, Holding{Who: who, Does: h.does})
			}
			out[at].Items = append(out[at].Items, Held{Key: l.Key, Thing: l.Thing, For: days(l.Since, today)})
		}
		for at := first; at < len(out); at++ {
			out[at].What = "1 " + h.one
			if n := len(out[at].Items); n > 1 {
				out[at].What = fmt.Sprintf("%d %s", n, h.many)
			}
		}
	}
	return out
}

// closer is who closes an open line: whom its query asks, the SE for what was returned, else the
// receiver.
func (v *Review) closer(l Line) string {
	switch {
	case l.State == Queried && l.Asked != nil && l.Asked.AskedOf != "":
		return l.Asked.AskedOf
	case l.State == Queried, l.State == ItemReturned:
		return v.Giver()
	}
	return v.Receiver
}

// Why says what holds the handoff open in one line, with names and days: '2 queries (NWF-3,
// 4 days; NWF-8, 1 day), 1 promise (P2, 4 days)'. Empty when nothing does.
func (v *Review) Why(today clock.Date) string {
	var out []string
	for _, h := range v.Holding(today) {
		var names []string
		for _, k := range h.Items {
			names = append(names, k.Key+", "+k.For)
		}
		out = append(out, fmt.Sprintf("%s (%s)", h.What, strings.Join(names, "; ")))
	}
	return strings.Join(out, ", ")
}
