package note

import (
	"regexp"
	"sort"
	"strings"
	"unicode"

	"throughline/internal/clock"
	"throughline/internal/discovery/candidate"
)

// said is one clause with what it is heard in.
type said struct {
	text, low string
	about     Person
	people    names
	today     clock.Date
}

// labels are words before a colon by which a writer says what follows.
var labels = []struct {
	sort Sort
	head *regexp.Regexp
}{
	{Requirement, head(`requirements?|needs?|reqs?|they need|wants?|must|musts|anforderung(en)?|bedarf`)},
	{Fact, head(`facts?|today|currently|current|as is|environment|heute|derzeit|ist-zustand|umgebung|fakten|fakt`)},
	{Promise, head(`promises?|promised|we promised|we owe|zusagen?|zugesagt|versprochen|versprechen`)},
	{Question, head(`questions?|q|open|open points?|unclear|fragen?|offen|offene punkte|unklar`)},
	{NextStep, head(`next|next steps?|to ?dos?|actions?|follow[- ]?ups?|nächster? schritte?|als nächstes|aufgaben?`)},
	{Reaction, head(`reactions?|reaktion(en)?|stimmung`)},
}

func head(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(the )?(` + words + `)\s*(:|\s[-–]\s)\s*`)
}

// labelled is the sort that the clause names itself, and where its words begin.
func labelled(words string) (Sort, int) {
	for _, l := range labels {
		if m := l.head.FindString(words); m != "" {
			return l.sort, len(m)
		}
	}
	return "", 0
}

// propose says what the clause would become; a label decides, else the first rule that fits.
func (s said) propose(label Sort) (Proposal, bool) {
	if len(strings.Fields(s.text)) < 2 && label == "" && !strings.Contains(s.text, ":") {
		return Proposal{}, false
	}
	if label == Reaction {
		label = "" // the words decide whose and which
	}
	for _, r := range rules {
		if label != "" && r.sort != label {
			continue
		}
		if why := r.fits(s); why != "" || label != "" {
			if label != "" {
				why = "the note calls it so"
			}
			return s.fill(r.sort, why), true
		}
	}
	return Proposal{}, false
}

// rules in the order they are asked. Each says why it fits, or nothing.
var rules = []struct {
	sort Sort
	fits func(said) string
}{
	{Promise, said.promises}, {Question, said.asks}, {NextStep, said.plans}, {Reaction, said.reacts}, {Requirement, said.needs}, {Fact, said.tells},
}

// fill gives the proposal what its sort has.
func (s said) fill(as Sort, why string) Proposal {
	p := Proposal{Sort: as, Statement: plain(s.text), Why: why, Who: s.about.ID}
	switch as {
	case Requirement, Fact:
		it := candidate.Alone(s.text)
		p.Statement, p.Kind, p.Measure = it.Statement, it.Kind, it.Measure
		if as == Requirement {
			p.Priority = it.Priority
		} else if p.Statement = plain(s.text); p.Measure != nil {
			p.Measure.Comparison = "="
		}
	case Promise:
		p.Due = dueIn(s.low, s.today)
	case NextStep:
		p.Statement, p.Due, p.Who = plain(stepLead.ReplaceAllString(s.text, "")), dueIn(s.low, s.today), ""
		if who, ok := s.people.ours(s.text); ok {
			p.Who = who.ID
		}
	case Question:
		p.Who = ""
		if who, ok := s.people.ours(s.text); ok {
			p.Who = who.ID
		}
	case Reaction:
		p.Mark, _ = stance(s.low)
	}
	return p
}

var stepLead = regexp.MustCompile(`(?i)^(the )?(next steps?|nächster? schritte?|als nächstes)( is| are| ist| sind)?( a| the| ein| eine| der| die| das)?\s*[:–-]?\s*`)

// plain is the text as a sentence: a capital first, no full stop last.
func plain(text string) string {
	t := strings.Join(strings.Fields(strings.TrimRight(strings.TrimSpace(text), " .,;")), " ")
	r := []rune(t)
	if len(r) == 0 {
		return t
	}
	return string(unicode.ToUpper(r[0])) + string(r[1:])
}

func byLength(all []string) {
	sort.Slice(all, func(i, j int) bool {
		if len(all[i]) != len(all[j]) {
			return len(all[i]) > len(all[j])
		}
		return all[i] < all[j]
	})
}
