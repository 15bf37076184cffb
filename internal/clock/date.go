package clock

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// Date is a day without a time of day, kept as 2006-01-02. The empty Date means 'none'.
type Date string

const day = "2006-01-02"

// DateOf is the day of a time in that time's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(day)) }

// ParseDate reads 2006-01-02; the empty string is no date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return "", nil
	}
	t, err := time.Parse(day, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return "", fmt.Errorf("%q is not a date like 2026-11-25", s)
	}
	return Date(s), nil
}

// Time is midnight UTC of the day.
func (d Date) Time() time.Time {
	t, _ := time.Parse(day, string(d))
	return t
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == "" }

// Before says whether d is an earlier day than e; no date is before nothing.
func (d Date) Before(e Date) bool { return d != "" && e != "" && d < e }

// AddDays moves it by calendar days.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Value writes it to a database.
func (d Date) Value() (driver.Value, error) { return string(d), nil }

// Scan reads it from a database.
func (d *Date) Scan(v any) error {
	switch s := v.(type) {
	case string:
		*d = Date(s)
	case []byte:
		*d = Date(s)
	default:
		return fmt.Errorf("a date is text, not %T", v)
	}
	return nil
}

// MarshalJSON writes the day, null for none.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}

// UnmarshalJSON reads the day or null.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == nil {
		*d = ""
		return nil
	}
	v, err := ParseDate(*s)
	*d = v
	return err
}

// UnmarshalText reads the day, as flags and forms give it.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	*d = v
	return err
}

// Valid says whether it is a day there was or will be; the empty Date is.
func (d Date) Valid() bool {
	_, err := ParseDate(string(d))
	return err == nil
}
