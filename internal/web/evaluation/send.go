package evaluation

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/portal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// send asks a stakeholder to sign off by a link.
func send(r *kit.Request) error {
	var in portal.NewSignOff
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal, in.ByHand = r.Deal.ID, r.House.ByHand(r.Home)
	var l portal.Link
	if err := r.Act("portal.ask-sign-off", func(ctx context.Context, tx *journal.Tx) (err error) {
		l, err = portal.SendSignOff(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	if l.ByHand {
		return r.Done(r.DealPath("letters/" + l.Letter))
	}
	return done(r, signOffsView, "")
}

// sent is one link with whom it went to and what became of its letter.
type sent struct {
	portal.Link
	to      string
	state   string
	tone    look.Tone
	changed int
}

// links are those sent for sign-off that wait, the latest first; what was signed stands as a sign-off.
func (v *view) links() ([]sent, error) {
	all, err := journal.List[portal.Link](v.r.Ctx(), v.r.Reader, v.r.Deal.ID)
	if err != nil {
		return nil, err
	}
	var out []sent
	for i := len(all) - 1; i >= 0; i-- {
		l := all[i]
		if l.Purpose != portal.SignOff || !l.UsedAt.IsZero() || !l.RevokedAt.IsZero() {
			continue
		}
		s, err := v.sent(l)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func (v *view) sent(l portal.Link) (sent, error) {
	s := sent{Link: l, to: v.who(l.Recipient), state: "not answered yet", tone: look.Wait}
	letter, err := journal.Load[mail.Letter](v.r.Ctx(), v.r.Reader, l.Letter)
	if err != nil {
		return s, err
	}
	wordings, err := portal.Wordings(v.r.Ctx(), v.r.Reader, l)
	if err != nil {
		return s, err
	}
	s.changed = portal.Changed(wordings)
	switch {
	case l.Expired(v.r.Now()):
		s.state, s.tone = "ran out", look.Break
	case letter.State == mail.Returned:
		s.state, s.tone = "the letter came back", look.Break
	case s.changed > 0:
		s.state, s.tone = kit.Counted(s.changed, "wording", "wordings")+" changed since", look.Break
	case letter.State == mail.Waiting && l.ByHand:
		s.state = "to be sent by " + v.who(l.SentBy)
	case letter.State == mail.Waiting:
		s.state = "on its way"
	}
	return s, nil
}

func (v *view) sentNote(s sent) string {
	return fmt.Sprintf("%s, by %s on %s, opens until %s", kit.Counted(len(s.Items), "wording", "wordings"), v.who(s.SentBy), v.r.Moment(s.SentAt), v.r.Day(s.ExpiresAt.In(v.r.Zone())))
}

func (v *view) sentActs(s sent) []look.Act {
	out := []look.Act{{Label: "Letter", Kind: look.Ghost, About: "to " + s.to, Href: v.r.DealPath("letters/" + s.Letter)}}
	if v.may() {
		out = append(out, look.Act{Label: "Take back", Kind: look.Ghost, About: "the link for " + s.to, Post: v.r.DealPath("links/" + s.ID + "/revoke"), Hidden: []look.Hidden{{Name: "next", Value: v.to(signOffsView, "", "")}}})
	}
	return out
}

// reachable are the stakeholders with an address to write to.
func (v *view) reachable() (kit.People, error) {
	ids := make([]string, 0, len(v.holders))
	for _, h := range v.holders {
		ids = append(ids, h.Contact)
	}
	contacts, err := journal.Several[account.Contact](v.r.Ctx(), v.r.Reader, ids)
	with := map[string]bool{}
	for _, c := range contacts {
		with[c.ID] = c.ErasedAt.IsZero() && c.Email.String() != ""
	}
	out := kit.People{Names: v.names}
	for _, h := range v.holders {
		if with[h.Contact] {
			out.Theirs = append(out.Theirs, h)
		}
	}
	return out, err
}

// sendable are the wordings that can be sent, as ticks.
func (v *view) sendable() (out []look.Option, all []string) {
	for _, s := range v.signings() {
		out = append(out, look.Option{Value: s.Requirement.ID, Label: s.Key + " " + s.wording})
		all = append(all, s.Requirement.ID)
	}
	return out, all
}
