package sheet

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// datePiece takes one piece of a date or time from the front of a code; 0 means
// that it is none, and the section is not understood.
func (s *formatSection) datePiece(code string) int {
	lower := strings.ToLower(code)
	for _, p := range []string{"am/pm", "a/p"} {
		if strings.HasPrefix(lower, p) {
			s.date = append(s.date, "am")
			return len(p)
		}
	}
	elapsed := lower[0] == '['
	if elapsed {
		if lower = lower[1:]; lower == "" {
			return 0
		}
	}
	c := lower[0]
	n := 0
	for n < len(lower) && lower[n] == c {
		n++
	}
	switch {
	case c == '.' && s.date != nil: // 18.12.2026, and tenths of a second
		s.date = append(s.date, "'.")
		return 1
	case strings.IndexByte("ymdhs", c) < 0 || n > 5:
		return 0
	}
	s.date = append(s.date, lower[:n])
	if elapsed {
		if n >= len(lower) || lower[n] != ']' {
			return 0
		}
		return n + 2
	}
	return n
}

// dateText shows a day number. Excel counts from 1900 and takes 1900 for a leap
// year, which it was not: days before March 1900 are one off.
func (s *formatSection) dateText(v float64, epoch1904 bool) (string, bool) {
	if v < 0 || v >= 2_958_466 || math.IsNaN(v) { // behind the year 9999
		return "", false
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if epoch1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if v < 60 {
		v++
	}
	day, part := math.Modf(v)
	t := base.AddDate(0, 0, int(day)).Add(time.Duration(math.Round(part*86400)) * time.Second)
	twelve := false
	for _, p := range s.date {
		twelve = twelve || p == "am"
	}
	var b strings.Builder
	for i, p := range s.date {
		b.WriteString(s.piece(t, p, twelve, i))
	}
	return strings.TrimSpace(b.String()), true
}

// piece shows one piece of a date.
func (s *formatSection) piece(t time.Time, p string, twelve bool, i int) string {
	if letters, ok := strings.CutPrefix(p, "'"); ok {
		return letters
	}
	two := "%d"
	if len(p) > 1 {
		two = "%02d"
	}
	switch p[0] {
	case 'y':
		if len(p) <= 2 {
			return t.Format("06")
		}
		return t.Format("2006")
	case 'd':
		return map[int]string{3: t.Format("Mon"), 4: t.Format("Monday")}[len(p)] + onlyIf(len(p) < 3, fmt.Sprintf(two, t.Day()))
	case 'm':
		if s.minutes(i) {
			return fmt.Sprintf(two, t.Minute())
		}
		return map[int]string{3: t.Format("Jan"), 4: t.Format("January"), 5: t.Format("Jan")[:1]}[len(p)] + onlyIf(len(p) < 3, fmt.Sprintf(two, int(t.Month())))
	case 'h':
		if twelve {
			return fmt.Sprintf(two, (t.Hour()+11)%12+1)
		}
		return fmt.Sprintf(two, t.Hour())
	case 's':
		return fmt.Sprintf(two, t.Second())
	}
	return t.Format("PM")
}

// minutes tells whether an m stands for minutes: behind hours or before seconds.
func (s *formatSection) minutes(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if s.date[j][0] != '\'' {
			if s.date[j][0] == 'h' {
				return true
			}
			break
		}
	}
	for j := i + 1; j < len(s.date); j++ {
		if s.date[j][0] != '\'' {
			return s.date[j][0] == 's'
		}
	}
	return false
}

func onlyIf(ok bool, s string) string {
	if ok {
		return s
	}
	return ""
}
