package thread

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"throughline/internal/problem"
)

// Measure is how success is told: a metric compared with a target. A criterion and a go-live
// check are the same comparison.
type Measure struct {
	Metric     string  `json:"metric"`     // as in 'time to replay 24 hours of events'
	Comparison string  `json:"comparison"` // <=, >=, =, <, >
	Target     float64 `json:"target"`
	Unit       string  `json:"unit"` // as in min; empty for a plain count
}

// Comparisons lists what a measure can ask.
var Comparisons = []string{"<=", ">=", "=", "<", ">"}

// Check says what is wrong with the measure.
func (m *Measure) Check(c *problem.Check, field string) {
	c.Text(field+".metric", m.Metric, 200)
	c.OneOf(field+".comparison", m.Comparison, Comparisons...)
	c.Fail(!math.IsNaN(m.Target) && !math.IsInf(m.Target, 0) && math.Abs(m.Target) < 1e15, field+".target", "Is no number one can reach.")
	c.Optional(field+".unit", m.Unit, 40)
}

// String reads 'time to replay ≤ 60 min'.
func (m Measure) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", m.Metric, sign(m.Comparison), Quantity(m.Target, m.Unit)))
}

// Quantity writes a value with its unit: 1 hour, 47 minutes, 2400 events/s.
func Quantity(v float64, unit string) string {
	if v == 1 && units[unit].family != "" && len(unit) > 3 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strings.TrimSpace(Number(v) + " " + unit)
}

// Met says whether a measured value in the unit reaches the target. A unit that cannot be
// converted is a problem, never a guess.
func (m Measure) Met(value float64, unit string) (bool, error) {
	v, err := Convert(value, unit, m.Unit)
	if err != nil {
		return false, err
	}
	switch m.Comparison {
	case "<=":
		return v <= m.Target, nil
	case ">=":
		return v >= m.Target, nil
	case "<":
		return v < m.Target, nil
	case ">":
		return v > m.Target, nil
	}
	return v == m.Target, nil
}

// Attained is how much of the target was reached, at most 1: value/target for at least,
// target/value for at most. A target or value of 0 is not computed.
func (m Measure) Attained(value float64, unit string) (float64, bool) {
	v, err := Convert(value, unit, m.Unit)
	if err != nil || v <= 0 || m.Target <= 0 {
		return 0, false
	}
	if strings.HasPrefix(m.Comparison, ">") {
		return min(1, v/m.Target), true
	}
	if strings.HasPrefix(m.Comparison, "<") {
		return min(1, m.Target/v), true
	}
	return 0, false
}

// Number writes a value without a needless tail: 2400, 8.5.
func Number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func sign(c string) string {
	switch c {
	case "<=":
		return "≤"
	case ">=":
		return "≥"
	}
	return c
}
