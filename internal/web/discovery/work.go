package discovery

import (
	"strings"

	core "throughline/internal/discovery"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// kinds of a requirement, as forms list them.
var kinds = thread.KindWords

// workKeys are the keys of a decision that have no button of their own.
var workKeys = []look.Hint{{Keys: "E", Words: "edit"}, {Keys: "⌘ ⏎", Words: "accept my words"}, {Keys: "M", Words: "merge"}, {Keys: "S", Words: "say why not"}, {Keys: "V", Words: "mark"}}

// reasons are what a candidate is often rejected for.
var reasons = []string{"not a need", "said already", "small talk", "of another project", "taken back later in the call"}

var sortChoices = []look.Option{{Value: string(core.Need), Label: "A need"}, {Value: string(core.AsIs), Label: "A fact of today"}, {Value: string(core.Promise), Label: "A promise of ours"}}

func sortWord(s core.Sort) string {
	return map[core.Sort]string{core.Need: "need", core.AsIs: "fact of today", core.Promise: "promise of ours"}[s]
}

func words(all []string) (out []look.Option) {
	for _, w := range all {
		out = append(out, look.Option{Value: w, Label: kit.Sentence(strings.Replace(w, "wont", "won’t", 1))})
	}
	return out
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// as is what a candidate would be taken as: what the address says, else what it was found as.
func (v *callView) as(c core.Candidate) core.Sort {
	want := core.Sort(v.r.URL.Query().Get("as"))
	if v.r.Failed != nil {
		want = core.Sort(v.r.Value("accept", "sort", ""))
	}
	if place(want) < len(sorts) {
		return want
	}
	return c.Sort
}

func (v *callView) asChoices(c core.Candidate, now core.Sort) (out []look.Choice) {
	for _, o := range sortChoices {
		out = append(out, look.Choice{Label: o.Label, Href: v.path("?at=" + c.ID + "&as=" + o.Value + "#c-" + c.ID), Current: string(now) == o.Value})
	}
	return out
}

// acceptForm is the frame of the main decision.
func (v *callView) acceptForm(c core.Candidate) look.FormView {
	f := v.form("accept", "/accept", "Accept", c.Revision)
	f.Save.Key, f.Save.Large, f.Cancel, f.Draft = "A", true, "", "accept "+c.ID
	f.Hidden = append(f.Hidden, look.Hidden{Name: "id", Value: c.ID})
	return f
}

// factOffer is what a candidate would be as a fact: its figure where it has one, else its
// sentence.
func factOffer(c core.Candidate) (name, value, unit string) {
	if m := c.Measure(); m != nil {
		return m.Metric, thread.Number(m.Target), m.Unit
	}
	return "", c.Statement.String(), ""
}

// needOptions are requirements to choose from; none is what stands for no choice.
func (v *callView) needOptions(needs []thread.Requirement, none string) (out []look.Option) {
	if none != "" {
		out = append(out, look.Option{Label: none})
	}
	for _, n := range needs {
		out = append(out, look.Option{Value: n.ID, Label: n.Key(v.r.Deal.Prefix) + " " + n.Statement})
	}
	return out
}

func (v *callView) statementOf(id string) string {
	for _, n := range v.needs {
		if n.ID == id {
			return n.Statement
		}
	}
	return ""
}

// whySentence is the reason it was proposed, as a sentence.
func whySentence(c core.Candidate) string {
	why := strings.TrimSuffix(c.Why.String(), ".")
	switch {
	case why == "" || c.Why.Gone():
		return ""
	case c.ByHand:
		return kit.Sentence(why) + "."
	case strings.HasPrefix(why, "our side"):
		return "Proposed because " + why + "."
	}
	return "Proposed because it " + why + "."
}

func decisionTone(d core.Decision) look.Tone {
	if d == core.Rejected {
		return look.Quiet
	}
	return look.Good
}
