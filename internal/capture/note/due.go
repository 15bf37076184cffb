package note

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"throughline/internal/clock"
)

var (
	weekday  = regexp.MustCompile(`\b(?:(?:by|on|before|until|next|this|for|bis|am|nächsten|kommenden|diesen) )+(?:the )?(mon|tues|wednes|thurs|fri|satur|sun|mon|diens|mitt|donners|frei|sams|sonn)(?:day|tag|woch)\b`)
	dayMonth = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*`)
	monthDay = regexp.MustCompile(`\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})\b`)
	dotted   = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.`)
	isoDay   = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)
	tomorrow = regexp.MustCompile(`\b(tomorrow|morgen)\b`)
	weekEnd  = regexp.MustCompile(`\b(end of (the |this )?week|ende der woche)\b`)
	nextWeek = regexp.MustCompile(`\b(next week|nächste woche|nächster woche)\b`)
	inMonth  = regexp.MustCompile(`\b(?:by|in|until|bis|im) (jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*`)
)

var weekdays = map[string]time.Weekday{"mon": time.Monday, "tues": time.Tuesday, "wednes": time.Wednesday, "thurs": time.Thursday, "fri": time.Friday, "satur": time.Saturday, "sun": time.Sunday,
	"diens": time.Tuesday, "mitt": time.Wednesday, "donners": time.Thursday, "frei": time.Friday, "sams": time.Saturday, "sonn": time.Sunday}

var monthOf = map[string]int{"jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12}

// dueIn is the day that the words name, counted from today; none when they name none. A weekday is
// the next one after today, a day without a year the next to come, a month its last day.
func dueIn(low string, today clock.Date) clock.Date {
	if today == "" {
		return ""
	}
	if d := clock.Date(isoDay.FindString(low)); d != "" && d.Valid() {
		return d
	}
	if m := dayMonth.FindStringSubmatch(low); m != nil {
		return dayOf(m[1], monthOf[m[2]], today)
	}
	if m := monthDay.FindStringSubmatch(low); m != nil {
		return dayOf(m[2], monthOf[m[1]], today)
	}
	if m := dotted.FindStringSubmatch(low); m != nil {
		month, _ := strconv.Atoi(m[2])
		return dayOf(m[1], month, today)
	}
	if m := weekday.FindStringSubmatch(low); m != nil {
		return next(today, weekdays[m[1]])
	}
	switch {
	case tomorrow.MatchString(low):
		return today.AddDays(1)
	case weekEnd.MatchString(low):
		return next(today.AddDays(-1), time.Friday)
	case nextWeek.MatchString(low):
		return next(today, time.Monday).AddDays(4)
	}
	if m := inMonth.FindStringSubmatch(low); m != nil {
		first := dayOf("1", monthOf[m[1]], today.AddDays(1-today.Time().Day()))
		return clock.DateOf(first.Time().AddDate(0, 1, -1))
	}
	return ""
}

func next(after clock.Date, day time.Weekday) clock.Date {
	for d := after.AddDays(1); ; d = d.AddDays(1) {
		if d.Time().Weekday() == day {
			return d
		}
	}
}

func dayOf(day string, month int, today clock.Date) clock.Date {
	n, _ := strconv.Atoi(day)
	for year := today.Time().Year(); year <= today.Time().Year()+1; year++ {
		d := clock.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, n))
		if d.Valid() && d >= today {
			return d
		}
	}
	return ""
}
