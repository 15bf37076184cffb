package thread

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"throughline/internal/content"
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

// Quantity writes a value with its unit, as people read it: 1 hour, 47 minutes, 2,400 events/s.
func Quantity(v float64, unit string) string {
	if v == 1 && units[unit].family != "" && len(unit) > 3 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strings.TrimSpace(content.Number(v) + " " + unit)
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

// Number writes a value as a form or a file takes it, without a needless tail: 2400, 8.5.
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

// unit is a size in its family's base: seconds, bytes (SI and IEC), per second, percent.
type unit struct {
	family string
	size   float64
}

var units = map[string]unit{
	"us": {"time", 1e-6}, "µs": {"time", 1e-6}, "ms": {"time", 1e-3}, "s": {"time", 1}, "sec": {"time", 1}, "second": {"time", 1}, "seconds": {"time", 1},
	"min": {"time", 60}, "minute": {"time", 60}, "minutes": {"time", 60}, "h": {"time", 3600}, "hour": {"time", 3600}, "hours": {"time", 3600},
	"d": {"time", 86400}, "day": {"time", 86400}, "days": {"time", 86400}, "week": {"time", 604800}, "weeks": {"time", 604800},
	"month": {"months", 1}, "months": {"months", 1}, "year": {"months", 12}, "years": {"months", 12},
	"b": {"bytes", 1}, "byte": {"bytes", 1}, "bytes": {"bytes", 1}, "kb": {"bytes", 1e3}, "mb": {"bytes", 1e6}, "gb": {"bytes", 1e9}, "tb": {"bytes", 1e12},
	"kib": {"bytes", 1 << 10}, "mib": {"bytes", 1 << 20}, "gib": {"bytes", 1 << 30}, "tib": {"bytes", 1 << 40},
	"%": {"share", 1}, "percent": {"share", 1},
	"/s": {"rate", 1}, "/min": {"rate", 1.0 / 60}, "/h": {"rate", 1.0 / 3600}, "/day": {"rate", 1.0 / 86400},
}

// Convert turns a value of one unit into another. Units that are the same word, or of one
// family, convert; others are refused.
func Convert(value float64, from, to string) (float64, error) {
	a, b := fold(from), fold(to)
	if a == b || a == "" {
		return value, nil
	}
	ua, oka := lookup(a)
	ub, okb := lookup(b)
	if oka && okb && ua.family == ub.family {
		return value * ua.size / ub.size, nil
	}
	return 0, problem.New(problem.Invalid, "A value in %q cannot be compared with a target in %q. Give it in %q.", from, to, to)
}

func fold(u string) string { return strings.ToLower(strings.TrimSpace(u)) }

// lookup knows a unit by its word, or a rate by what stands behind the slash
// (events/s and events/min are one family; events/s and rows/s are not).
func lookup(u string) (unit, bool) {
	if known, ok := units[u]; ok {
		return known, true
	}
	i := strings.LastIndexByte(u, '/')
	if i <= 0 {
		return unit{}, false
	}
	r, ok := units[u[i:]]
	r.family += " " + strings.TrimSuffix(u[:i], "s")
	return r, ok
}
