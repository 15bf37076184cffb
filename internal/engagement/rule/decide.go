package rule

import "slices"

// Undecided is the mode while facts are unknown that could change it.
const Undecided = "undecided"

// Decision is who is on a deal, and why.
type Decision struct {
	Mode     string   `json:"mode"`
	Rules    []string `json:"rules"`    // that hit, whatever the unknown facts are; the first decides
	Possible []string `json:"possible"` // the modes it can be
	Ask      []string `json:"ask"`      // unknown facts that could change it
	Question []string `json:"questions"`
	WorksAs  string   `json:"works_as"` // the mode to go on in
	Says     string   `json:"says"`
	Joins    string   `json:"joins,omitempty"` // when the SA joins
	Reasons  []Reason `json:"reasons"`
	Warnings []string `json:"warnings"`
	Changes  []Change `json:"changes"` // single facts that would change it
}

// Reason is a rule that hit, in words.
type Reason struct {
	Rule   string `json:"rule"`
	Mode   string `json:"mode"`
	Says   string `json:"says"`
	Source string `json:"source"`
}

// Change is one known fact that, changed alone, would give another mode.
type Change struct {
	Fact string `json:"fact"`
	From string `json:"from"`
	To   string `json:"to"`
	Mode string `json:"mode"`
}

// Decide tries every value that the unknown facts could have.
func (t *Table) Decide(f Facts) Decision {
	axes := t.axes(f)
	var modes []int // of each case, in the order of cases
	certain := slices.Repeat([]bool{true}, len(t.Rules))
	warned := slices.Repeat([]bool{true}, len(t.Warnings))
	for value := range t.cases(f) {
		first := t.first(&value)
		modes = append(modes, t.mode(t.Rules[first].Mode))
		for i := range certain {
			certain[i] = certain[i] && hits(t.Rules[i].When, &value)
		}
		for i := range warned {
			warned[i] = warned[i] && hits(t.Warnings[i].When, &value)
		}
	}
	d := Decision{Mode: Undecided, WorksAs: t.Unknown, Rules: []string{}, Possible: []string{}, Ask: []string{}, Question: []string{}, Reasons: []Reason{}, Warnings: []string{}, Changes: []Change{}}
	for i, r := range t.Rules {
		if certain[i] {
			d.Rules = append(d.Rules, r.ID)
			d.Reasons = append(d.Reasons, Reason{r.ID, r.Mode, r.Says, r.Source})
		}
	}
	for i, w := range t.Warnings {
		if warned[i] {
			d.Warnings = append(d.Warnings, w.Says)
		}
	}
	for i, m := range t.Modes {
		if slices.Contains(modes, i) {
			d.Possible = append(d.Possible, m.ID)
		}
	}
	if len(d.Possible) == 1 {
		d.Mode, d.WorksAs = d.Possible[0], d.Possible[0]
		d.Joins = t.joins(d.Mode, certain)
		d.Changes = t.changes(f, d.Mode)
	}
	d.Says = t.Modes[t.mode(d.WorksAs)].Says
	d.ask(f, axes, modes)
	return d
}

// joins is when the SA joins by the first certain rule of the mode.
func (t *Table) joins(mode string, certain []bool) string {
	for i, r := range t.Rules {
		if certain[i] && r.Mode == mode {
			return r.Joins
		}
	}
	return ""
}

// ask finds the unknown facts along which the mode changes while all others stay.
func (d *Decision) ask(f Facts, axes [factCount][]int64, modes []int) {
	for i, stride := factCount-1, 1; i >= 0; i-- {
		n := len(axes[i])
		for at := range modes {
			if at/stride%n > 0 && modes[at] != modes[at-stride] && !f.known[i] {
				d.Ask = append(d.Ask, facts[i].name)
				d.Question = append(d.Question, facts[i].question)
				break
			}
		}
		stride *= n
	}
	slices.Reverse(d.Ask)
	slices.Reverse(d.Question)
}

// changes are the nearest values of single known facts that lead to another decided mode.
func (t *Table) changes(f Facts, mode string) []Change {
	out := []Change{}
	for i, fact := range facts {
		if !f.known[i] {
			continue
		}
		seen := map[string]bool{mode: true}
		other := f
		for _, v := range t.nearest(i, f.value[i]) {
			other.value[i] = v
			if to := t.only(other); to != "" && !seen[to] {
				seen[to] = true
				out = append(out, Change{fact.name, fact.text(f.value[i]), t.span(i, f.value[i], v), to})
			}
		}
	}
	return out
}

// nearest are the kinds of values of a fact, those nearest to one first.
func (t *Table) nearest(fact int, from int64) []int64 {
	out := t.values(fact)
	away := func(v int64) int64 { return max(v-from, from-v) }
	slices.SortStableFunc(out, func(a, b int64) int { return int(away(a) - away(b)) })
	return out
}

// span is a kind of values of a fact in words, seen from the value it is now.
func (t *Table) span(i int, from, v int64) string {
	f, kinds := facts[i], t.values(i)
	next := slices.Index(kinds, v) + 1
	switch {
	case f.words != nil, next < len(kinds) && kinds[next] == v+1:
		return f.text(v)
	case v > from:
		return f.text(v) + " or more"
	}
	return "under " + f.text(kinds[next]) // below from stands a kind that from is not of
}

// only is the mode of all cases that the facts leave, empty if there are several.
func (t *Table) only(f Facts) string {
	mode := ""
	for value := range t.cases(f) {
		m := t.Rules[t.first(&value)].Mode
		if mode != "" && m != mode {
			return ""
		}
		mode = m
	}
	return mode
}
