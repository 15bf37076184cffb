package evaluation

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// word is the last of what one stakeholder signed about one requirement.
type word struct {
	signOff SignOff
	item    Item
	decides bool // has the technical decision, now or when they signed
}

// signed is, for each requirement, the last word of each stakeholder that still holds: not
// withdrawn, and of the meaning the requirement has now.
type signed map[string][]word

func gatherSigned(ctx context.Context, src journal.Source, deal string) (signed, error) {
	all, err := journal.List[SignOff](ctx, src, deal)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	holders, err := journal.List[account.Stakeholder](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	requirements, err := thread.Requirements(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	return lastWords(all, deciders(holders), requirements), nil
}

func deciders(holders []account.Stakeholder) map[string]bool {
	out := map[string]bool{}
	for _, h := range holders {
		if h.Decides {
			out[h.Contact] = true
		}
	}
	return out
}

func lastWords(all []SignOff, decides map[string]bool, requirements []thread.Requirement) signed {
	meaning := map[string]int{}
	for _, r := range requirements {
		meaning[r.ID] = r.Meaning
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].At.Before(all[j].At) })
	out := signed{}
	for _, s := range all {
		if !s.WithdrawnAt.IsZero() {
			continue
		}
		for _, it := range s.Items {
			if it.Meaning == meaning[it.Requirement] {
				out.say(it.Requirement, word{s, it, s.Decides || decides[s.Contact]})
			}
		}
	}
	return out
}

// say puts a later word of a stakeholder in place of their earlier one.
func (s signed) say(requirement string, w word) {
	words := s[requirement]
	for i := range words {
		if words[i].signOff.Contact == w.signOff.Contact {
			words = append(words[:i:i], words[i+1:]...)
			break
		}
	}
	s[requirement] = append(words, w)
}

// heeded are the words that decide over a requirement: those of who has the technical
// decision, when there are any, else everybody's.
func (s signed) heeded(requirement string) []word {
	var deciding []word
	for _, w := range s[requirement] {
		if w.decides {
			deciding = append(deciding, w)
		}
	}
	if len(deciding) > 0 {
		return deciding
	}
	return s[requirement]
}

// tellWon: a stakeholder's agreement to the present meaning reaches won, a refusal fails it.
func tellWon(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	s, err := gatherSigned(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := make([]thread.Verdict, 0, len(s))
	for requirement := range s {
		v := thread.Verdict{Requirement: requirement, Station: thread.Won, State: thread.Reached}
		words := s.heeded(requirement)
		sort.SliceStable(words, func(i, j int) bool { return words[i].signOff.Agrees() && !words[j].signOff.Agrees() })
		for _, w := range words {
			if !w.signOff.Agrees() {
				v.State = thread.Failed
			}
			v.At, v.By = w.signOff.At, w.signOff.Contact
			v.Evidence = append(v.Evidence, w.evidence())
		}
		out = append(out, v)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Requirement < out[j].Requirement })
	return out, nil
}

func (w word) evidence() thread.Evidence {
	verb := map[string]string{Agreement: "Agreed to", Caveated: "Agreed to", Refusal: "Refused"}[w.signOff.Decision]
	text := fmt.Sprintf("%s in writing (%s): “%s”", verb, w.signOff.Proof, w.item.Wording)
	if w.item.Caveat != "" {
		text += ", with a caveat"
	}
	return thread.Evidence{Kind: signOffKind.Name, ID: w.signOff.ID, Text: text}
}
