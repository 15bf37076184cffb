package exchange

import (
	"io"
	"strings"

	"throughline/internal/table"
	"throughline/internal/thread"
)

// RequirementsCSV writes the requirements of a thread, a row each: what it says, how success is
// measured, and the state of each of its stations. No cell can run as a formula.
func RequirementsCSV(w io.Writer, f *ThreadFile) error {
	head := []string{"key", "statement", "kind", "priority", "group", "metric", "comparison", "target", "unit", "bought", "withdrawn"}
	for _, s := range thread.Stations {
		head = append(head, s.Name)
	}
	out := table.NewWriter(w)
	if err := out.Write(append(head, "breaks", "promises")...); err != nil {
		return err
	}
	for _, r := range f.Requirements {
		m := []string{"", "", "", ""}
		if r.Measure != nil {
			m = []string{r.Measure.Metric, r.Measure.Comparison, thread.Number(r.Measure.Target), r.Measure.Unit}
		}
		row := append([]string{r.Key, r.Statement, r.Kind, r.Priority, r.Group}, m...)
		row = append(row, r.Bought, r.Withdrawn)
		for _, s := range r.Stations {
			row = append(row, s.State.String())
		}
		var broken, promised []string
		for _, b := range r.Breaks {
			broken = append(broken, b.Station.String()+": "+string(b.Rule))
		}
		for _, p := range r.Promises {
			promised = append(promised, p.ID)
		}
		if err := out.Write(append(row, strings.Join(broken, "; "), strings.Join(promised, "; "))...); err != nil {
			return err
		}
	}
	return out.Flush()
}

// PromisesCSV writes the promises of a thread, those of each requirement and those of the deal.
func PromisesCSV(w io.Writer, f *ThreadFile) error {
	out := table.NewWriter(w)
	if err := out.Write("id", "requirement", "words", "state", "due", "at_risk"); err != nil {
		return err
	}
	for _, r := range f.Requirements {
		if err := promiseRows(out, r.Key, r.Promises); err != nil {
			return err
		}
	}
	if err := promiseRows(out, "", f.Promises); err != nil {
		return err
	}
	return out.Flush()
}

func promiseRows(out *table.Writer, requirement string, promises []PromisePart) error {
	for _, p := range promises {
		risk := "no"
		if p.AtRisk {
			risk = "yes"
		}
		if err := out.Write(p.ID, requirement, p.Words, p.State, string(p.Due), risk); err != nil {
			return err
		}
	}
	return nil
}

// BreaksCSV writes the breaks of a thread.
func BreaksCSV(w io.Writer, f *ThreadFile) error {
	out := table.NewWriter(w)
	if err := out.Write("requirement", "station", "rule", "why", "who", "since"); err != nil {
		return err
	}
	for _, b := range f.Breaks {
		if err := out.Write(b.Requirement, b.Station.String(), string(b.Rule), b.Why, b.Who, string(b.Since)); err != nil {
			return err
		}
	}
	return out.Flush()
}
