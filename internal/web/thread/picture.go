package thread

import (
	"fmt"
	"strings"

	core "throughline/internal/thread"
	"throughline/internal/web/look"
)

// picture makes the drawing of the thread.
func (v *view) picture() look.ThreadView {
	a, q := v.address(), v.r.URL.Query()
	names, _ := v.r.Names() // fetched by the shell already; a failure showed there
	p := look.ThreadView{Title: "Thread", Address: a, At: q.Get("at"), Filters: v.filters(), Comparing: v.sold != nil, AsOf: v.slider(),
		PreOwner: names.Of(v.t.Facts.Deal.SE), PostOwner: names.Of(v.t.Facts.Deal.SA), Hints: true, Acts: v.pictureActs()}
	if d := v.t.Facts.Deal.SignedOn; d != "" {
		p.Signed = d.Time().Format("2 Jan") // the seam is narrow; the head says the rest
	}
	for i, c := range v.t.Coverage {
		p.Tally[i] = look.Tally{Reached: c.Reached, Owed: c.Owed}
	}
	p.Groups = v.groups(q.Get("show"))
	if len(v.t.Rows) == 0 {
		p.Empty = v.empty()
	}
	return p
}

func (v *view) filters() []look.Choice {
	a, show := v.address(), v.r.URL.Query().Get("show")
	broken, musts := 0, 0
	for i := range v.t.Rows {
		l := &v.t.Rows[i]
		if len(l.Breaks) > 0 {
			broken++
		}
		if l.Requirement.Stands() && l.Requirement.Priority == core.Must {
			musts++
		}
	}
	return []look.Choice{
		{Label: "All", Href: a.With("show", ""), Count: fmt.Sprint(len(v.t.Rows)), Current: show == "", Key: "1"},
		{Label: "Breaks", Href: a.With("show", "breaks"), Count: fmt.Sprint(broken), Current: show == "breaks", Key: "2"},
		{Label: "Must", Href: a.With("show", "must"), Count: fmt.Sprint(musts), Current: show == "must", Key: "3"},
	}
}

func (v *view) pictureActs() []look.Act {
	a, q := v.address(), v.r.URL.Query()
	var out []look.Act
	if v.past {
		out = append(out, look.Act{Label: "Back to today", Key: "T", Href: a.With("asof", "")})
	}
	if v.t.Signed {
		act := look.Act{Label: "Sold against built", Key: "C", Href: a.With("compare", "1")}
		if v.sold != nil {
			act.Pressed, act.Href = true, a.With("compare", "")
		}
		out = append(out, act)
	}
	compact := look.Act{Label: "Compact", Href: a.With("compact", "1")}
	if q.Get("compact") != "" {
		compact.Pressed, compact.Href = true, a.With("compact", "")
	}
	return append(out, compact)
}

// groups gathers the rows under the customer's own headings, in the order they first appear.
func (v *view) groups(show string) []look.ThreadGroup {
	var out []look.ThreadGroup
	place := map[string]int{}
	sold := v.soldCells()
	fold := len(v.t.Rows) > 60
	for i := range v.t.Rows {
		l := &v.t.Rows[i]
		if show == "breaks" && len(l.Breaks) == 0 || show == "must" && l.Requirement.Priority != core.Must {
			continue
		}
		name := l.Requirement.Grouping
		at, ok := place[name]
		if !ok {
			at = len(out)
			place[name] = at
			out = append(out, look.ThreadGroup{Name: name})
		}
		row := v.row(l, sold[l.Requirement.ID])
		out[at].Rows = append(out[at].Rows, row)
	}
	if fold || v.r.URL.Query().Get("unfold") != "" {
		v.fold(out)
	}
	return out
}

// fold closes the groups that the address does not open; a closed one shows its worst state
// at each station.
func (v *view) fold(groups []look.ThreadGroup) {
	open := strings.Split(v.r.URL.Query().Get("unfold"), "\n")
	for i := range groups {
		g := &groups[i]
		g.Count = len(g.Rows)
		opened := false
		var rest []string
		for _, o := range open {
			if o == g.Name && o != "" {
				opened = true
			} else if o != "" {
				rest = append(rest, o)
			}
		}
		if opened {
			g.Toggle = v.address().With("unfold", strings.Join(rest, "\n"))
			continue
		}
		g.Folded, g.Toggle = true, v.address().With("unfold", strings.Join(append(rest, g.Name), "\n"))
		for s := range g.Worst {
			g.Worst[s] = worst(g.Rows, s)
		}
	}
}

// severity orders states from fine to bad, for the worst of a folded group.
var severity = map[look.State]int{look.NotNeeded: 0, look.Reached: 1, look.Started: 2, look.Missing: 3, look.Failed: 4}

func worst(rows []look.ThreadRow, station int) (out look.Cell) {
	out.State = look.NotNeeded
	for _, r := range rows {
		c := r.Cells[station]
		if severity[c.State] > severity[out.State] {
			out.State = c.State
		}
		out.Break = out.Break || c.Break
	}
	return out
}

func (v *view) row(l *core.Line, sold *[core.StationCount]core.State) look.ThreadRow {
	r := l.Requirement
	row := look.ThreadRow{Key: l.Key, Href: v.r.DealPath("requirements/" + l.Key), Words: r.Statement, Priority: string(r.Priority), Cells: cells(l), Knot: knot(l)}
	switch {
	case r.Withdrawn != "":
		row.Quiet = "withdrawn"
	case r.Priority == core.Wont:
		row.Quiet = "won’t have"
	case r.Bought == core.NotBought:
		row.Quiet = "not bought"
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		if d := l.Cells[i].Due; c.Break && c.Late != "" {
			c.Late = fmt.Sprintf("%d d late", daysBetween(d, v.t.Facts.Today))
		}
		c.Changed = sold != nil && v.sold != nil && sold[i] != l.Cells[i].State || sold == nil && v.sold != nil
	}
	return row
}

// cells draws a line's stations; a break cuts the station it stands at.
func cells(l *core.Line) (out [10]look.Cell) {
	for i, c := range l.Cells {
		out[i] = look.Cell{State: look.State(c.State.String()), Waived: c.State == core.Failed && c.Verdict != nil && c.Verdict.Excused}
	}
	for _, b := range l.Breaks {
		out[b.Station].Break = true
		if b.Rule == core.RuleLate {
			out[b.Station].Late = "late"
		}
	}
	return out
}

// knot is what the handoff did, on the seam: nothing for plain acceptance.
func knot(l *core.Line) look.Knot {
	c := l.Cells[core.Accepted]
	if c.Verdict == nil {
		return look.NoKnot
	}
	switch {
	case c.State == core.Failed:
		return look.Returned
	case c.State == core.Started:
		return look.Queried
	case c.Verdict.Condition != "":
		return look.OnCondition
	}
	return look.NoKnot
}

func (v *view) soldCells() map[string]*[core.StationCount]core.State {
	out := map[string]*[core.StationCount]core.State{}
	if v.sold == nil {
		return out
	}
	for i := range v.sold.Rows {
		l := &v.sold.Rows[i]
		var states [core.StationCount]core.State
		for s, c := range l.Cells {
			states[s] = c.State
		}
		out[l.Requirement.ID] = &states
	}
	return out
}

func (v *view) empty() *look.EmptyView {
	return &look.EmptyView{Words: "No requirement has been heard yet: what the customer needs, in one sentence that can be tested.", Thread: true,
		Ways: []look.Act{{Label: "Record a call", Kind: look.Main, Href: v.r.DealPath("discovery?form=record")}, {Label: "Write one", Href: v.r.DealPath("?form=add")}}}
}
