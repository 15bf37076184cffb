package delivery

import (
	"fmt"
	"slices"

	core "throughline/internal/delivery"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// cover is one requirement or promise that a decision covers or leaves out, as its form has it.
type cover struct {
	Kind     string // requirement, promise
	ID       string
	Key      string
	Href     string
	Words    string
	Priority string
	Red      string // what is not as it should be; empty where nothing is
	Failed   bool   // a check failed, or the promise is at risk
	Said     string // it goes live by an earlier decision that stands
	Ticked   bool
	Why      string
	Until    string
	Error    string // what is missing, after the form was sent
}

// covers lists what a decision must speak of, red ones first.
func (v *view) covers() (out []cover) {
	for _, l := range v.standing() {
		out = append(out, cover{Kind: "requirement", ID: l.Requirement.ID, Key: l.Key, Href: v.r.DealPath("requirements/" + l.Key), Words: l.Requirement.Statement,
			Priority: string(l.Requirement.Priority), Red: v.red(l), Failed: failed(l)})
	}
	broken := map[string]bool{}
	for i := range v.t.Rows {
		broken[v.t.Rows[i].Requirement.ID] = len(v.t.Rows[i].Breaks) > 0
	}
	for _, p := range v.t.Facts.Promises {
		if !p.Pending() {
			continue
		}
		c := cover{Kind: "promise", ID: p.ID, Key: fmt.Sprintf("P%d", p.Number), Href: v.r.DealPath("promises/" + p.ID), Words: "“" + p.Words.String() + "”"}
		if p.AtRisk(v.today(), v.t.Facts.Settings.AtRiskDays, broken[p.Requirement]) {
			c.Red, c.Failed = "At risk", true
			if d := p.DueOn(); d != "" {
				c.Red += ", due " + v.r.Day(d)
			}
		}
		out = append(out, c)
	}
	for i := range out {
		v.fill(&out[i])
	}
	slices.SortStableFunc(out, func(a, b cover) int { return group(a) - group(b) })
	return out
}

func group(c cover) int {
	switch {
	case c.Said != "":
		return 3
	case c.Failed:
		return 0
	case c.Red != "":
		return 1
	}
	return 2
}

// red says why a requirement's proof is not there; empty when it is.
func (v *view) red(l *thread.Line) string {
	switch c := l.Cells[thread.Verified]; c.State {
	case thread.Reached:
		return ""
	case thread.Failed, thread.Started:
		if n := len(c.Verdict.Evidence); n > 0 {
			return c.Verdict.Evidence[n-1].Text
		}
	}
	return "No check."
}

func failed(l *thread.Line) bool { return l.Cells[thread.Verified].State == thread.Failed }

// fill gives a line what was typed, what stands already, and what is still missing.
func (v *view) fill(c *cover) {
	for _, g := range v.decisions {
		if g.Stands() && (slices.Contains(g.Requirements, c.ID) || slices.Contains(g.Promises, c.ID)) {
			c.Said = "live since " + v.r.Moment(g.At)
		}
	}
	kept := []string{}
	if c.Red == "" && c.Said == "" {
		kept = append(kept, c.ID)
	}
	c.Ticked = slices.Contains(v.r.Typed("decide", c.Kind+"s", kept), c.ID)
	c.Why, c.Until = v.r.Value("decide", "why."+c.ID, ""), v.r.Value("decide", "until."+c.ID, "")
	if v.r.Failed == nil || v.r.Value("decide", "outcome", "") == string(core.NoGo) || c.Why != "" {
		return
	}
	switch {
	case c.Ticked && c.Kind == "requirement" && c.Red != "":
		c.Error = "Say why it goes live all the same, or leave it out."
	case !c.Ticked && c.Said == "":
		c.Error = "Tick it, or say why it is left out."
	}
}

// ready is how many requirements are verified, of those that must be.
func (v *view) ready() (verified, all int, red []cover) {
	for _, l := range v.standing() {
		all++
		if why := v.red(l); why == "" {
			verified++
		} else {
			red = append(red, cover{ID: l.Requirement.ID, Key: l.Key, Words: l.Requirement.Statement, Priority: string(l.Requirement.Priority), Red: why, Failed: failed(l)})
		}
	}
	return verified, all, red
}

// readiness says in a sentence how ready the deal is.
func readiness(verified, all int) string {
	switch {
	case all == 0:
		return "No requirement stands."
	case verified == all:
		return kit.Sentence(kit.Counted(all, "requirement is", "requirements are")) + " verified: nothing is red."
	}
	return fmt.Sprintf("%d of %d requirements are verified.", verified, all)
}
