package guide

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"throughline/internal/table"
)

// Stations are those that the work of a fill can lead to.
var Stations = []string{"heard", "shown", "answered", "proven", "won", "accepted", "designed", "planned", "verified", "live"}

// mostSkills keeps shapes and forms readable.
const mostSkills = 40

func (g *Guide) checkSkills(f *faults, skills map[string]Skill) {
	scales := named(f, "scales", g.Scales, func(s Scale) string { return s.ID })
	for i, s := range g.Scales {
		at := fmt.Sprintf("scales[%d]", i)
		f.Fail(s.Name != "", at, "Give it a name.")
		f.Fail(len(s.Steps) == 6 && !slices.Contains(s.Steps, ""), at+".steps", "Has %d; give a word for each of the six steps, 0 to 5.", len(s.Steps))
	}
	f.Fail(len(g.Skills) <= mostSkills, "skills", "Has %d; a guide has at most %d.", len(g.Skills), mostSkills)
	for i, s := range g.Skills {
		at := fmt.Sprintf("skills[%d]", i)
		f.Fail(s.Name != "" && len(s.Name) <= 120, at+".name", "Give it a name of 1 to 120 letters.")
		if s.Scale != "" {
			there(f, at+".scale", "scale", s.Scale, scales)
		}
		if s.Counts != "" {
			f.OneOf(at+".counts", s.Counts, Breadth, Depth)
		}
		for j, w := range s.Work {
			f.OneOf(fmt.Sprintf("%s.work[%d]", at, j), w, Works...)
			f.Fail(!slices.Contains(s.Work[:j], w), fmt.Sprintf("%s.work[%d]", at, j), "%q stands twice. Leave one out.", table.Clip(w))
		}
	}
	filled := map[string]bool{}
	for i, x := range g.Fills {
		at := fmt.Sprintf("fills[%d]", i)
		there(f, at+".skill", "skill", x.Skill, skills)
		f.OneOf(at+".station", x.Station, Stations...)
		f.Fail(x.Says != "", at+".says", "Say what is done.")
		f.Fail(x.Seen != "", at+".seen", "Say what then stands in the record.")
		filled[x.Skill] = true
	}
	for _, s := range g.Skills {
		f.Fail(filled[s.ID], "fills", "None says what fills a gap of %s. Add one.", table.Clip(s.ID))
	}
}

// checkLevels demands a weight for each level, or none.
func (w Weight) checkLevels(f *faults, at string, levels map[string]Level) {
	f.Fail(w.Word == "" && w.Derived == 0, at, "Says its levels, and a word or number too; give one of them.")
	for _, level := range slices.Sorted(maps.Keys(w.Levels)) {
		there(f, at+".levels", "level", level, levels)
		n := w.Levels[level]
		f.Fail(n >= 0 && n <= 5, at+".levels."+table.Clip(level), "Is %d; a weight is 0 to 5.", n)
	}
	var missing []string
	for _, level := range slices.Sorted(maps.Keys(levels)) {
		if _, said := w.Levels[level]; !said {
			missing = append(missing, level)
		}
	}
	f.Fail(len(missing) == 0, at+".levels", "Says nothing of %s.", strings.Join(missing, ", "))
}

// ScaleOf is the scale that a skill is rated on.
func (g *Guide) ScaleOf(s Skill) Scale {
	for _, one := range g.Scales {
		if one.ID == s.Scale {
			return one
		}
	}
	return g.Scales[0]
}

// FillsOf are what fills a gap of a skill.
func (g *Guide) FillsOf(skill string) []Fill {
	out := []Fill{}
	for _, f := range g.Fills {
		if f.Skill == skill {
			out = append(out, f)
		}
	}
	return out
}
