package kit

import (
	"strings"
	"time"

	"throughline/internal/clock"
	"throughline/internal/problem"
)

// local is how a datetime-local field writes a moment.
const local = "2006-01-02T15:04"

// Instant reads a field of a moment as a datetime-local field gives it, in the person's zone;
// never, where nothing is written.
func (r *Request) Instant(field string) (clock.Instant, error) {
	s := strings.TrimSpace(r.PostFormValue(field))
	if s == "" {
		return clock.Instant{}, nil
	}
	for _, form := range []string{local, "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(form, s, r.Zone()); err == nil {
			return clock.At(t), nil
		}
	}
	return clock.Instant{}, &problem.Error{Kind: problem.Invalid, What: "A moment could not be read.",
		Fields: []problem.Field{{Name: field, What: "Write day and time, as 2026-11-25 14:30."}}}
}

// Local writes a moment as a datetime-local field takes it, in the person's zone.
func (r *Request) Local(i clock.Instant) string {
	if i.IsZero() {
		return ""
	}
	return i.Time().In(r.Zone()).Format(local)
}
