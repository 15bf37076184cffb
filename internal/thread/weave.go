package thread

import (
	"throughline/internal/clock"
)

// Picture is the thread of one deal: what Weave makes of the facts.
type Picture struct {
	Facts    Facts
	Rows     []Line // one a requirement, by number
	Breaks   []Break
	Coverage [StationCount]Count
	Signed   bool
	NoDates  bool // nothing says when anything is due: say so, never 'whole'
}

// Line is one requirement's way.
type Line struct {
	Requirement Requirement
	Key         string
	Cells       [StationCount]Cell
	Breaks      []Break
	Promises    []Promise
}

// Cell is one station of one requirement.
type Cell struct {
	Station Station
	State   State
	Owed    bool
	AnyOf   bool // one of the three kinds of evidence is owed, whichever comes
	Due     clock.Date
	Verdict *Verdict // nil without evidence
}

// Count is how many of what is owed has been reached.
type Count struct {
	Reached int `json:"reached"`
	Owed    int `json:"owed"`
}

// Weave applies the rules. It is pure: the same facts give the same picture.
func Weave(f Facts) Picture {
	p := Picture{Facts: f, Signed: f.Deal.SignedOn != ""}
	p.NoDates = f.Deal.CloseOn == "" && f.Deal.GoLiveOn == "" && f.Deal.SignedOn == ""
	p.Rows = make([]Line, len(f.Requirements))
	told := make(map[string]*[StationCount]*Verdict, len(f.Requirements))
	for i := range f.Verdicts {
		v := &f.Verdicts[i]
		if told[v.Requirement] == nil {
			told[v.Requirement] = &[StationCount]*Verdict{}
		}
		told[v.Requirement][v.Station] = v
	}
	for i, r := range f.Requirements {
		line := &p.Rows[i]
		line.Requirement, line.Key = r, r.Key(f.Deal.Prefix)
		verdicts := told[r.ID]
		if verdicts == nil {
			verdicts = &[StationCount]*Verdict{}
		}
		line.Cells = cells(&f, &line.Requirement, verdicts, p.Signed)
		for _, pr := range f.Promises {
			if pr.Requirement == r.ID {
				line.Promises = append(line.Promises, pr)
			}
		}
		if !f.Deal.Phase.Over() {
			line.Breaks = breaksOf(&f, line, p.Signed)
		}
		p.Breaks = append(p.Breaks, line.Breaks...)
		p.count(line)
	}
	if !f.Deal.Phase.Over() {
		p.Breaks = append(p.Breaks, breaksOfDeal(&f, &p)...)
	}
	return p
}

// cells gives each station its state: evidence always gives it; without evidence an owed
// station is missing, any other not needed. Before the signature the post side is missing
// (or started, where design work began), and counts in nothing.
func cells(f *Facts, r *Requirement, verdicts *[StationCount]*Verdict, signed bool) (out [StationCount]Cell) {
	owed, anyOf := Owed(&f.Deal, r, signed)
	for _, s := range Stations {
		c := Cell{Station: s.Station, Verdict: verdicts[s.Station], Owed: owed[s.Station], State: NotNeeded}
		early := s.Side == Post && !signed
		switch {
		case c.Verdict != nil && early:
			c.State = Started
		case c.Verdict != nil:
			c.State = c.Verdict.State
		case c.Owed, early && r.Stands():
			c.State = Missing
		}
		c.Due = Due(f, r, s.Station)
		out[s.Station] = c
	}
	if anyOf {
		markAnyOf(&out)
	}
	return out
}

// markAnyOf: of shown, answered and proven any one is owed. Until one is reached all three
// are missing and count once; then the others are not needed.
func markAnyOf(cells *[StationCount]Cell) {
	reached := -1
	for s := Shown; s <= Proven; s++ {
		if cells[s].State == Reached && reached < 0 {
			reached = int(s)
		}
	}
	for s := Shown; s <= Proven; s++ {
		c := &cells[s]
		c.AnyOf = true
		c.Owed = reached < 0 || int(s) == reached
		if c.Verdict == nil && reached < 0 {
			c.State = Missing
		}
	}
}

// count adds the line to the deal's coverage. A choice of three counts once.
func (p *Picture) count(l *Line) {
	for _, c := range l.Cells {
		if !c.Owed || c.AnyOf && c.State != Reached && c.Station != Shown {
			continue
		}
		p.Coverage[c.Station].Owed++
		if c.State == Reached {
			p.Coverage[c.Station].Reached++
		}
	}
}
