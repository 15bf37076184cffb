package clock

import "time"

// WorkingDays moves a date on by n working days: Monday to Friday, less the holidays.
// The day itself is not counted: five working days after a Monday is the next Monday.
func WorkingDays(from Date, n int, holidays []Date) Date {
	if from == "" {
		return ""
	}
	off := map[Date]bool{}
	for _, h := range holidays {
		off[h] = true
	}
	d := from
	for n > 0 {
		d = d.AddDays(1)
		if w := d.Time().Weekday(); w != time.Saturday && w != time.Sunday && !off[d] {
			n--
		}
	}
	return d
}
