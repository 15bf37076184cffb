package thread

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/portal"
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// questionView is a question with whom it was sent to by mail, and who could be asked.
type questionView struct {
	r     *kit.Request
	q     core.Question
	links []portal.Link // that wait, the latest first
	who   kit.People
}

func (v *questionView) load() error {
	names, err := v.r.Names()
	if err != nil {
		return err
	}
	v.who.Names = names
	all, err := journal.List[portal.Link](v.r.Ctx(), v.r.Reader, v.q.Deal)
	if err != nil {
		return err
	}
	for _, l := range all {
		if l.Question == v.q.ID && l.UsedAt.IsZero() && l.RevokedAt.IsZero() {
			v.links = append([]portal.Link{l}, v.links...)
		}
	}
	if v.who.Ours, err = auth.People(v.r.Ctx(), v.r.Reader); err != nil {
		return err
	}
	v.who.Theirs, err = account.Named(v.r.Ctx(), v.r.Reader, v.q.Deal)
	return err
}

func (v *questionView) open() bool { return v.q.AnsweredAt.IsZero() && v.r.May(auth.Promise) }

// sentWords says to whom a link went and how it stands.
func (v *questionView) sentWords(l portal.Link) string {
	state := "not answered yet"
	if l.Expired(v.r.Now()) {
		state = "ran out on " + v.r.Day(l.ExpiresAt.In(v.r.Zone()))
	}
	return fmt.Sprintf("Sent to %s on %s, %s.", v.who.Names.Of(l.Recipient), v.r.Moment(l.SentAt), state)
}

func (v *questionView) sentActs(l portal.Link) []look.Act {
	return []look.Act{{Label: "Letter", Kind: look.Ghost, Href: v.r.DealPath("letters/" + l.Letter)},
		{Label: "Take back", Kind: look.Ghost, Post: v.r.DealPath("links/" + l.ID + "/revoke"), Hidden: []look.Hidden{{Name: "next", Value: v.r.DealPath("questions/" + v.q.ID)}}}}
}

// sendQuestion sends a question by mail, to be answered on a page without an account.
func sendQuestion(r *kit.Request) error {
	q, err := questionOf(r)
	if err != nil {
		return err
	}
	var in portal.NewQuestion
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal, in.Question, in.ByHand = r.Deal.ID, q.ID, r.House.ByHand(r.Home)
	var l portal.Link
	if err := r.Act("portal.ask", func(ctx context.Context, tx *journal.Tx) (err error) {
		l, err = portal.SendQuestion(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	if l.ByHand {
		return r.Done(r.DealPath("letters/" + l.Letter))
	}
	return r.Done(r.DealPath("questions/" + q.ID))
}
