package thread

import (
	"fmt"

	"throughline/internal/account"
	"throughline/internal/clock"
)

// Rule names why something is a break.
type Rule string

// The rules. Each is one line of BreakRules, which the docs print.
const (
	RuleFailed   Rule = "failed"
	RuleUnproven Rule = "won without evidence"
	RuleSkipped  Rule = "skipped"
	RuleLate     Rule = "late"
	RuleBroken   Rule = "promise broken"
	RuleClose    Rule = "close date passed"
)

// BreakRule is one line of the table of breaks.
type BreakRule struct {
	Rule  Rule
	When  string
	Worst int // order among breaks: lower is looked at first
}

// BreakRules is the table.
var BreakRules = []BreakRule{
	{RuleFailed, "a station failed and carries no waiver and no signed caveat still in date", 1},
	{RuleBroken, "a promise was broken and not renegotiated", 2},
	{RuleUnproven, "won is reached, and the evidence owed for it is not", 3},
	{RuleSkipped, "on the post side an owed station is missing before a reached one", 4},
	{RuleLate, "an owed station's date has passed", 5},
	{RuleClose, "an open deal's close date has passed without a signature (one break, on the deal)", 6},
}

// Break is where the thread is cut.
type Break struct {
	Requirement string     `json:"requirement"` // its key; empty for a break of the deal
	Station     Station    `json:"station"`
	Rule        Rule       `json:"rule"`
	Why         string     `json:"why"`   // a sentence
	Who         string     `json:"who"`   // who mends it: SE, SA, AE
	Since       clock.Date `json:"since"` // the day it began, if known
}

// breaksOf applies the rules to one requirement.
func breaksOf(f *Facts, l *Line, signed bool) (out []Break) {
	if !l.Requirement.Stands() {
		return promiseBreaks(f, l)
	}
	last := lastReached(l)
	late := map[clock.Date]bool{}
	for i := range l.Cells {
		c := &l.Cells[i]
		rule, why, since := breakAt(f, l, c, last, signed, late)
		if rule != "" {
			out = append(out, Break{Requirement: l.Key, Station: c.Station, Rule: rule, Why: why, Who: mender(c.Station), Since: since})
		}
	}
	return append(out, promiseBreaks(f, l)...)
}

func breakAt(f *Facts, l *Line, c *Cell, last Station, signed bool, late map[clock.Date]bool) (Rule, string, clock.Date) {
	won := &l.Cells[Won]
	switch {
	case c.State == Failed:
		if excused(f, l, c) {
			return "", "", ""
		}
		return RuleFailed, failedWhy(c), c.Verdict.At.In(f.Zone)
	case c.Station >= Shown && c.Station <= Proven && won.State == Reached && c.Owed && c.State != Reached && !(c.AnyOf && c.Station != Shown):
		return RuleUnproven, unprovenWhy(c), won.Verdict.At.In(f.Zone)
	case signed && c.Owed && c.State == Missing && Stations[c.Station].Side == Post && c.Station < last:
		return RuleSkipped, fmt.Sprintf("%s without being %s.", capital(last.String()), c.Station), l.Cells[last].Verdict.At.In(f.Zone)
	case isLate(f, l, c, signed) && !late[c.Due]: // one break a date, at the first station that waits
		late[c.Due] = true
		return RuleLate, fmt.Sprintf("Not %s; it was due on %s.", c.Station, c.Due), c.Due
	}
	return "", "", ""
}

// isLate says whether an owed station's date has passed. The close date counts once, on the
// deal, so only a date of the requirement's own makes a pre station late.
func isLate(f *Facts, l *Line, c *Cell, signed bool) bool {
	if !c.Owed || c.State == Reached || c.State == Failed || !c.Due.Before(f.Today) {
		return false
	}
	if Stations[c.Station].Side == Pre {
		return own(&l.Requirement, c.Station) && !(c.AnyOf && c.Station != Shown)
	}
	return signed
}

// excused says whether a failed station carries a waiver or a signed caveat still in date.
func excused(f *Facts, l *Line, c *Cell) bool {
	if c.Verdict.Excused && (c.Verdict.ExcusedUntil == "" || f.Today <= c.Verdict.ExcusedUntil) {
		return true
	}
	for _, p := range l.Promises {
		if p.Caveat(f.Today) {
			return true
		}
	}
	return false
}

func promiseBreaks(f *Facts, l *Line) (out []Break) {
	for _, p := range l.Promises {
		if p.State == PromiseBroken {
			out = append(out, Break{Requirement: l.Key, Station: Live, Rule: RuleBroken, Who: "SA", Since: p.EndedAt.In(f.Zone),
				Why: fmt.Sprintf("Promise P%d was broken: %s", p.Number, p.Why)})
		}
	}
	return out
}

// breaksOfDeal are the breaks that belong to no one requirement.
func breaksOfDeal(f *Facts, p *Picture) (out []Break) {
	if !p.Signed && f.Deal.Phase != account.Won && f.Deal.CloseOn.Before(f.Today) {
		out = append(out, Break{Station: Won, Rule: RuleClose, Who: "AE", Since: f.Deal.CloseOn,
			Why: fmt.Sprintf("The deal should have closed on %s.", f.Deal.CloseOn)})
	}
	for _, pr := range f.Promises {
		if pr.Requirement == "" && pr.State == PromiseBroken {
			out = append(out, Break{Station: Live, Rule: RuleBroken, Who: "SA", Since: pr.EndedAt.In(f.Zone),
				Why: fmt.Sprintf("Promise P%d was broken: %s", pr.Number, pr.Why)})
		}
	}
	return out
}

func lastReached(l *Line) Station {
	last := Station(-1)
	for _, c := range l.Cells {
		if c.State == Reached && c.Verdict != nil {
			last = c.Station
		}
	}
	return last
}

func failedWhy(c *Cell) string {
	if len(c.Verdict.Evidence) > 0 {
		return fmt.Sprintf("Failed to be %s: %s", c.Station, c.Verdict.Evidence[len(c.Verdict.Evidence)-1].Text)
	}
	return fmt.Sprintf("Failed to be %s.", c.Station)
}

func unprovenWhy(c *Cell) string {
	if c.AnyOf {
		return "Won, but neither shown, nor answered, nor proven."
	}
	return fmt.Sprintf("Won without being %s.", c.Station)
}

func mender(s Station) string {
	if Stations[s].Side == Pre {
		return "SE"
	}
	return "SA"
}

func capital(s string) string { return string(s[0]-32) + s[1:] }
