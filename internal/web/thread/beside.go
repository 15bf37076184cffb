package thread

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// breaks lists where the thread is cut, the worst first.
func (v *view) breaks() look.BreaksView {
	out := look.BreaksView{Count: fmt.Sprint(len(v.t.Breaks))}
	if v.t.Facts.Deal.Phase.Over() {
		out.None = "This deal is over; it counts no breaks."
	} else if v.t.NoDates {
		out.None = "No breaks, and no dates: nothing says when anything is due."
	} else {
		out.None = "Whole: no breaks on " + v.r.Day(v.t.Facts.Today) + "."
	}
	all := append([]core.Break(nil), v.t.Breaks...)
	sort.SliceStable(all, func(i, j int) bool { return order(all[i].Rule) < order(all[j].Rule) })
	for _, b := range all {
		what, particulars := kit.Broken(v.r.Dated(b.Why))
		line := look.BreakLine{Key: b.Requirement, State: look.Missing, Title: what, About: particulars, Who: v.mender(b.Who), Href: v.address().With("at", look.At(b.Requirement, b.Station.String()))}
		if b.Rule == core.RuleFailed || b.Rule == core.RuleBroken {
			line.State = look.Failed
		}
		if b.Requirement == "" {
			line.Href = v.address().With("at", "")
		}
		line.Current = line.Key != "" && look.At(b.Requirement, b.Station.String()) == v.r.URL.Query().Get("at")
		out.Items = append(out.Items, line)
	}
	return out
}

// ruleWords say each rule after a number.
var ruleWords = map[core.Rule]string{core.RuleFailed: "failed", core.RuleUnproven: "won without evidence", core.RuleSkipped: "skipped", core.RuleLate: "late",
	core.RuleBroken: "promise broken", core.RuleClose: "close date passed"}

func order(r core.Rule) int {
	for _, b := range core.BreakRules {
		if b.Rule == r {
			return b.Worst
		}
	}
	return len(core.BreakRules)
}

// picked finds the line and station that ?at=NWF-7.proven names.
func (v *view) picked() (*core.Line, core.Station, bool) {
	key, word, ok := strings.Cut(v.r.URL.Query().Get("at"), ".")
	var s core.Station
	if !ok || s.UnmarshalText([]byte(word)) != nil {
		return nil, 0, false
	}
	for i := range v.t.Rows {
		if v.t.Rows[i].Key == key {
			return &v.t.Rows[i], s, true
		}
	}
	return nil, 0, false
}

// evidence is what stands behind a cell.
func (v *view) evidence(l *core.Line, s core.Station) look.EvidenceView {
	c, row := l.Cells[s], cells(l)
	e := look.EvidenceView{Key: l.Key, Href: v.r.DealPath("requirements/" + l.Key), Station: s.String(), Words: l.Requirement.Statement, Cell: row[s], Row: row,
		None: "Nothing stands behind this station yet.", Close: v.address().With("at", ""), OwedWords: v.r.Dated(owedWords(l.Requirement, c))}
	if c.Verdict != nil {
		names, _ := v.r.Names()
		by := strings.Trim(names.Of(c.Verdict.By)+" · "+v.r.Moment(c.Verdict.At), " ·")
		for _, ev := range c.Verdict.Evidence {
			item := look.EvidenceItem{Words: ev.Text}
			if ev.Kind == "quote" {
				item = look.EvidenceItem{Quote: &look.QuoteView{Words: ev.Text, Person: names.Of(c.Verdict.By), Moment: v.r.Moment(c.Verdict.At)}}
			}
			e.Items = append(e.Items, item)
		}
		if len(e.Items) == 0 {
			e.Items = []look.EvidenceItem{{Words: "Recorded."}}
		}
		if last := &e.Items[len(e.Items)-1]; last.Quote == nil {
			last.By = by
		}
		if c.Verdict.Excuse != "" {
			e.Items = append(e.Items, look.EvidenceItem{Words: c.Verdict.Excuse})
		}
	}
	for _, b := range l.Breaks {
		if b.Station == s {
			e.Why, e.Who = v.r.Dated(unsaid(b.Why, c.Verdict)), v.mender(b.Who)
		}
	}
	if v.past {
		e.Past = v.r.Day(v.t.Facts.Today)
	} else {
		e.Acts = v.nextActs(l, s, c)
	}
	return e
}

// mender is who mends a break, by name where the deal has one in that role.
func (v *view) mender(role string) string {
	names, _ := v.r.Names() // fetched by the shell already
	d := v.t.Facts.Deal
	return cmp.Or(names.Of(map[string]string{"SE": d.SE, "SA": d.SA, "AE": d.AE}[role]), role)
}

