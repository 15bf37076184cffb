package look

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// The storybook's deal is made up: Northwind Freight buys a relay for carrier events.
// One letter a station: r reached, s started, m missing, f failed, n not needed;
// a capital is a break.
var storyRows = []struct{ group, priority, cells, knot, words string }{
	{"Events in", "must", "rrrrrrrrrr", "", "Receive EDI 204, 210 and 214 from 140 carriers with no change at the carrier"},
	{"Events in", "must", "rrrrrrrrsm", "", "Take 2,400 events a second for 30 minutes at peak and lose none"},
	{"Events in", "must", "rrrrrrrsmm", "", "Read dispatch changes from the AS/400 within 5 seconds"},
	{"Events in", "should", "rnrnrrrrmm", "", "Accept webhooks from carriers that cannot sign their requests"},
	{"Events out", "must", "rrrrrrrrrr", "", "Deliver events to the TMS in order, per shipment"},
	{"Events out", "must", "rrrrrrrrrm", "", "Retry a failed delivery for 72 hours before it is parked"},
	{"Events out", "must", "rrrFrrsmmm", "c", "Replay any 24 hours of events into one consumer within 1 hour"},
	{"Events out", "should", "rrnrrrrrsm", "", "Alert dispatch within 60 seconds when a route stops delivering"},
	{"Security and data", "must", "rnrrrrrrMr", "", "Keep all shipment data in the EU, Frankfurt region"},
	{"Security and data", "must", "rrrrrrMrmm", "", "Sign in through Northwind’s identity provider; remove leavers within 15 minutes"},
	{"Security and data", "must", "rrrrrrrrmm", "", "Mask driver names and phone numbers before events leave Relay"},
	{"Security and data", "must", "rnrMrrsmmm", "c", "Keep an audit trail of configuration changes for 7 years"},
	{"Migration and operations", "must", "rrnrrrrSmm", "", "Move 312 mappings with no more than 4 hours of cut-over"},
	{"Migration and operations", "should", "rnrnrrrrsm", "", "Run beside the old broker for 30 days"},
	{"Migration and operations", "should", "rrnrrrsmmm", "", "Let Northwind’s own team add a carrier in under one day"},
	{"Migration and operations", "could", "rrrnrsmmmm", "?", "Show monthly cost per business unit"},
	{"Migration and operations", "wont", "rnnnnnnnnn", "", "Print labels on the dock’s own printers"},
}

var storyLetters = map[rune]State{'r': Reached, 's': Started, 'm': Missing, 'f': Failed, 'n': NotNeeded}

// storyDays is the length of the made-up deal; the signature stands on day 90.
const (
	storyDays   = 144
	storySigned = 90
)

// storyCell reads one letter as it stood on a day: later stations come later.
func storyCell(code rune, station, day int, compare bool) Cell {
	when := station * 13
	if station >= seamAt {
		when = storySigned + (station-seamAt)*11
	}
	lower := []rune(strings.ToLower(string(code)))[0]
	c := Cell{State: storyLetters[lower], Break: code != lower}
	if when > day && c.State != NotNeeded {
		return Cell{State: Missing}
	}
	if code == 'S' {
		c.Late = "3 d late"
	}
	c.Changed = compare && when > storySigned && c.State != Missing && c.State != NotNeeded
	return c
}

