package tale

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"throughline/internal/clock"
)

// Calendar counts working days, Monday to Friday, from the day of the telling.
type Calendar struct {
	Today clock.Date
	Zone  *time.Location
}

// Day is the n-th working day after today, or before it; 0 is today, or the Monday after a
// weekend.
func (c Calendar) Day(n int) clock.Date {
	d, step := c.Today, 1
	if n < 0 {
		n, step = -n, -1
	} else if !working(d) {
		n++
	}
	for n > 0 {
		if d = d.AddDays(step); working(d) {
			n--
		}
	}
	return d
}

func working(d clock.Date) bool {
	w := d.Time().Weekday()
	return w != time.Saturday && w != time.Sunday
}

// At is a time of day, as in 10:30, on the n-th working day.
func (c Calendar) At(n int, hours string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", string(c.Day(n))+" "+hours, c.Zone)
	if err != nil {
		panic(fmt.Sprintf("%q is no time of day", hours)) // a fault in the tale's text
	}
	return t
}

// mark is a day in a text: {d-12} is '18 September', {w+3} 'Thursday', {m+60} 'January'.
var mark = regexp.MustCompile(`\{([dwm])([+-]\d{1,3})\}`)

var markForms = map[string]string{"d": "2 January", "w": "Monday", "m": "January"}

// Say is a text with its days filled in.
func (c Calendar) Say(text string) string {
	return mark.ReplaceAllStringFunc(text, func(s string) string {
		m := mark.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		return c.Day(n).Time().Format(markForms[m[1]])
	})
}
