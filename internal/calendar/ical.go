package calendar

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"throughline/internal/clock"
)

// Event is one entry. It stands on days, or at a moment.
type Event struct {
	UID     string        `json:"uid"`    // stays the same for the same thing
	Change  int64         `json:"change"` // goes up when the thing changes
	Summary string        `json:"summary"`
	About   string        `json:"about"`
	Path    string        `json:"path"`  // of the page, below the house's address
	On      clock.Date    `json:"on"`    // a day, or the first of them
	Until   clock.Date    `json:"until"` // the last of them; empty for one
	At      clock.Instant `json:"at"`    // or a moment
	Lasts   time.Duration `json:"-"`
}

// ICal writes events as RFC 5545 has them: moments in UTC, which no change to or from summer
// time can move, days as days; lines of at most 75 bytes; texts escaped. The same events give
// the same bytes.
func ICal(name, zone, base string, events []Event) []byte {
	w := &icalWriter{}
	w.line("BEGIN:VCALENDAR")
	w.line("VERSION:2.0")
	w.line("PRODID:-//Throughline//Calendar//EN")
	w.line("CALSCALE:GREGORIAN")
	w.line("METHOD:PUBLISH")
	w.text("X-WR-CALNAME", name)
	w.line("X-WR-TIMEZONE:" + zone)
	w.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
	for _, e := range events {
		w.event(e, base)
	}
	w.line("END:VCALENDAR")
	return []byte(w.String())
}

type icalWriter struct{ strings.Builder }

func (w *icalWriter) event(e Event, base string) {
	w.line("BEGIN:VEVENT")
	w.text("UID", e.UID+"@throughline")
	w.line(fmt.Sprintf("SEQUENCE:%d", e.Change))
	if e.On != "" {
		last := e.Until
		if last == "" || last.Before(e.On) {
			last = e.On
		}
		w.line("DTSTAMP:" + basic(e.On) + "T000000Z")
		w.line("DTSTART;VALUE=DATE:" + basic(e.On))
		w.line("DTEND;VALUE=DATE:" + basic(last.AddDays(1))) // the first day that is free again
		w.line("TRANSP:TRANSPARENT")
	} else {
		w.line("DTSTAMP:" + utc(e.At.Time()))
		w.line("DTSTART:" + utc(e.At.Time()))
		w.line("DTEND:" + utc(e.At.Time().Add(e.Lasts)))
	}
	w.text("SUMMARY", e.Summary)
	if e.About != "" {
		w.text("DESCRIPTION", e.About)
	}
	w.line("URL:" + base + e.Path)
	w.line("END:VEVENT")
}

func basic(d clock.Date) string { return strings.ReplaceAll(string(d), "-", "") }

func utc(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// text writes a property whose value is a text (3.3.11).
func (w *icalWriter) text(name, value string) {
	value = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, strings.ReplaceAll(value, "\r\n", "\n"))
	w.line(name + ":" + strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(value))
}

// line folds a line at 75 bytes, between letters (3.1).
func (w *icalWriter) line(s string) {
	room := 75
	for len(s) > room {
		at := room
		for at > 0 && !utf8.RuneStart(s[at]) {
			at--
		}
		w.WriteString(s[:at] + "\r\n ")
		s, room = s[at:], 74
	}
	w.WriteString(s + "\r\n")
}
