package thread_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"throughline/internal/thread"
)

func TestAMeasureComparesInItsOwnUnitOrRefuses(t *testing.T) {
	for _, row := range []struct {
		comparison, unit string
		target           float64
		value            float64
		in               string
		met, refused     bool
	}{
		{"<=", "h", 1, 59, "min", true, false},
		{"<=", "h", 1, 61, "min", false, false},
		{">=", "events/s", 2400, 144000, "events/min", true, false},
		{">=", "events/s", 2400, 2400, "rows/s", false, true},
		{"<=", "s", 2, 1900, "ms", true, false},
		{"=", "", 0, 0, "", true, false},
		{"<", "%", 5, 5, "percent", false, false},
		{">", "GB", 1, 1001, "MB", true, false},
		{"<=", "s", 2, 2, "GB", false, true},
	} {
		m := thread.Measure{Metric: "m", Comparison: row.comparison, Target: row.target, Unit: row.unit}
		met, err := m.Met(row.value, row.in)
		if met != row.met || (err != nil) != row.refused {
			t.Errorf("%v %s against %s: %v, %v", row.value, row.in, m, met, err)
		}
	}
}

// The row of presales.md 3(d): 14 min against 10 is 71.4 % attained.
func TestAttainedIsHowMuchOfTheTargetWasReached(t *testing.T) {
	m := thread.Measure{Metric: "export", Comparison: "<=", Target: 10, Unit: "min"}
	if got, ok := m.Attained(14, "min"); !ok || math.Abs(got-0.714) > 0.0005 {
		t.Errorf("14 min against 10: %v", got)
	}
	if _, ok := (thread.Measure{Comparison: "<=", Target: 0}).Attained(3, ""); ok {
		t.Error("a target of 0 was computed")
	}
}

func TestANumberOfAMeasureHasAMarkAtItsThousandsAndIsRawForPrograms(t *testing.T) {
	m := thread.Measure{Metric: "orders taken in", Comparison: ">=", Target: 40000, Unit: "orders/day"}
	if got := m.String(); got != "orders taken in ≥ 40,000 orders/day" {
		t.Error(got)
	}
	if got := thread.Quantity(1, "hours") + ", " + thread.Quantity(1234.5, "ms"); got != "1 hour, 1,234.5 ms" {
		t.Error(got)
	}
	raw, err := json.Marshal(m)
	if err != nil || !strings.Contains(string(raw), `"target":40000,`) || thread.Number(m.Target) != "40000" {
		t.Errorf("%s %v", raw, err)
	}
}
