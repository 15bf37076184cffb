package brief

import (
	"strings"
	"time"

	"throughline/internal/clock"
)

// Title is the meeting's, or says that none is planned.
func (b Brief) Title() string {
	if b.Meeting.ID == "" {
		return "Before the next meeting"
	}
	return b.Meeting.Title
}

// About is the attendee's part in the deal.
func (a Attendee) About() string {
	parts := []string{}
	if a.Title != "" {
		parts = append(parts, a.Title)
	}
	if a.Decides {
		parts = append(parts, "decides")
	}
	if a.Champion {
		parts = append(parts, "champion")
	}
	if len(parts) == 0 {
		return "no role in the deal yet"
	}
	return strings.Join(parts, ", ")
}

// StanceWord reads how they stand.
func (a Attendee) StanceWord() string {
	switch {
	case !a.Known:
		return "not known"
	case a.Stance >= 2:
		return "+2, for it"
	case a.Stance == 1:
		return "+1, rather for it"
	case a.Stance == -1:
		return "−1, rather against it"
	case a.Stance <= -2:
		return "−2, against it"
	}
	return "0, open"
}

// Note says when a promise is due and how it stands; day writes a date.
func (p Promised) Note(day func(clock.Date) string) string {
	s := ""
	if p.To != "" {
		s += ", to " + p.To
	}
	if p.Due != "" {
		s += ", due " + day(p.Due)
	}
	switch {
	case p.Late:
		s += ", late"
	case p.AtRisk:
		s += ", at risk"
	}
	return s
}

// SinceWords heads what changed.
func (b Brief) SinceWords(zone *time.Location) string {
	if b.Since.ID == "" {
		return "Changed: they have not met us yet"
	}
	return "Changed since “" + b.Since.Title + "” of " + b.Since.At.Time().In(zone).Format("2 Jan")
}

// NextWords is the next step in one line; day writes a date.
func (b Brief) NextWords(day func(clock.Date) string) string {
	s := strings.TrimSuffix(b.Next.Words, ".")
	if s == "" {
		return "None is written down."
	}
	if b.NextBy != "" {
		s += ", " + b.NextBy
	}
	if b.Next.On != "" {
		s += ", by " + day(b.Next.On)
	}
	return s + "."
}
