package delivery

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"throughline/internal/clock"
	core "throughline/internal/delivery"
)

// maxBars is how many tasks the timeline draws; the table below it holds them all.
const maxBars = 60

// timelineView is the plan drawn over its days, by party.
type timelineView struct {
	Groups  []barGroup
	Ticks   []tick
	Today   float64 // its place in percent; below 0 when it is outside
	GoLive  float64
	Words   string // what the picture shows, for a screen reader
	More    int    // tasks left out
	Planned string // go-live as planned, in words
}

type barGroup struct {
	Party string
	Bars  []bar
}

// bar is one task from its start to its due date, in percent of the width.
type bar struct {
	Key, Href   string
	Title       string
	Name        string // the title, as much of it as a row has room for
	State       core.TaskState
	Late        bool
	From, Width float64
}

type tick struct {
	At   float64
	Word string
}

// span is the days that a picture covers.
type span struct{ first, last clock.Date }

func (s *span) hold(days ...clock.Date) {
	for _, d := range days {
		if d == "" {
			continue
		}
		if s.first == "" || d < s.first {
			s.first = d
		}
		if d > s.last {
			s.last = d
		}
	}
}

func (s span) days() float64 { return max(1, s.last.Time().Sub(s.first.Time()).Hours()/24+1) }

// at is the place of a day's beginning, in percent.
func (s span) at(d clock.Date) float64 {
	return d.Time().Sub(s.first.Time()).Hours() / 24 / s.days() * 100
}

// timeline draws the tasks that the filters leave and that have a date.
func (v *view) timeline() *timelineView {
	var dated []core.Task
	var s span
	for _, t := range v.shown() {
		if t.StartOn != "" || t.DueOn != "" {
			dated = append(dated, t)
			s.hold(t.StartOn, t.DueOn)
		}
	}
	if len(dated) == 0 {
		return nil
	}
	slices.SortStableFunc(dated, func(a, b core.Task) int { return byDate(first(a), first(b)) })
	goLive := v.t.Facts.Deal.GoLiveOn
	s.hold(v.today(), goLive)
	s.first, s.last = s.first.AddDays(-1), s.last.AddDays(1)
	out := &timelineView{Today: s.at(v.today()), GoLive: -1, More: max(0, len(dated)-maxBars)}
	if goLive != "" {
		out.GoLive, out.Planned = s.at(goLive), v.r.Day(goLive)
	}
	dated = dated[:min(len(dated), maxBars)]
	for _, party := range core.Parties {
		g := barGroup{Party: parties[party]}
		for _, t := range dated {
			if t.Party == party {
				g.Bars = append(g.Bars, v.bar(t, s))
			}
		}
		if len(g.Bars) > 0 {
			out.Groups = append(out.Groups, g)
		}
	}
	out.Ticks = ticks(s)
	out.Words = fmt.Sprintf("Timeline of %d tasks from %s to %s; the table below holds the same.", len(dated), v.r.Day(s.first.AddDays(1)), v.r.Day(s.last.AddDays(-1)))
	return out
}

// first is the day that a task's bar begins on.
func first(t core.Task) clock.Date {
	if t.StartOn == "" {
		return t.DueOn
	}
	return t.StartOn
}

func (v *view) bar(t core.Task, s span) bar {
	from, to := first(t), t.DueOn
	if to == "" {
		to = from
	}
	at := s.at(from)
	return bar{Key: t.Key(), Href: v.address().With("at", t.ID), Title: t.Title, Name: short(t.Title, rowHolds), State: t.State, Late: t.Late(v.today()), From: at, Width: max(.6, s.at(to.AddDays(1))-at)}
}

// rowHolds is how many letters of a title the head of a row has room for.
const rowHolds = 46

// short cuts a title after a whole word, where it has more letters than n.
func short(title string, n int) string {
	letters := []rune(title)
	if len(letters) <= n {
		return title
	}
	cut := string(letters[:n])
	if i := strings.LastIndexAny(cut, " /-"); letters[n] != ' ' && i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:/-") + "…"
}

// ticks are the beginnings of the months, or of the weeks where the picture is short.
func ticks(s span) (out []tick) {
	months := s.days() > 70
	for d := s.first; d <= s.last; d = d.AddDays(1) {
		t := d.Time()
		switch {
		case months && t.Day() == 1:
			out = append(out, tick{s.at(d), t.Format("Jan")})
		case !months && t.Weekday() == time.Monday:
			out = append(out, tick{s.at(d), t.Format("2 Jan")})
		}
	}
	for step := len(out)/12 + 1; step > 1; step = 1 { // at most a dozen names
		kept := out[:0]
		for i := range out {
			if i%step == 0 {
				kept = append(kept, out[i])
			}
		}
		out = kept
	}
	return out
}
