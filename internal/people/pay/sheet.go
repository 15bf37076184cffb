package pay

import (
	"cmp"
	"slices"

	"throughline/internal/people/guide"
)

// Row is one band with one split.
type Row struct {
	Band  guide.Band
	Split guide.Split
}

// Sheet is all bands that are checked together, in one currency.
type Sheet struct {
	Rows     []Row
	Warnings []string
	order    []string // levels, the lowest first
}

// SheetOf are the guide's own bands, each with every split of its role.
func SheetOf(g *guide.Guide) Sheet {
	s := Sheet{}
	for _, b := range g.Bands {
		for _, split := range g.SplitsOf(b.Role) {
			s.Rows = append(s.Rows, Row{b, split})
		}
	}
	s.arrange(g)
	return s
}

// arrange puts the levels in the guide's order; those it does not know follow as they came.
func (s *Sheet) arrange(g *guide.Guide) {
	for _, r := range s.Rows {
		if !slices.Contains(s.order, r.Band.Level) {
			s.order = append(s.order, r.Band.Level)
		}
	}
	slices.SortStableFunc(s.order, func(a, b string) int { return cmp.Compare(rung(g, a), rung(g, b)) })
}

func rung(g *guide.Guide, level string) int {
	if i := slices.IndexFunc(g.Levels, func(l guide.Level) bool { return l.ID == level }); i >= 0 {
		return i
	}
	return len(g.Levels)
}

// plans are the bands of a role at a level, one for each split.
func (s *Sheet) plans(role, level string) []plan {
	var out []plan
	for _, r := range s.Rows {
		if r.Band.Role == role && r.Band.Level == level {
			out = append(out, plan{r.Band, r.Split})
		}
	}
	return out
}
