package inbox

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"throughline/internal/area"
	"throughline/internal/brief"
	"throughline/internal/clock"
	"throughline/internal/inbox"
	"throughline/internal/problem"
	"throughline/internal/tally"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// refreshAtOnce is how many deals whose date has passed are counted anew before the page is drawn.
const refreshAtOnce = 5

type view struct {
	inbox.Inbox
	r      *kit.Request
	names  area.Names
	coming []brief.Coming
}

func show(r *kit.Request) error {
	if _, err := r.House.Tallies.Refresh(r.Ctx(), r.House.Journal.DB, r.Home.ID, r.Today(), refreshAtOnce); err != nil {
		return err
	}
	in, err := inbox.Of(r.Ctx(), r.House, r.Reader, r.Person.ID, r.Today())
	if err != nil {
		return err
	}
	names, err := r.Names()
	if err != nil {
		return err
	}
	coming, err := brief.Upcoming(r.Ctx(), r.Reader, r.Person.ID, r.Now())
	if err != nil {
		return err
	}
	return r.Draw(page(r.Shell("Inbox", "/inbox"), &view{in, r, names, coming}))
}

// mark says that everything the page showed has been seen.
func mark(r *kit.Request) error {
	seq, err := strconv.ParseInt(r.FormValue("seq"), 10, 64)
	if err != nil {
		return problem.New(problem.Invalid, "The page did not say how far you looked. Open the inbox again.")
	}
	if err := inbox.Mark(r.Ctx(), r.House.Journal.DB, r.Reader, r.Person.ID, seq); err != nil {
		return err
	}
	return r.Go("/inbox")
}

// meetings lead to the brief of each; the first has a key of its own.
func (v *view) meetings() (out []look.ListItem) {
	for _, m := range v.coming {
		out = append(out, look.ListItem{Icon: "clock", Title: m.Title, About: m.Label.Account, Key: m.Label.Prefix, Due: v.r.Moment(m.At), Href: "/brief/" + m.Label.Prefix + "/" + m.ID})
	}
	return out
}

// first is the way to the next meeting's brief.
func (v *view) first() []look.Act {
	if len(v.coming) == 0 {
		return nil
	}
	return []look.Act{{Label: "Brief", Key: "B", Kind: look.Ghost, Href: v.meetings()[0].Href, About: "of the next meeting"}}
}

// fresh says whether there is nothing at all yet.
func (v *view) fresh() bool { return v.Mine == 0 && v.WaitSum == 0 && v.BreakSum == 0 }

func (v *view) about() string {
	day := v.r.Now().Time().In(v.r.Home.Location()).Format("Monday 2 January")
	if v.Seen.At.IsZero() {
		return day + ". This is your first look."
	}
	if v.Seen.At.In(v.r.Zone()) == v.r.Today() {
		return day + ". You last looked today at " + v.Seen.At.Time().In(v.r.Zone()).Format("15:04") + "."
	}
	return day + ". You last looked on " + v.r.Moment(v.Seen.At) + "."
}

func (v *view) breaks() (out []look.ListItem) {
	for _, b := range v.Breaks {
		l := v.Labels[b.Deal]
		what, particulars := kit.Broken(v.dates(b.Why))
		item := look.ListItem{Icon: "link", Title: what, Key: l.Prefix, Href: "/deals/" + l.Prefix, Late: true, Due: "since " + v.r.Day(b.Since)}
		if b.Since == "" {
			item.Due = "no date"
		}
		var about []string
		if b.Requirement != "" {
			item.Title, item.Key = b.Requirement+": "+lower(what), ""
			about = append(about, "“"+b.Statement+"”")
			item.Href += "?at=" + look.At(b.Requirement, b.Station.String())
		}
		if particulars != "" {
			about = append(about, strings.TrimSuffix(particulars, "."))
		}
		item.About = strings.Join(append(about, l.Account), " · ")
		out = append(out, item)
	}
	return out
}

// lower begins a headline within a line. Promise stays, it is named by its number.
func lower(s string) string {
	if s == "" || strings.HasPrefix(s, "Promise ") {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// icons show of which area a line is.
var icons = map[string]string{"thread": "word", "discovery": "word", "demo": "right", "answers": "reply", "evaluation": "check", "handoff": "sign", "design": "file", "delivery": "clock", "inbox": "person"}

func (v *view) waiting() (out []look.ListItem) {
	for _, w := range v.Waiting {
		l := v.Labels[w.Deal]
		item := look.ListItem{Icon: icons[w.Area], Title: v.dates(w.What), About: w.Verb, Key: l.Prefix, Href: "/deals/" + l.Prefix + "/" + w.Path}
		if w.Key != l.Prefix { // the deal's own key stands at the right
			item.About = strings.TrimSpace(w.Verb + " " + w.Key)
		}
		if l.Account != "" {
			item.About += " · " + l.Account
		}
		switch {
		case w.Due != "" && w.Due < v.r.Today():
			item.Due, item.Late = "due "+v.r.Day(w.Due), true
		case w.Due != "":
			item.Due = "due " + v.r.Day(w.Due)
		case w.Since != "":
			item.Due = "since " + v.r.Day(w.Since)
		}
		if w.Deal == "" {
			item.Href = "/" + w.Path
		}
		out = append(out, item)
	}
	return out
}

var written = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// dates writes the days in a sentence as this person reads them.
func (v *view) dates(s string) string {
	return written.ReplaceAllStringFunc(s, func(d string) string { return v.r.Day(clock.Date(d)) })
}

// mostActs is how many acts of one deal are shown; the rest stand in its activity.
const mostActs = 6

func (v *view) changes(c inbox.Changed) (out []look.ListItem) {
	path := "/deals/" + v.Labels[c.Deal].Prefix + "/activity"
	for _, a := range c.Acts[:min(len(c.Acts), mostActs)] {
		item := look.ListItem{Icon: "person", Title: v.names.Of(a.Person) + " " + a.Words, Due: v.r.Moment(a.At), Href: path + "#a-" + a.ID}
		item.About = a.Title
		if a.Rows > 1 {
			item.About = strings.TrimPrefix(fmt.Sprintf("%s · %d things changed", a.Title, a.Rows), " · ")
		}
		out = append(out, item)
	}
	if rest := len(c.Acts) - mostActs; rest > 0 {
		out = append(out, look.ListItem{Icon: "more", Title: kit.Counted(rest, "more act", "more acts"), Href: path})
	}
	return out
}

func (v *view) changeSum() string {
	n := 0
	for _, c := range v.Changed {
		n += len(c.Acts)
	}
	return strconv.Itoa(n)
}

func (v *view) seen() []look.Act {
	if len(v.Changed) == 0 {
		return nil
	}
	return []look.Act{{Label: "Mark as seen", Key: "M", Kind: look.Ghost, Post: "/inbox/seen", Hidden: []look.Hidden{{Name: "seq", Value: strconv.FormatInt(v.Head, 10)}}}}
}

func (v *view) mini(t tally.Counts) (m look.MiniView) {
	for i, c := range t.Stations() {
		m.Bars[i].Tally = look.Tally{Reached: c.Reached, Owed: c.Owed}
	}
	return m
}

func breakWords(t tally.Counts) (string, look.Tone) {
	switch {
	case t.Breaks > 0:
		return kit.Counted(t.Breaks, "break", "breaks"), look.Break
	case t.NoDates:
		return "no dates", look.Quiet
	}
	return "whole", look.Quiet
}
