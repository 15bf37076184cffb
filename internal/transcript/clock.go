package transcript

import (
	"strconv"
	"strings"
	"time"
)

// clock reads 1:02:03.456, 02:03,456 or 0:03 as time since the beginning of the call.
func clock(s string) (time.Duration, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 4 || len(s) > 16 {
		return Unknown, false
	}
	whole, fraction := s, ""
	if i := strings.LastIndexAny(s, ".,"); i >= 0 {
		whole, fraction = s[:i], s[i+1:]
		if fraction == "" || len(fraction) > 9 {
			return Unknown, false
		}
	}
	parts := strings.Split(whole, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return Unknown, false
	}
	var seconds int64
	for i, p := range parts {
		n, ok := digits(p)
		if !ok || i > 0 && (len(p) != 2 || n > 59) {
			return Unknown, false
		}
		seconds = seconds*60 + n
	}
	d := time.Duration(seconds) * time.Second
	if fraction != "" {
		n, ok := digits(fraction)
		if !ok {
			return Unknown, false
		}
		for i := len(fraction); i < 9; i++ {
			n *= 10
		}
		d += time.Duration(n)
	}
	return d, true
}

func digits(s string) (int64, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && n < 1e9
}

// timing reads the line '00:01.000 --> 00:02.000 align:start' of a cue.
func timing(line string) (start, end time.Duration, ok bool) {
	from, to, found := strings.Cut(line, "-->")
	if !found {
		return Unknown, Unknown, false
	}
	start, ok = clock(from)
	if !ok {
		return Unknown, Unknown, false
	}
	end = Unknown
	if f := strings.Fields(to); len(f) > 0 {
		if d, good := clock(f[0]); good {
			end = d
		}
	}
	return start, end, true
}
