package guide

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"throughline/internal/problem"
	"throughline/internal/table"
)

// faults gathers what does not agree, so that a person mends it in one go.
type faults struct{ problem.Check }

// named demands ids that are there and stand once, and gives them.
func named[T any](f *faults, part string, rows []T, id func(T) string) map[string]T {
	all := map[string]T{}
	f.Fail(len(rows) > 0 && len(rows) <= 1000, part, "Has %d rows; a guide has 1 to 1000 here.", len(rows))
	for i, row := range rows {
		at := fmt.Sprintf("%s[%d].id", part, i)
		name := id(row)
		_, twice := all[name]
		f.Fail(name != "" && len(name) <= 64, at, "Give it an id of 1 to 64 letters.")
		f.Fail(!twice, at, "%q stands twice. Rename or leave out one of them.", table.Clip(name))
		all[name] = row
	}
	return all
}

// there demands that a name is one of those known.
func there[T any](f *faults, at, what, name string, all map[string]T) {
	_, ok := all[name]
	f.Fail(ok, at, "There is no %s %q; there are %s.", what, table.Clip(name), strings.Join(slices.Sorted(maps.Keys(all)), ", "))
}

func (g *Guide) check() error {
	f := &faults{}
	sources := named(f, "sources", g.Sources, func(s Source) string { return s.ID })
	for i, s := range g.Sources {
		_, err := time.Parse(time.DateOnly, s.Date)
		f.Fail(err == nil || s.Date == "undated", fmt.Sprintf("sources[%d].date", i), "%q is no day like 2026-11-25, nor 'undated'.", table.Clip(s.Date))
	}
	roles := named(f, "roles", g.Roles, func(r Role) string { return r.ID })
	levels := named(f, "levels", g.Levels, func(l Level) string { return l.ID })
	skills := named(f, "skills", g.Skills, func(s Skill) string { return s.ID })
	for _, id := range []string{"se", "sa"} {
		there(f, "roles", "role", id, roles)
	}
	for i, r := range g.Roles {
		at := fmt.Sprintf("roles[%d]", i)
		f.OneOf(at+".side", r.Side, Pre, Post)
		f.Fail(r.Name != "" && r.Short != "", at, "Give it a name and a short one.")
		named(f, at+".duties", r.Duties, func(d Duty) string { return d.ID })
		for level := range r.Good {
			there(f, at+".good", "level", level, levels)
		}
	}
	g.checkSkills(f, skills)
	g.checkWeights(f, roles, skills, levels)
	g.checkPay(f, roles, levels, sources)
	g.checkLadders(f, roles, levels)
	g.checkMoves(f, roles, skills)
	named(f, "questions", g.Questions, func(q Question) string { return q.ID })
	for i, q := range g.Questions {
		there(f, fmt.Sprintf("questions[%d].leans", i), "role", q.Leans, roles)
		there(f, fmt.Sprintf("questions[%d].source", i), "source", q.Source, sources)
	}
	for i, t := range g.Titles {
		f.OneOf(fmt.Sprintf("titles[%d].side", i), t.Side, Pre, Post, "combined")
		f.Fail(t.Confidence > 0 && t.Confidence <= 100, fmt.Sprintf("titles[%d].confidence", i), "Is %d; give a percentage from 1 to 100.", t.Confidence)
	}
	return f.Err()
}

func (g *Guide) checkMoves(f *faults, roles map[string]Role, skills map[string]Skill) {
	for i, t := range g.Transitions {
		at := fmt.Sprintf("transitions[%d]", i)
		there(f, at+".from", "role", t.From, roles)
		there(f, at+".to", "role", t.To, roles)
		for j, gap := range t.Gaps {
			there(f, fmt.Sprintf("%s.gaps[%d].skill", at, j), "skill", gap.Skill, skills)
		}
		if t.Years != nil {
			f.Fail(t.Years.From >= 0 && t.Years.From <= t.Years.To, at+".years", "Runs from %g to %g; give the shorter time first.", t.Years.From, t.Years.To)
		}
	}
	named(f, "related", g.Related, func(r Related) string { return r.ID })
	for i, r := range g.Related {
		f.OneOf(fmt.Sprintf("related[%d].kind", i), r.Kind, "adjacent", "alias", "exit", "combined")
	}
}
