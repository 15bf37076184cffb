package followup

import (
	"fmt"
	"strings"
	"time"

	"throughline/internal/clock"
	"throughline/internal/portal"
)

// Draft is the subject and the words of a follow-up in a language, from what came of the talk. What
// there is nothing of is left out.
func Draft(t Talk, language string, zone *time.Location) (subject, text string) {
	w := in(language)
	day := portal.In(language).Day
	p := paper{by: func(d clock.Date) string {
		if d == "" {
			return ""
		}
		return ", " + fmt.Sprintf(w.by, day(d))
	}}
	thanks := w.thanksCall
	if t.Kind == AfterDemo {
		thanks = w.thanksDemo
	}
	p.line(fmt.Sprintf(thanks, day(t.HeldAt.In(zone))))
	p.list(w.heard, len(t.Heard), func(i int) string { return stopped(t.Heard[i].Statement) })
	p.list(w.facts, len(t.Facts), func(i int) string { f := t.Facts[i]; return told(f.Name, f.Value, f.Unit) })
	p.list(w.shown, len(t.Shown), func(i int) string {
		s := t.Shown[i]
		switch s.Status {
		case "beta":
			return s.Title + " (" + w.beta + ")"
		case "roadmap", "unsupported":
			return s.Title + " (" + w.roadmap + ")"
		}
		return s.Title
	})
	p.list(w.promised, len(t.Promised), func(i int) string {
		return "“" + t.Promised[i].Words.String() + "”" + p.by(t.Promised[i].DueOn())
	})
	p.list(w.needed, len(t.Confirm)+len(t.Tasks), func(i int) string {
		if i < len(t.Confirm) {
			f := t.Confirm[i]
			return fmt.Sprintf(w.confirm, told(f.Name, f.Value, f.Unit))
		}
		task := t.Tasks[i-len(t.Confirm)]
		return task.Title + p.by(task.DueOn)
	})
	if t.Next.Words != "" {
		p.list(w.next, 1, func(int) string { return stopped(t.Next.Words) + p.by(t.Next.On) })
	}
	p.line(w.wrong)
	return fmt.Sprintf(w.subject, t.Title), strings.TrimSpace(p.b.String())
}

// paper gathers the words: headings over lists, a blank line between them.
type paper struct {
	b  strings.Builder
	by func(clock.Date) string
}

func (p *paper) line(s string) { p.b.WriteString(s + "\n\n") }

func (p *paper) list(title string, n int, item func(i int) string) {
	if n == 0 {
		return
	}
	p.b.WriteString(title + "\n")
	for i := range n {
		p.b.WriteString("- " + item(i) + "\n")
	}
	p.b.WriteString("\n")
}

func told(name, value, unit string) string {
	return strings.TrimSpace(name + ": " + value + " " + unit)
}

// stopped is a sentence without its full stop, as an item of a list.
func stopped(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }

// Greeting begins the letter to these people.
func Greeting(language string, names []string) string {
	w := in(language)
	return fmt.Sprintf(w.greeting, joined(names, w.and))
}

func joined(names []string, and string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + and + " " + names[len(names)-1]
}

// Whole is the letter to these people as it is sent.
func Whole(language, text, sender string, names []string) string {
	return Greeting(language, names) + "\n\n" + strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")) + "\n\n" + in(language).close + "\n" + sender + "\n"
}
