package handoff

import (
	"throughline/internal/auth"
	core "throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// view is the room: the draft before the signature, the review after it.
type view struct {
	r      *kit.Request
	t      thread.Thread
	people []auth.Person
	// before the signature
	draft    core.Draft
	hidden   string // why the person may not see the draft yet
	proposed bool   // the CRM calls the deal won
	// after it
	review  *core.Review
	groups  []core.Group
	changes []core.Difference
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Handoff", "Handoff")
	if err != nil {
		return err
	}
	v := &view{r: r}
	if v.t, err = r.House.Thread(r.Ctx(), r.Reader, r.Deal.ID, r.Today()); err != nil {
		return err
	}
	if v.people, err = auth.People(r.Ctx(), r.Reader); err != nil {
		return err
	}
	review, signed, err := core.Load(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	if !signed {
		return v.showDraft(shell)
	}
	v.review, v.groups = review, review.Groups(core.Exceptions(&v.t.Picture))
	past, err := journal.AsOf(r.Ctx(), r.Reader, r.Deal.ID, review.FrozenAt)
	if err != nil {
		return err
	}
	if v.changes, err = core.Differences(r.Ctx(), past, r.Reader, r.Deal.ID); err != nil {
		return err
	}
	return r.Draw(reviewPage(shell, v))
}

func (v *view) showDraft(shell look.PageView) (err error) {
	if err := core.MayDraft(&v.t, v.r.Person.ID); err != nil {
		v.hidden = err.Error()
	}
	v.proposed = v.r.Deal.Stage == "Closed Won"
	if v.draft, err = core.DraftOf(v.r.Ctx(), v.r.Reader, &v.t); err != nil {
		return err
	}
	return v.r.Draw(draftPage(shell, v))
}

// receivers are whom a deal can be handed to: everyone who may receive, the SA first.
func (v *view) receivers() (out []look.Option) {
	for _, p := range v.people {
		if p.Active && auth.May(p.Role, auth.Receive) == nil {
			out = append(out, look.Option{Value: p.ID, Label: p.Name + ", " + string(p.Role)})
		}
	}
	return out
}

// decides says whether the person is the receiver, and so decides.
func (v *view) decides() bool {
	return v.review != nil && v.review.Receiver == v.r.Person.ID && v.r.May(auth.Receive)
}

// sells says whether the person answers for what was sold.
func (v *view) sells() bool { return v.r.May(auth.Sell) }
