package problem

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"throughline/internal/clock"
)

// Check gathers the faults of one input, so that a person sees them all at once.
type Check struct{ fields []Field }

// Fail adds a fault when ok is false.
func (c *Check) Fail(ok bool, field, format string, args ...any) {
	if !ok {
		c.fields = append(c.fields, Field{field, fmt.Sprintf(format, args...)})
	}
}

// Text demands text that is there, valid UTF-8 without NUL, and at most max characters.
func (c *Check) Text(field, value string, max int) {
	c.Fail(strings.TrimSpace(value) != "", field, "Say something here.")
	c.Optional(field, value, max)
}

// Optional demands valid text of at most max characters, if any.
func (c *Check) Optional(field, value string, max int) {
	c.Fail(utf8.ValidString(value) && !strings.ContainsRune(value, 0), field, "Holds bytes that are not text. Save it as UTF-8.")
	n := utf8.RuneCountInString(value)
	c.Fail(n <= max, field, "Is %d characters long; at most %d fit.", n, max)
}

// OneOf demands one of the words.
func (c *Check) OneOf(field, value string, words ...string) {
	for _, w := range words {
		if w == value {
			return
		}
	}
	c.Fail(false, field, "Is %q; choose one of %s.", value, strings.Join(words, ", "))
}

// Zone notes a name that no time zone has.
func (c *Check) Zone(field, name string) {
	_, err := clock.Zone(name)
	c.Fail(err == nil, field, "No time zone is called %q; choose one of the list, such as Europe/Berlin.", name)
}

// Err is the gathered problem, or nil.
func (c *Check) Err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, What: "Some of it cannot be taken as it is.", Fields: c.fields}
}
