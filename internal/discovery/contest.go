package discovery

import (
	"context"
	"fmt"
	"math"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// contest looks at the facts of one name: where two people of the customer say different
// numbers and none is verified, all of them are contested and one question is put to the
// deal's SE; where they no longer do, they are as stated again.
func contest(ctx context.Context, tx *journal.Tx, deal account.Opportunity, about string) error {
	all, err := Facts(ctx, tx, deal.ID)
	if err != nil {
		return err
	}
	var same []*Fact
	question := ""
	for i := range all {
		f := &all[i]
		if f.about() != about || f.ReplacedBy != "" {
			continue
		}
		if f.State == Verified {
			return nil
		}
		same = append(same, f)
		if question == "" {
			question = f.Question
		}
	}
	fights := quarrels(same)
	if len(fights) > 0 {
		if question, err = askWhich(ctx, tx, deal, question, same, fights); err != nil {
			return err
		}
	}
	for i, f := range same {
		switch {
		case fights[i]:
			f.State, f.Question = Contested, question
		case f.State == Contested:
			f.State = Stated
		}
		if err := journal.Update(ctx, tx, f); err != nil {
			return err
		}
	}
	if len(fights) == 0 && question != "" {
		return settleQuestions(ctx, tx, map[string]bool{question: true}, "The numbers no longer differ.")
	}
	return nil
}

// quarrels are the places of the facts whose numbers differ from what another person said.
func quarrels(facts []*Fact) map[int]bool {
	out := map[int]bool{}
	for i, f := range facts {
		for j, g := range facts[:i] {
			if f.SaidBy == "" || g.SaidBy == "" || f.SaidBy == g.SaidBy {
				continue
			}
			a, ok := f.number()
			b, also := g.number()
			if !ok || !also {
				continue
			}
			if b, err := thread.Convert(b, g.Unit, f.Unit); err == nil && math.Abs(a-b) > 1e-9*math.Max(math.Abs(a), math.Abs(b)) {
				out[i], out[j] = true, true
			}
		}
	}
	return out
}

// askWhich puts the question once. It names numbers and no person: it is our own words, which
// stay when a person is erased.
func askWhich(ctx context.Context, tx *journal.Tx, deal account.Opportunity, asked string, facts []*Fact, fights map[int]bool) (string, error) {
	if asked != "" {
		q, err := journal.Load[thread.Question](ctx, tx, asked)
		if err != nil || q.AnsweredAt.IsZero() {
			return asked, err
		}
	}
	var said []string
	for i, f := range facts {
		if fights[i] {
			said = append(said, f.Amount())
		}
	}
	q := thread.Question{Row: journal.Row{Deal: deal.ID}, AskedOf: orElse(deal.SE, tx.Actor.Person),
		Words: short(fmt.Sprintf("The customer's people say different numbers for “%s”: %s. Ask each of them, and verify the one that holds.", facts[0].Name, strings.Join(said, ", ")), 2000)}
	err := thread.Ask(ctx, tx, &q)
	return q.ID, err
}
