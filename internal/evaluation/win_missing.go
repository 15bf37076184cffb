package evaluation

import (
	"fmt"
	"sort"
	"strings"

	"throughline/internal/thread"
)

// missing lists what stands between here and achieved, each with who could close it.
func (f facts) missing(s *WinStatus) []Missing {
	out := f.withoutGround(s)
	out = append(out, f.unproven()...)
	out = append(out, f.weight(s)...)
	out = append(out, f.unsigned(s)...)
	return append(out, f.openCaveats()...)
}

// seller is who of ours closes what nobody else does.
func (f facts) seller() string { return firstWord(f.picture.Facts.Deal.SE, "SE") }

func (f facts) withoutGround(s *WinStatus) (out []Missing) {
	for _, m := range s.Musts {
		if len(m.Grounds) > 0 || m.Requirement == "" { // a criterion of its own is told as such
			continue
		}
		what := m.Key + " has no ground: no criterion of it passed, no demo showed it, no answer affirms it, and no reference or use is recorded."
		if m.Caveat || m.Waived {
			what = m.Key + " stands without a ground, as " + map[bool]string{true: "a signed caveat.", false: "a waiver."}[m.Caveat]
		}
		out = append(out, Missing{What: what, Who: f.seller(), Conditional: !m.Waived && !m.Caveat, Kind: "requirement", ID: m.Requirement, Keys: []string{m.Key}})
	}
	return out
}

func (f facts) unproven() (out []Missing) {
	for _, t := range f.trials {
		if t.Outcome == Passed || t.Waived(f.picture.Facts.Today) {
			continue
		}
		c := t.Criterion
		what := t.says() + ". Run it again, or have it waived by the customer."
		if t.Outcome == NotRun {
			what = t.says() + ". Run it, or have it waived by the customer."
		}
		if !c.Locked() && c.CountsFrom.IsZero() {
			what = fmt.Sprintf("%s: %s, not locked, so no result of it counts. Lock it, then run it.", c.Key(), c.asks())
		}
		out = append(out, Missing{What: what, Who: firstWord(c.RunBy, firstWord(t.Evaluation.Owner, f.seller())), Conditional: c.Requirement == "" && c.Must,
			Kind: criterionKind.Name, ID: c.ID, Keys: []string{c.Key()}})
	}
	return out
}

// weight compares the share that passed with the settings, in whole numbers: 16 of 20 is 80 %.
func (f facts) weight(s *WinStatus) []Missing {
	if s.TotalWeight == 0 {
		return f.share(s)
	}
	if s.PassedWeight*100 >= s.AchievedPercent*s.TotalWeight {
		return nil
	}
	return []Missing{{What: fmt.Sprintf("%s of the criteria's weight passed (%d of %d); %d %% are needed, %d %% for a conditional win.",
		percent(float64(s.PassedWeight)/float64(s.TotalWeight)), s.PassedWeight, s.TotalWeight, s.AchievedPercent, s.ConditionalPercent),
		Who: f.seller(), Conditional: s.PassedWeight*100 < s.ConditionalPercent*s.TotalWeight, Kind: evaluationKind.Name}}
}

// share is the rule without criteria: enough of the musts have a ground.
func (f facts) share(s *WinStatus) []Missing {
	n := len(s.Musts)
	if n == 0 || s.Grounded*100 >= s.ConditionalPercent*n {
		return nil
	}
	return []Missing{{What: fmt.Sprintf("%d of %d musts have a ground; without criteria %d %% of them are needed for a conditional win.", s.Grounded, n, s.ConditionalPercent),
		Who: f.seller(), Conditional: true, Kind: "requirement"}}
}

// unsigned is what who has the technical decision has not agreed to in writing.
func (f facts) unsigned(s *WinStatus) (out []Missing) {
	who := ""
	for _, h := range f.holders {
		if h.Decides && who == "" {
			who = h.Contact
		}
	}
	if who == "" && !f.anyDecided() {
		return []Missing{{What: "No stakeholder of the deal has the technical decision. Mark who has it.", Who: f.seller(), Conditional: true, Kind: "stakeholder"}}
	}
	var refused, open []string
	for _, m := range s.Musts {
		switch {
		case m.Refused:
			refused = append(refused, m.Key)
		case !m.Agreed:
			open = append(open, m.Key)
		}
	}
	if len(refused) > 0 {
		out = append(out, Missing{What: "Refused in writing: " + strings.Join(refused, ", ") + ".", Who: who, Conditional: true, Kind: signOffKind.Name, Keys: refused})
	}
	if len(open) > 0 {
		out = append(out, Missing{What: "Who has the technical decision has not agreed in writing, as they are worded now, to " + strings.Join(open, ", ") + ".",
			Who: who, Conditional: true, Kind: signOffKind.Name, Keys: open})
	}
	if len(s.Musts) == 0 && !f.anyDecided() {
		out = append(out, Missing{What: "There is no must, and who has the technical decision has agreed to nothing in writing.", Who: who, Conditional: true, Kind: signOffKind.Name})
	}
	return out
}

// anyDecided says whether somebody with the technical decision agreed to anything that holds.
func (f facts) anyDecided() bool {
	for _, words := range f.signed {
		for _, w := range words {
			if w.decides && w.signOff.Agrees() {
				return true
			}
		}
	}
	return false
}

// openCaveats are the conditions under which the technical decision agreed, not met yet: with
// one open, or broken, the agreement is not whole.
func (f facts) openCaveats() (out []Missing) {
	for _, words := range f.signed {
		for _, w := range words {
			p, ok := f.promise(w.item.Caveat)
			if !ok || !w.decides || p.State == thread.PromiseKept || p.State == thread.PromiseVoid {
				continue
			}
			key := fmt.Sprintf("P%d", p.Number)
			what := key + " is a caveat of the sign-off and still open."
			if p.State == thread.PromiseBroken {
				what = key + " is a caveat of the sign-off and was broken."
			}
			out = append(out, Missing{What: what, Who: firstWord(p.TakenBy, f.seller()), Kind: "promise", ID: p.ID, Keys: []string{key}})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// OneStep is the only thing that stands between an open win and a conditional one, if it is
// only one.
func (s WinStatus) OneStep() (Missing, bool) {
	var only []Missing
	for _, m := range s.Missing {
		if m.Conditional {
			only = append(only, m)
		}
	}
	if len(only) != 1 || s.State != WinOpen && s.State != WinClaimed {
		return Missing{}, false
	}
	return only[0], true
}