// unsaid is why a thread is broken without the words of the evidence that stand above it.
func unsaid(why string, d *core.Verdict) string {
	if d == nil {
		return why
	}
	for _, e := range d.Evidence {
		if short, found := strings.CutSuffix(strings.TrimSuffix(why, "."), ": "+strings.TrimSuffix(e.Text, ".")); found {
			return short + "."
		}
	}
	return why
}

func owedWords(r core.Requirement, c core.Cell) string {
	switch {
	case r.Owes != nil:
		return "What is owed was set by a person: " + r.OwesWhy
	case c.AnyOf:
		return "Any one of shown, answered and proven is owed."
	case c.Owed && c.Due != "":
		return "Owed, due on " + string(c.Due) + "."
	case c.Owed:
		return "Owed; no date is set."
	}
	return "Not owed."
}

// rooms is where each station's next act is done.
var rooms = [core.StationCount]struct{ verb, path string }{
	{"Add a quote", "discovery"}, {"Plan a demo", "demo"}, {"Write an answer", "demo"}, {"Record a result", "evaluation"}, {"Record a sign-off", "evaluation"},
	{"Open the handoff", "handoff"}, {"Link a design", "design"}, {"Add a task", "delivery"}, {"Record a check", "delivery"}, {"Decide on go-live", "delivery"},
}

func (v *view) nextActs(l *core.Line, s core.Station, c core.Cell) []look.Act {
	acts := []look.Act{{Label: "Open the requirement", Href: v.r.DealPath("requirements/" + l.Key)}}
	if c.State == core.Reached || !l.Requirement.Stands() || s == core.Heard {
		return acts
	}
	return append([]look.Act{{Label: rooms[s].verb, Kind: look.Main, Href: v.r.DealPath(rooms[s].path)}}, acts...)
}

// ledger lists every promise, those worth a look first.
func (v *view) ledger() look.LedgerView {
	out := look.LedgerView{Title: "Promise ledger", Count: fmt.Sprint(len(v.t.Facts.Promises)), None: "Nothing has been promised beyond the standard product."}
	broken, keys := map[string]bool{}, map[string]string{}
	for i := range v.t.Rows {
		l := &v.t.Rows[i]
		broken[l.Requirement.ID], keys[l.Requirement.ID] = len(l.Breaks) > 0, l.Key
	}
	all := append([]core.Promise(nil), v.t.Facts.Promises...)
	risk := func(p core.Promise) bool {
		return p.AtRisk(v.t.Facts.Today, v.t.Facts.Settings.AtRiskDays, broken[p.Requirement])
	}
	rank := func(p core.Promise) int {
		switch {
		case p.State == core.PromiseBroken:
			return 0
		case risk(p):
			return 1
		case p.Pending():
			return 2
		}
		return 3
	}
	due := func(p core.Promise) string { return cmp.Or(string(p.DueOn()), "9") } // without a date after the dated
	slices.SortStableFunc(all, func(a, b core.Promise) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(due(a), due(b)))
	})
	counts := map[string]int{}
	for _, p := range all {
		line := look.PromiseLine{Key: keys[p.Requirement], Words: current(p), Href: v.r.DealPath("promises/" + p.ID), Source: v.r.Dated(p.Where), State: string(p.State), Due: v.r.Day(p.DueOn()), Tone: tone(p, risk(p))}
		if line.Key != "" {
			line.KeyHref = v.r.DealPath("requirements/" + line.Key)
		} else {
			line.Key, line.KeyHref = fmt.Sprintf("P%d", p.Number), line.Href
		}
		if risk(p) {
			line.State = "at risk"
		}
		counts[line.State]++
		out.Rows = append(out.Rows, line)
	}
	for _, word := range []string{"kept", "open", "taken over", "at risk", "renegotiated", "broken", "void"} {
		if counts[word] > 0 {
			out.Counts = append(out.Counts, look.Hidden{Name: fmt.Sprint(counts[word]), Value: word})
		}
	}
	return out
}

// current is the words that hold: the new ones of a renegotiated promise.
func current(p core.Promise) string {
	if p.State == core.PromiseRenegotiated && !p.NewWords.IsZero() {
		return p.NewWords.String()
	}
	return p.Words.String()
}

func tone(p core.Promise, atRisk bool) look.Tone {
	switch {
	case p.State == core.PromiseBroken, atRisk:
		return look.Break
	case p.State == core.PromiseKept:
		return look.Good
	case p.Pending() && p.State != core.PromiseRenegotiated:
		return look.Wait
	}
	return look.Quiet
}
