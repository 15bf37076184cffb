package staffing

import (
	"fmt"
	"slices"
	"strings"
)

// Rule is a hard rule: it closes a pair of a person and a request, whatever an hour would cost.
type Rule string

// The hard rules, in the order in which they are looked at; the first that closes a pair is named.
const (
	OtherRole  Rule = "role"     // the person does not work in the role
	Interest   Rule = "conflict" // a conflict of interest with the account
	NoLanguage Rule = "language" // they do not speak the language that is needed
	Apart      Rule = "clock"    // too few hours of the day in common
	NoHours    Rule = "hours"    // none this week: leave, fixed duties, or all of them fixed by a choice
	// Full closes no pair. It stands in Missing: hours there are, and they are better spent.
	Full Rule = "full"
)

var rules = []Rule{OtherRole, Interest, NoLanguage, Apart, NoHours, Full}

// closes names the hard rule that closes a pair; empty where none does. Hours are those that the
// person has left of the week.
func (o Options) closes(p Person, r Request, hours int) Rule {
	_, has := p.Fit[r.Role]
	switch {
	case !has:
		return OtherRole
	case slices.Contains(p.Conflicts, r.Account):
		return Interest
	case r.Language != "" && !slices.ContainsFunc(p.Speaks, func(l string) bool { return strings.EqualFold(l, r.Language) }):
		return NoLanguage
	case common(p, r) < o.InCommon*60:
		return Apart
	case hours <= 0:
		return NoHours
	}
	return ""
}

// Closes names the hard rule that closes a request to a person who has all their hours; empty where
// none does.
func (o Options) Closes(p Person, r Request) Rule { return o.closes(p, r, p.Hours) }

// Says is the rule as the head of a list of people whom it closes a request to.
func (r Rule) Says(q Request) string {
	switch r {
	case OtherRole:
		return "another role than " + q.Role
	case Interest:
		return "conflict of interest with the account"
	case NoLanguage:
		return "not known to speak " + q.Language
	case Apart:
		return "too few hours of the day in common"
	case NoHours:
		return "no hours left to give this week"
	}
	return "the week is full, or better spent"
}

// Missing is one reason why hours stay without anybody: how many people it holds for, and the
// first of them.
type Missing struct {
	Rule   Rule     `json:"rule"`
	People int      `json:"people"`
	Named  []string `json:"named"` // ids, not more than five
}

const mostNamed = 5

// missing lists for each reason whom it keeps from a request that is not wholly staffed.
func (b *bound) missing(r int) []Missing {
	out := []Missing{}
	for _, rule := range rules {
		m := Missing{Rule: rule, Named: []string{}}
		for i, p := range b.people {
			closed := b.o.closes(p, b.requests[r], b.left(i))
			if closed == "" {
				closed = Full
			}
			if closed != rule {
				continue
			}
			if m.People++; len(m.Named) < mostNamed {
				m.Named = append(m.Named, p.ID)
			}
		}
		if m.People > 0 {
			out = append(out, m)
		}
	}
	return out
}

// Says is what keeps a request's hours from everybody, in words; name gives a person's name.
func (u Unstaffed) Says(q Request, name func(string) string) string {
	if len(u.Missing) == 0 {
		return "there is nobody to plan with"
	}
	var parts []string
	for _, m := range u.Missing {
		var names []string
		for _, id := range m.Named {
			names = append(names, name(id))
		}
		if more := m.People - len(names); more > 0 {
			names = append(names, fmt.Sprintf("%d more", more))
		}
		parts = append(parts, m.Rule.Says(q)+": "+strings.Join(names, ", "))
	}
	return strings.Join(parts, "; ")
}
