package staffing

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"throughline/internal/table"
)

// hours reads whole hours.
func (s *sheet) hours(r row, most int) int {
	n, err := strconv.Atoi(r.cell("hours"))
	switch {
	case err != nil:
		s.fail(r, "hours", "%q is not a number of whole hours.", table.Clip(r.cell("hours")))
	case n < 0:
		s.fail(r, "hours", "%d is less than none.", n)
	case n > most:
		s.fail(r, "hours", "%d is more than %d.", n, most)
	default:
		return n
	}
	return 0
}

func (s *sheet) clock(r row) int {
	minutes, err := readClock(r.cell("utc"))
	if err != nil {
		s.fail(r, "utc", "%v.", err)
	}
	return minutes
}

// readClock reads the difference from UTC as minutes: +1, -5, 5.5, +05:30 or UTC+1.
func readClock(text string) (int, error) {
	wrong := fmt.Errorf("%q is not hours from UTC like +1, -5 or 5.5", table.Clip(text))
	rest := strings.TrimPrefix(strings.ToUpper(strings.ReplaceAll(text, "−", "-")), "UTC")
	var minutes float64
	if whole, part, colon := strings.Cut(rest, ":"); colon {
		h, errH := strconv.Atoi(whole)
		m, errM := strconv.Atoi(part)
		if errH != nil || errM != nil || len(part) != 2 || m < 0 || m >= 60 {
			return 0, wrong
		}
		if minutes = float64(max(h, -h)*60 + m); strings.HasPrefix(whole, "-") {
			minutes = -minutes
		}
	} else {
		h, err := strconv.ParseFloat(rest, 64)
		if rest == "" && text != "" {
			h, err = 0, nil // UTC itself
		}
		if err != nil || math.IsNaN(h) {
			return 0, wrong
		}
		minutes = h * 60
	}
	switch {
	case minutes < -12*60 || minutes > 14*60:
		return 0, fmt.Errorf("%q is no clock on earth; they run from -12 to +14", table.Clip(text))
	case math.Mod(minutes, 15) != 0:
		return 0, fmt.Errorf("%q is not a quarter of an hour", table.Clip(text))
	}
	return int(minutes), nil
}

// readFit reads a fit in percent, rounded so that what is lacking to 100 is whole.
func readFit(text string) (int, error) {
	fit, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(fit) || fit < 0 || fit > 100 {
		return 0, fmt.Errorf("%q is not a fit from 0 to 100", table.Clip(text))
	}
	return 100 - int(math.Round(100-fit)), nil
}

// roles reads the roles that a person wishes to grow into.
func (s *sheet) roles(r row) []string {
	out := strings.Fields(strings.ToLower(r.cell("grows")))
	for _, role := range out {
		if role != "se" && role != "sa" {
			s.fail(r, "grows", "%q is no role here; write se or sa.", table.Clip(role))
		}
	}
	return out
}

// choices reads hours of people: ana:4 ben:2. Whether they are among the people is seen once both
// files are read.
func (s *sheet) choices(r row, column, request string) (out []Choice) {
	for _, word := range strings.Fields(r.cell(column)) {
		at := strings.LastIndex(word, ":")
		hours, err := strconv.Atoi(word[at+1:])
		if at < 1 || err != nil || hours < 0 || hours > mostHours {
			s.fail(r, column, "%q is not a person with hours like ana:4.", table.Clip(word))
			continue
		}
		out = append(out, Choice{word[:at], request, hours})
	}
	return out
}
