package thread

import (
	"fmt"
	"strings"

	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// brief is the deal in a minute: what was promised, how far it is built, what is at risk. It
// says the moment that is looked at.
type brief struct {
	promised, built, risk string
	atRisk                []look.PromiseLine // broken ones first
	more                  int                // of them, further down in the ledger
}

// mostAtRisk is how many promises at risk stand in the brief; the ledger holds all.
const mostAtRisk = 3

func (v *view) brief(l look.LedgerView) (b brief) {
	b.promised, b.built, b.risk = v.promised(len(l.Rows)), v.built(), v.risk()
	for _, p := range l.Rows {
		if p.Tone != look.Break || v.t.Facts.Deal.Phase.Over() {
			continue
		}
		if len(b.atRisk) == mostAtRisk {
			b.more++
			continue
		}
		b.atRisk = append(b.atRisk, p)
	}
	return b
}

// promised says what was agreed to in writing and what goes beyond the product.
func (v *view) promised(promises int) string {
	stand, agreed, implied := 0, 0, 0
	for i := range v.t.Rows {
		r := v.t.Rows[i].Requirement
		if !r.Stands() || r.Priority == core.Wont || v.t.Signed && r.Bought == core.NotBought {
			continue
		}
		stand++
		if v.t.Rows[i].Cells[core.Won].State == core.Reached {
			agreed++
		}
		if v.t.Signed && r.Bought == core.IsImplied {
			implied++
		}
	}
	beyond := "nothing beyond the standard product"
	if promises > 0 {
		beyond = counted(promises, "promise", "promises") + " beyond the standard product"
	}
	heard := counted(stand, "requirement", "requirements")
	switch {
	case v.t.Signed:
		if implied > 0 {
			heard += fmt.Sprintf(" (%d implied)", implied)
		}
		return fmt.Sprintf("%s sold on %s, %d agreed to in writing; %s.", heard, v.r.Day(v.t.Facts.Deal.SignedOn), agreed, beyond)
	case stand == 0:
		return "Nothing yet: no requirement stands."
	case agreed == 0:
		return fmt.Sprintf("%s heard, none agreed to in writing; %s.", heard, beyond)
	}
	return fmt.Sprintf("%d of %s agreed to in writing, not signed yet; %s.", agreed, heard, beyond)
}

// built says how far the requirements are after the signature; empty before it.
func (v *view) built() string {
	if !v.t.Signed {
		return ""
	}
	var each, bare []string
	owed, same := 0, true
	for _, s := range []core.Station{core.Accepted, core.Designed, core.Planned, core.Verified, core.Live} {
		if c := v.t.Coverage[s]; c.Owed > 0 {
			same = same && (owed == 0 || owed == c.Owed)
			owed = c.Owed
			each, bare = append(each, fmt.Sprintf("%d of %d %s", c.Reached, c.Owed, s)), append(bare, fmt.Sprintf("%d\u00a0%s", c.Reached, s))
		}
	}
	switch {
	case len(each) == 0:
		return "Nothing is owed after the signature."
	case same:
		return fmt.Sprintf("Of %d: %s.", owed, strings.Join(bare, ", "))
	}
	return strings.Join(each, ", ") + "."
}

// counted keeps a count on one line with its noun.
func counted(n int, one, many string) string {
	return strings.Replace(kit.Counted(n, one, many), " ", "\u00a0", 1)
}

// risk counts the breaks by what they are; it says why there are none.
func (v *view) risk() string {
	if d := v.t.Facts.Deal; d.Phase.Over() && d.Why != "" {
		return fmt.Sprintf("This deal is %s: %s. It counts no breaks.", d.Phase, strings.TrimSuffix(d.Why, "."))
	}
	if v.t.Facts.Deal.Phase.Over() || len(v.t.Breaks) == 0 {
		return v.breaks().None
	}
	counts := map[core.Rule]int{}
	on := map[string]bool{}
	for _, b := range v.t.Breaks {
		counts[b.Rule]++
		on[b.Requirement] = true
	}
	delete(on, "")
	var out []string
	for _, b := range core.BreakRules {
		if n := counts[b.Rule]; n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n, ruleWords[b.Rule]))
		}
	}
	all := kit.Counted(len(v.t.Breaks), "break", "breaks")
	if len(on) > 0 {
		all += " on " + kit.Counted(len(on), "requirement", "requirements")
	}
	return all + ": " + strings.Join(out, ", ") + "."
}
