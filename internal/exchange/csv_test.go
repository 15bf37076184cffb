package exchange_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"throughline/internal/exchange"
	"throughline/internal/thread"
)

func TestExportedCellsCannotRunAsFormulas(t *testing.T) {
	f := &exchange.ThreadFile{
		Requirements: []exchange.RequirementPart{{Key: "NWF-1", Statement: "=HYPERLINK(\"x\")", Group: "@sum", Measure: &thread.Measure{Metric: "+1+1", Comparison: "=", Target: -2},
			Stations: []exchange.StationPart{{State: thread.Reached}}, Promises: []exchange.PromisePart{{ID: "P1", Words: "-cmd|' /C calc'!A0"}}}},
		Breaks:   []thread.Break{{Requirement: "NWF-1", Station: thread.Live, Rule: thread.RuleLate, Why: "\tnot live"}},
		Promises: []exchange.PromisePart{{ID: "P2", Words: "＝1", AtRisk: true}},
	}
	for name, c := range map[string]struct {
		write func(w *strings.Builder) error
		want  []string
	}{
		"requirements": {func(w *strings.Builder) error { return exchange.RequirementsCSV(w, f) }, []string{"'=HYPERLINK(\"x\")", "'@sum", "'+1+1", "'=", "-2"}},
		"promises":     {func(w *strings.Builder) error { return exchange.PromisesCSV(w, f) }, []string{"'-cmd|' /C calc'!A0", "'＝1", "yes"}},
		"breaks":       {func(w *strings.Builder) error { return exchange.BreaksCSV(w, f) }, []string{"'\tnot live", "live", "late"}},
	} {
		var b strings.Builder
		if err := c.write(&b); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(b.String()))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		cells := map[string]bool{}
		for _, row := range rows {
			for _, c := range row {
				cells[c] = true
			}
		}
		for _, w := range c.want {
			if !cells[w] {
				t.Errorf("%s: no cell reads %q in %q", name, w, b.String())
			}
		}
	}
}
