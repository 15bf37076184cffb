package clock

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// Instant is a moment, UTC, to the microsecond: kept in both databases as a whole number
// of microseconds since 1970, so that it compares, sorts and reads back the same on both.
// The zero Instant means 'never'; it is 0 in the database and null in JSON.
type Instant struct{ t time.Time }

// At cuts a time to an Instant.
func At(t time.Time) Instant {
	if t.IsZero() {
		return Instant{}
	}
	return Instant{t.UTC().Truncate(time.Microsecond)}
}

// Micro is the instant that many microseconds after 1970; 0 is never.
func Micro(n int64) Instant {
	if n == 0 {
		return Instant{}
	}
	return Instant{time.UnixMicro(n).UTC()}
}

// Time is the instant as the standard library's.
func (i Instant) Time() time.Time { return i.t }

// IsZero says whether it is 'never'.
func (i Instant) IsZero() bool { return i.t.IsZero() }

// Micro is the number kept in the database.
func (i Instant) Micro() int64 {
	if i.t.IsZero() {
		return 0
	}
	return i.t.UnixMicro()
}

// Before says whether i is earlier than j.
func (i Instant) Before(j Instant) bool { return i.t.Before(j.t) }

// After says whether i is later than j.
func (i Instant) After(j Instant) bool { return i.t.After(j.t) }

// Add moves it.
func (i Instant) Add(d time.Duration) Instant { return At(i.t.Add(d)) }

// In is the day the instant falls on in a time zone.
func (i Instant) In(zone *time.Location) Date { return DateOf(i.t.In(zone)) }

// String is RFC 3339 with microseconds, or "" for never.
func (i Instant) String() string {
	if i.t.IsZero() {
		return ""
	}
	return i.t.Format("2006-01-02T15:04:05.999999Z07:00")
}

// Value writes it to a database.
func (i Instant) Value() (driver.Value, error) { return i.Micro(), nil }

// Scan reads it from a database.
func (i *Instant) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("an instant is a whole number, not %T", v)
	}
	*i = Micro(n)
	return nil
}

// MarshalJSON writes RFC 3339, null for never.
func (i Instant) MarshalJSON() ([]byte, error) {
	if i.t.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(i.String())
}

// UnmarshalJSON reads RFC 3339 or null.
func (i *Instant) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == nil || *s == "" {
		*i = Instant{}
		return nil
	}
	t, err := time.Parse(time.RFC3339Nano, *s)
	if err != nil {
		return fmt.Errorf("%q is not a moment like 2026-11-25T09:30:00Z", *s)
	}
	*i = At(t)
	return nil
}

// ParseMoment reads a past moment as people write it: a day, which means its end in the zone,
// or an instant in RFC 3339.
func ParseMoment(s string, zone *time.Location) (Instant, error) {
	if t, err := time.ParseInLocation(day, s, zone); err == nil {
		return At(t.AddDate(0, 0, 1).Add(-time.Microsecond)), nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return Instant{}, fmt.Errorf("%q is no moment like 2026-11-25 or 2026-11-25T09:30:00Z", s)
	}
	return At(t), nil
}