func storyThread(path string, q url.Values) ThreadView {
	day := storyDays
	if d, err := strconv.Atoi(q.Get("day")); err == nil {
		day = min(max(d, 0), storyDays)
	}
	a := Address{Path: path, Query: q}
	show := q.Get("show")
	v := ThreadView{
		Address: a, At: q.Get("at"), Comparing: q.Get("compare") != "", PreOwner: "Mara", PostOwner: "Jonas", Hints: true,
		Empty: &EmptyView{Words: "No requirement fits.", Ways: []Act{{Label: "Show all", Href: a.With("show", "")}}},
	}
	if day >= storySigned {
		v.Signed = "30 Sep"
	}
	all, broken, must := 0, 0, 0
	for i, s := range storyRows {
		r := ThreadRow{Key: fmt.Sprintf("NWF-%d", i+1), Href: "#NWF", Words: s.words, Priority: s.priority}
		if day >= storySigned {
			r.Knot = Knot(s.knot)
		}
		for station, code := range s.cells {
			r.Cells[station] = storyCell([]rune(string(code))[0], station, day, v.Comparing)
			if st := r.Cells[station].State; st != NotNeeded && s.priority != "wont" {
				v.Tally[station].Owed++
				if st == Reached {
					v.Tally[station].Reached++
				}
			}
		}
		if s.priority == "wont" {
			r.Quiet = "won’t have"
		}
		all++
		if r.broken() {
			broken++
		}
		if s.priority == "must" {
			must++
		}
		if show == "breaks" && !r.broken() || show == "must" && s.priority != "must" {
			continue
		}
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Name != s.group {
			v.Groups = append(v.Groups, ThreadGroup{Name: s.group})
		}
		v.Groups[len(v.Groups)-1].Rows = append(v.Groups[len(v.Groups)-1].Rows, r)
	}
	for i := range v.Groups {
		g := &v.Groups[i]
		g.Toggle = a.With("fold", g.Name)
		if q.Get("fold") == g.Name {
			g.Folded, g.Worst, g.Toggle = true, Worst(g.Rows), a.With("fold", "")
		}
	}
	v.Filters = []Choice{
		{Label: "All", Count: strconv.Itoa(all), Href: a.With("show", ""), Current: show == "", Key: "1"},
		{Label: "Breaks", Count: strconv.Itoa(broken), Href: a.With("show", "breaks"), Current: show == "breaks", Key: "2"},
		{Label: "Must", Count: strconv.Itoa(must), Href: a.With("show", "must"), Current: show == "must", Key: "3"},
	}
	v.AsOf = storyAsOf(path, a, day)
	if v.AsOf.Past {
		v.Acts = append(v.Acts, Act{Label: "Back to today", Href: a.With("day", ""), Key: "T"})
	}
	compare := Act{Label: "Sold against built", Href: a.With("compare", "signature"), Key: "C"}
	if v.Comparing {
		compare = Act{Label: "51 stations changed since 30 Sep", Href: a.With("compare", ""), Key: "C", Pressed: true}
	}
	v.Acts = append(v.Acts, compare)
	return v
}

func storyAsOf(path string, a Address, day int) *AsOfView {
	v := &AsOfView{Action: path, Name: "day", Days: storyDays, Day: day, Signed: storySigned, Words: "Today, 23 Nov", Past: day < storyDays}
	if v.Past {
		v.Words = fmt.Sprintf("Day %d of the deal", day)
	}
	for _, m := range []Moment{{Name: "first call", Day: 0}, {Name: "demo", Day: 20}, {Name: "RFP", Day: 35}, {Name: "evaluation", Day: 69}, {Name: "technical win", Day: 80}, {Name: "signature", Day: storySigned, Major: true}, {Name: "design v1", Day: 120}, {Name: "today", Day: storyDays, Major: true}} {
		m.Href = a.With("day", strconv.Itoa(m.Day))
		v.Moments = append(v.Moments, m)
	}
	return v
}

func storyBreaks(v ThreadView) BreaksView {
	pick := newPicker(v.Address)
	out := BreaksView{Count: "5"}
	for _, b := range []struct {
		n, station              int
		state                   State
		title, about, whoMendIt string
	}{
		{7, 3, Failed, "Replay failed, won all the same", "3 h 10 min against 1 h. Due 15 Dec.", "Mara"},
		{9, 8, Missing, "Live without a check", "Data residency, since 17 Nov.", "Jonas"},
		{10, 6, Missing, "Built without a design", "Identity, connected 12 Nov.", "Jonas"},
		{12, 3, Missing, "Won without proof", "7 years promised, 3 kept.", "Mara"},
		{13, 7, Started, "44 mappings late", "Due 20 Nov. Holds rehearsal 4 Dec.", "Tomás"},
	} {
		key := fmt.Sprintf("NWF-%d", b.n)
		out.Items = append(out.Items, BreakLine{Key: key, Href: pick.href(key, b.station), State: b.state, Title: b.title, About: b.about, Who: b.whoMendIt, Current: v.At == At(key, Stations[b.station])})
	}
	return out
}

