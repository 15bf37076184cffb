package thread

import (
	"strings"

	"throughline/internal/problem"
)

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
