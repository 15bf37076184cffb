package guide

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"throughline/internal/table"
)

func (g *Guide) checkWeights(f *faults, roles map[string]Role, skills map[string]Skill, levels map[string]Level) {
	for _, word := range slices.Sorted(maps.Keys(g.Words)) {
		f.Fail(g.Words[word] >= 0 && g.Words[word] <= 5, "words."+word, "Is %d; a weight is 0 to 5.", g.Words[word])
	}
	seen := map[[2]string]bool{}
	for i, w := range g.Weights {
		at := fmt.Sprintf("weights[%d]", i)
		there(f, at+".role", "role", w.Role, roles)
		there(f, at+".skill", "skill", w.Skill, skills)
		key := [2]string{w.Role, w.Skill}
		f.Fail(!seen[key], at, "The weight of %s for %s stands twice. Leave out one.", table.Clip(w.Skill), table.Clip(w.Role))
		seen[key] = true
		switch {
		case w.Levels != nil:
			w.checkLevels(f, at, levels)
		case w.Word != "":
			there(f, at+".word", "word", w.Word, g.Words)
			f.Fail(w.Derived == 0, at, "Has a word and a derived number; give one of them.")
		default:
			f.Fail(w.Derived >= 1 && w.Derived <= 5, at+".derived", "Is %d; give a word, or a number from 1 to 5.", w.Derived)
		}
	}
	for _, r := range g.Roles {
		sum := 0
		for _, s := range g.Skills {
			sum += g.Weight(r.ID, s.ID)
			f.Fail(seen[[2]string{r.ID, s.ID}], "weights", "None says how much %s needs %s.", r.ID, s.ID)
		}
		f.Fail(sum > 0, "weights", "%s needs no skill at all. Give one a weight above 0.", r.ID)
	}
}

func (g *Guide) checkPay(f *faults, roles map[string]Role, levels map[string]Level, sources map[string]Source) {
	seen := map[[2]string]Band{}
	for i, b := range g.Bands {
		at := fmt.Sprintf("bands[%d]", i)
		there(f, at+".role", "role", b.Role, roles)
		there(f, at+".level", "level", b.Level, levels)
		there(f, at+".source", "source", b.Source, sources)
		f.Fail(b.Low > 0 && b.Low <= b.High, at, "Runs from %s to %s; give the lower end first, above 0.", b.Low.Rat().FloatString(2), b.High.Rat().FloatString(2))
		_, twice := seen[[2]string{b.Role, b.Level}]
		f.Fail(!twice, at, "%s at %s has two bands. Leave out one.", table.Clip(b.Role), table.Clip(b.Level))
		seen[[2]string{b.Role, b.Level}] = b
		f.Fail(b.Currency == g.Bands[0].Currency, at+".currency", "Is %q beside %q: amounts are never converted in silence. Use one currency.", table.Clip(b.Currency), table.Clip(g.Bands[0].Currency))
	}
	f.Fail(len(g.Bands) > 0, "bands", "There is none.")
	f.Fail(slices.ContainsFunc(g.Levels, func(l Level) bool {
		_, se := seen[[2]string{"se", l.ID}]
		_, sa := seen[[2]string{"sa", l.ID}]
		return se && sa
	}), "bands", "No level has a band of both se and sa, so their pay cannot be compared. Give one level both.")
	for i, s := range g.Splits {
		there(f, fmt.Sprintf("splits[%d].role", i), "role", s.Role, roles)
		there(f, fmt.Sprintf("splits[%d].source", i), "source", s.Source, sources)
	}
	for _, r := range []string{"se", "sa"} {
		f.Fail(slices.ContainsFunc(g.Splits, func(s SplitOf) bool { return s.Role == r }), "splits", "None is for %s.", r)
	}
	for i, c := range g.Claims {
		at := fmt.Sprintf("claims[%d]", i)
		f.OneOf(at+".rule", c.Rule, "base_premium", "variable_higher", "largest_premium", "total_comparable")
		f.Fail(c.Low <= c.High, at, "Runs from %g to %g; give the lower end first.", c.Low, c.High)
		there(f, at+".source", "source", c.Source, sources)
		if c.Level != "" {
			there(f, at+".level", "level", c.Level, levels)
		}
	}
}

func (g *Guide) checkLadders(f *faults, roles map[string]Role, levels map[string]Level) {
	places := named(f, "places", g.Places, func(p Place) string { return p.ID })
	touched := map[string]bool{}
	for i, p := range g.Places {
		at := fmt.Sprintf("places[%d]", i)
		f.OneOf(at+".track", p.Track, "technical", "management", "exit")
		if p.Track != "exit" {
			there(f, at+".role", "role", p.Role, roles)
		}
		if p.Level != "" {
			there(f, at+".level", "level", p.Level, levels)
		}
	}
	for i, m := range g.Moves {
		at := fmt.Sprintf("moves[%d]", i)
		there(f, at+".from", "place", m.From, places)
		there(f, at+".to", "place", m.To, places)
		f.OneOf(at+".kind", m.Kind, Promote, Switch, Exit)
		f.Fail(m.From != m.To, at, "Leads from %s to itself.", table.Clip(m.From))
		touched[m.From], touched[m.To] = true, true
	}
	for _, p := range g.Places {
		f.Fail(touched[p.ID], "places", "%s is an orphan: no move leads there or away. Add one, or leave it out.", table.Clip(p.ID))
	}
	if circle := g.circle(); circle != nil {
		f.Fail(false, "moves", "They go in a circle: %s. A ladder leads up; take one of these moves out.", strings.Join(circle, " → "))
	}
}
