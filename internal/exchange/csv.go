package exchange

import (
	"io"
	"strings"

	"throughline/internal/listing"
	"throughline/internal/thread"
)

// RequirementsCSV writes the requirements of a thread, a row each: what it says, how success is
// measured, and the state of each of its stations. No cell can run as a formula.
func RequirementsCSV(w io.Writer, f *ThreadFile) error {
	return writeCSV(w, RequirementList("requirements", f.Requirements))
}

// PromisesCSV writes the promises of a thread, those of each requirement and those of the deal.
func PromisesCSV(w io.Writer, f *ThreadFile) error {
	l := listing.List{Name: "promises", Heads: []string{"id", "requirement", "words", "state", "due", "at_risk"}}
	for _, r := range f.Requirements {
		l.Rows = append(l.Rows, promiseRows(r.Key, r.Promises)...)
	}
	l.Rows = append(l.Rows, promiseRows("", f.Promises)...)
	return writeCSV(w, l)
}

// BreaksCSV writes the breaks of a thread.
func BreaksCSV(w io.Writer, f *ThreadFile) error {
	l := listing.List{Name: "breaks", Heads: []string{"requirement", "station", "rule", "why", "who", "since"}}
	for _, b := range f.Breaks {
		l.Rows = append(l.Rows, append(listing.Words(b.Requirement, b.Station.String(), string(b.Rule), b.Why, b.Who), listing.On(string(b.Since))))
	}
	return writeCSV(w, l)
}

func writeCSV(w io.Writer, l listing.List) error {
	b, err := listing.CSV(l)
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}

// RequirementList is requirements as a list, a row each.
func RequirementList(name string, all []RequirementPart) listing.List {
	l := listing.List{Name: name, Heads: []string{"key", "statement", "kind", "priority", "group", "metric", "comparison", "target", "unit", "bought", "withdrawn"}}
	for _, s := range thread.Stations {
		l.Heads = append(l.Heads, s.Name)
	}
	l.Heads = append(l.Heads, "breaks", "promises")
	for _, r := range all {
		row := listing.Words(r.Key, r.Statement, r.Kind, r.Priority, r.Group)
		if m := r.Measure; m != nil {
			row = append(row, listing.Words(m.Metric, m.Comparison)...)
			row = append(append(row, listing.Of64(m.Target, thread.Number(m.Target))), listing.Words(m.Unit)...)
		} else {
			row = append(row, make([]listing.Cell, 4)...)
		}
		row = append(row, listing.Words(r.Bought, r.Withdrawn)...)
		for _, s := range r.Stations {
			row = append(row, listing.Words(s.State.String())...)
		}
		var broken, promised []string
		for _, b := range r.Breaks {
			broken = append(broken, b.Station.String()+": "+string(b.Rule))
		}
		for _, p := range r.Promises {
			promised = append(promised, p.ID)
		}
		l.Rows = append(l.Rows, append(row, listing.Words(strings.Join(broken, "; "), strings.Join(promised, "; "))...))
	}
	return l
}

func promiseRows(requirement string, promises []PromisePart) (rows [][]listing.Cell) {
	for _, p := range promises {
		risk := map[bool]string{true: "yes", false: "no"}[p.AtRisk]
		rows = append(rows, append(append(listing.Words(p.ID, requirement, p.Words, p.State), listing.On(string(p.Due))), listing.Words(risk)...))
	}
	return rows
}
