package guide

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Difference is one thing that one guide says otherwise than another, in words.
type Difference struct {
	Part string `json:"part"` // as people read it: Skills
	Says string `json:"says"`
}

// Differences are what the guide g says otherwise than was, part by part in the order of the file.
func Differences(was, g *Guide) []Difference {
	d := &differing{was: was, is: g, out: []Difference{}}
	d.part = "Name"
	d.fields("The guide", flat(map[string]string{"name": was.Name}), flat(map[string]string{"name": g.Name}))
	compare(d, "Sources", was.Sources, g.Sources, func(x Source) string { return x.ID }, func(_ *Guide, s Source) string { return s.ID })
	compare(d, "Roles", was.Roles, g.Roles, func(x Role) string { return x.ID }, func(_ *Guide, r Role) string { return r.Name })
	compare(d, "Scales of rating", was.Scales, g.Scales, func(x Scale) string { return x.ID }, func(_ *Guide, s Scale) string { return s.Name })
	compare(d, "Skills", was.Skills, g.Skills, func(x Skill) string { return x.ID }, func(_ *Guide, s Skill) string { return s.Name })
	d.part = "Words of weight"
	d.fields("The scale", flat(was.Words), flat(g.Words))
	compare(d, "Weights", was.Weights, g.Weights, nil, func(g *Guide, w Weight) string { return g.shortOf(w.Role) + ", " + g.skillName(w.Skill) })
	compare(d, "Levels", was.Levels, g.Levels, func(x Level) string { return x.ID }, func(_ *Guide, l Level) string { return l.Name })
	compare(d, "Steps of the ladders", was.Places, g.Places, func(x Place) string { return x.ID }, func(_ *Guide, p Place) string { return p.Name })
	compare(d, "Moves", was.Moves, g.Moves, nil, func(g *Guide, m Move) string { return g.placeName(m.From) + " to " + g.placeName(m.To) })
	compare(d, "Bands", was.Bands, g.Bands, nil, func(g *Guide, b Band) string { return g.shortOf(b.Role) + ", " + g.levelName(b.Level) })
	compare(d, "Splits", was.Splits, g.Splits, nil, func(g *Guide, s SplitOf) string { return g.shortOf(s.Role) + ", " + s.Split.String() })
	compare(d, "Claims", was.Claims, g.Claims, nil, func(_ *Guide, c Claim) string { return strings.ReplaceAll(c.Rule, "_", " ") })
	compare(d, "Transitions", was.Transitions, g.Transitions, nil, func(g *Guide, t Transition) string { return g.shortOf(t.From) + " to " + g.shortOf(t.To) })
	compare(d, "What fills a gap", was.Fills, g.Fills, nil, func(g *Guide, f Fill) string { return g.skillName(f.Skill) + ": “" + brief(f.Says) + "”" })
	compare(d, "Related roles", was.Related, g.Related, func(x Related) string { return x.ID }, func(_ *Guide, r Related) string { return r.Name })
	compare(d, "Questions", was.Questions, g.Questions, nil, func(_ *Guide, q Question) string { return q.ID })
	d.part = "Who is on a deal"
	d.fields("The rules", flat(was.Engagement), flat(g.Engagement))
	compare(d, "Titles", was.Titles, g.Titles, nil, func(_ *Guide, t Title) string { return t.Words })
	d.part = "Employers"
	d.fields("Combined-role employers", flat(was.Employers), flat(g.Employers))
	return d.out
}

type differing struct {
	was, is *Guide
	part    string
	out     []Difference
}

// compare says what two lists differ in, row by row. Rows of one key are the same row; without
// keys, those of one name.
func compare[T any](d *differing, part string, was, is []T, key func(T) string, name func(*Guide, T) string) {
	d.part = part
	keyed := func(g *Guide, row T) string {
		if key == nil {
			return name(g, row)
		}
		return key(row)
	}
	had := map[string]T{}
	for _, row := range was {
		had[keyed(d.was, row)] = row
	}
	for _, row := range is {
		before, there := had[keyed(d.is, row)]
		if !there {
			d.say("%s is added.", name(d.is, row))
			continue
		}
		delete(had, keyed(d.is, row))
		d.fields(name(d.is, row), flat(before), flat(row))
	}
	for _, row := range was {
		if _, left := had[keyed(d.was, row)]; left {
			d.say("%s is left out.", name(d.was, row))
		}
	}
}

func (d *differing) say(format string, args ...any) {
	d.out = append(d.out, Difference{d.part, fmt.Sprintf(format, args...)})
}

// fields says which fields of a row differ.
func (d *differing) fields(row string, was, is map[string]string) {
	keys := maps.Clone(was)
	maps.Copy(keys, is)
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		a, had := was[k]
		b, there := is[k]
		field := cmp.Or(strings.ReplaceAll(k, "_", " "), "list")
		switch {
		case a == b && had == there:
		case !there:
			d.say("%s: %s is left out; it was %s.", row, field, brief(a))
		case !had:
			d.say("%s: %s is %s, which is new.", row, field, brief(b))
		case brief(a) == brief(b):
			d.say("%s: %s is worded otherwise towards its end.", row, field)
		default:
			d.say("%s: %s is %s instead of %s.", row, field, brief(b), brief(a))
		}
	}
}

// flat gives each single value of a row under its path; lists of words are one value.
func flat(row any) map[string]string {
	raw, err := json.Marshal(row)
	if err != nil {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil
	}
	out := map[string]string{}
	spread(out, "", v)
	return out
}

func spread(out map[string]string, path string, v any) {
	under := func(name string) string { return strings.TrimPrefix(path+" › "+name, " › ") }
	switch v := v.(type) {
	case map[string]any:
		for name, one := range v {
			spread(out, under(name), one)
		}
	case []any:
		var words []string
		for i, one := range v {
			if object, ok := one.(map[string]any); ok {
				name, named := object["id"].(string)
				if !named {
					name = fmt.Sprint(i + 1)
				}
				spread(out, under(name), one)
				continue
			}
			words = append(words, fmt.Sprint(one))
		}
		if len(words) > 0 {
			out[path] = "“" + strings.Join(words, ", ") + "”"
		}
	case string:
		out[path] = "“" + v + "”"
	case nil:
	default:
		out[path] = fmt.Sprint(v)
	}
}

// longest is how many letters of a value are shown.
const longest = 80

func brief(s string) string {
	if r := []rune(s); len(r) > longest {
		return string(r[:longest-1]) + "…”"
	}
	return s
}
