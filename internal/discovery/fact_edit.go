package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// FactEdit is what can be changed of a fact. A new value is no longer the verified one.
type FactEdit struct {
	ID         string
	Revision   int64
	Name       string     `json:"name"`
	Value      string     `json:"value"`
	Unit       string     `json:"unit"`
	State      FactState  `json:"state"`
	SaidBy     string     `json:"said_by"`
	ValidUntil clock.Date `json:"valid_until"`
}

// EditFact changes a fact.
func EditFact(ctx context.Context, tx *journal.Tx, in FactEdit) (Fact, error) {
	var k problem.Check
	checkFact(&k, in.Name, in.Value, in.Unit, in.State)
	k.Fail(in.State != Stated || in.SaidBy != "", "said_by", "Say who stated it, or keep it as assumed.")
	if err := k.Err(); err != nil {
		return Fact{}, err
	}
	f, deal, err := openFact(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return f, err
	}
	if in.SaidBy != "" {
		if _, err := journal.Load[account.Contact](ctx, tx, in.SaidBy); err != nil {
			return f, err
		}
	}
	was := f.about()
	same := f.Name == in.Name && f.Value == in.Value && f.Unit == in.Unit && f.SaidBy == in.SaidBy
	if !same || f.State == Assumed || f.State == Stated {
		f.State = in.State
		f.VerifiedBy, f.VerifiedHow, f.VerifiedAt = "", "", clock.Instant{}
	}
	f.Name, f.Value, f.Unit, f.SaidBy, f.ValidUntil = in.Name, in.Value, in.Unit, in.SaidBy, in.ValidUntil
	if err := journal.Update(ctx, tx, &f); err != nil {
		return f, err
	}
	for _, about := range []string{was, f.about()} {
		if err := contest(ctx, tx, deal, about); err != nil {
			return f, err
		}
	}
	return journal.Load[Fact](ctx, tx, f.ID)
}

// FactVerified is how a fact came to be known for certain.
type FactVerified struct {
	ID         string
	Revision   int64
	How        string     `json:"how"` // seen in their console, measured, in which document
	ValidUntil clock.Date `json:"valid_until"`
}

// VerifyFact says that a fact is certain. Others of the same name give way to it, and the
// question that they raised is answered.
func VerifyFact(ctx context.Context, tx *journal.Tx, in FactVerified) (Fact, error) {
	var k problem.Check
	k.Text("how", in.How, 500)
	if err := k.Err(); err != nil {
		return Fact{}, err
	}
	f, _, err := openFact(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return f, err
	}
	f.State, f.VerifiedBy, f.VerifiedHow, f.VerifiedAt, f.ReplacedBy = Verified, tx.Actor.Person, in.How, tx.Now(), ""
	if in.ValidUntil != "" {
		f.ValidUntil = in.ValidUntil
	}
	if err := journal.Update(ctx, tx, &f); err != nil {
		return f, err
	}
	all, err := Facts(ctx, tx, f.Deal)
	if err != nil {
		return f, err
	}
	questions := map[string]bool{f.Question: true}
	for i := range all {
		o := &all[i]
		if o.ID == f.ID || o.about() != f.about() || o.ReplacedBy != "" {
			continue
		}
		questions[o.Question] = true
		o.ReplacedBy = f.ID
		if o.State != Assumed {
			o.State = Stated
		}
		if err := journal.Update(ctx, tx, o); err != nil {
			return f, err
		}
	}
	return f, settleQuestions(ctx, tx, questions, f.String()+". Verified: "+in.How)
}

// settleQuestions answers those that are still open.
func settleQuestions(ctx context.Context, tx *journal.Tx, ids map[string]bool, answer string) error {
	for id := range ids {
		if id == "" {
			continue
		}
		q, err := journal.Load[thread.Question](ctx, tx, id)
		if problem.Of(err) == problem.Missing || err == nil && !q.AnsweredAt.IsZero() {
			continue
		}
		if err != nil {
			return err
		}
		if _, err := thread.AnswerQuestion(ctx, tx, id, 0, answer); err != nil {
			return err
		}
	}
	return nil
}

// RemoveFact takes a fact away. What gave way to it stands again.
func RemoveFact(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	f, deal, err := openFact(ctx, tx, id, 0)
	if err != nil {
		return err
	}
	if revision != 0 && revision != f.Revision {
		return &problem.Error{Kind: problem.Stale, Theirs: f, What: "This fact was changed while you were at it. Look again before you remove it."}
	}
	if err := journal.Delete(ctx, tx, &f); err != nil {
		return err
	}
	all, err := Facts(ctx, tx, f.Deal)
	if err != nil {
		return err
	}
	for i := range all {
		if all[i].ReplacedBy == id {
			all[i].ReplacedBy = ""
			if err := journal.Update(ctx, tx, &all[i]); err != nil {
				return err
			}
		}
	}
	return contest(ctx, tx, deal, f.about())
}

func openFact(ctx context.Context, tx *journal.Tx, id string, revision int64) (Fact, account.Opportunity, error) {
	f, err := journal.Load[Fact](ctx, tx, id)
	if err != nil {
		return f, account.Opportunity{}, err
	}
	deal, err := account.Deal(ctx, tx, f.Deal)
	if err != nil {
		return f, deal, err
	}
	if f, err = journal.Load[Fact](ctx, tx, id); err == nil && revision != 0 {
		f.Revision = revision
	}
	return f, deal, err
}