// storyEvidence finds the picked cell; NWF-7 proven has a full tale, others a short one.
func storyEvidence(v ThreadView) (EvidenceView, bool) {
	for _, g := range v.Groups {
		for _, r := range g.Rows {
			for i, c := range r.Cells {
				if At(r.Key, Stations[i]) != v.At {
					continue
				}
				e := EvidenceView{Key: r.Key, Href: "#NWF", Station: Stations[i], Words: r.Words, Cell: c, Row: r.Cells, Close: v.Address.With("at", "")}
				if v.AsOf.Past {
					e.Past = v.AsOf.Words
				}
				if v.At == "NWF-7.proven" {
					return storyFull(e), true
				}
				e.Items = []EvidenceItem{{Words: "One piece of evidence stands behind this station.", By: "Mara Lindqvist · 22 Jul"}}
				e.Acts = []Act{{Label: "Add evidence", Kind: Main}}
				return e, true
			}
		}
	}
	return EvidenceView{}, false
}

func storyFull(e EvidenceView) EvidenceView {
	e.Items = []EvidenceItem{{
		Measure: &MeasureView{What: "24 h replayed into one consumer", Target: "≤ 1 h", Measured: "3 h 10 min", Missed: true},
		By:      "Evaluation, criterion 7 · run 3 of 3 · 9 Sep",
		Files:   []Choice{{Label: "replay-run-3.csv", Href: "#file"}, {Label: "consumer-lag.png", Href: "#file"}},
	}}
	e.OwedWords = "Owed: a must with a measure owes proven."
	e.Why = "It failed on 9 Sep and was won on 18 Sep with a caveat. Until a run passes, the thread is cut here."
	e.Who = "Mara"
	e.Promises = []QuoteView{{Words: "Relay replays 24 hours into one consumer within one hour, from release 8.4, by 15 December 2026.", Person: "Dana Whitfield", Moment: "18 Sep", Source: "Caveat to the technical win", Href: "#source"}}
	e.Acts = []Act{{Label: "Record a new run", Kind: Main}, {Label: "Renegotiate promise"}}
	return e
}

func storyLedger() LedgerView {
	return LedgerView{
		Count: "11", Counts: []Hidden{{"6", "kept"}, {"3", "open"}, {"1", "at risk"}, {"1", "renegotiated"}, {"0", "broken"}},
		Rows: []PromiseLine{
			{Key: "NWF-7", KeyHref: "#NWF-7", Href: "#p1", Words: "Relay replays 24 hours into one consumer within one hour, from release 8.4, by 15 December 2026.", Source: "Sign-off caveat · 18 Sep", State: "at risk", Tone: Break, Due: "15 Dec"},
			{Key: "NWF-12", KeyHref: "#NWF-12", Href: "#p2", Words: "Configuration changes are kept for seven years.", Source: "RFP line 88 · 6 Aug", State: "open", Tone: Wait, Due: "9 Jan"},
			{Key: "NWF-6", KeyHref: "#NWF-6", Href: "#p3", Words: "A failed delivery is retried for 72 hours, then parked, never dropped.", Source: "RFP line 41 · 6 Aug", State: "kept", Tone: Good, Due: "18 Nov"},
			{Key: "NWF-15", KeyHref: "#NWF-15", Href: "#p4", Words: "Two of Northwind’s people are trained to add carriers before go-live.", Source: "Demo 2, 41:07 · 3 Aug", State: "renegotiated", Due: "with Dana, 9 Oct"},
		},
		More: &Choice{Label: "Show all 11 promises", Href: "#all"}, Note: "those worth a look come first",
	}
}
