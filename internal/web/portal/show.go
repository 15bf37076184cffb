package portal

import (
	"context"
	"mime"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// show draws what the link shows this browser. It changes nothing.
func show(v *view) error {
	switch {
	case v.link().Purpose == core.Invitation:
		if !v.live() {
			return problem.NotFound("link", "")
		}
		return v.r.Draw(invitePage(v))
	case v.how == core.Nobody:
		return v.stranger()
	case !v.link().UsedAt.IsZero():
		return v.used()
	case !v.live():
		return problem.NotFound("link", "")
	case v.link().Purpose == core.Question:
		return v.question()
	}
	return v.signOff()
}

// again draws the page under the problem of its form.
func again(r *kit.Request) error { return behind(show)(r) }

// stranger is a browser that is not tied to the link: it is offered to open it, or asked for a code.
func (v *view) stranger() error {
	if !v.live() {
		return problem.NotFound("link", "")
	}
	asks, err := core.AsksCode(v.r.Ctx(), v.src, v.visit)
	if err != nil {
		return err
	}
	if !asks {
		return v.r.Draw(openPage(v))
	}
	c, err := core.CodeOf(v.r.Ctx(), v.src, v.link())
	if err != nil {
		return err
	}
	return v.r.Draw(codePage(v, c))
}

// enter ties the browser to the link when it is the first; any other comes to the code.
func enter(v *view) error {
	if !v.live() {
		return problem.NotFound("link", "")
	}
	if v.how == core.Nobody {
		v.mark()
		if err := core.Enter(v.r.Ctx(), v.r.House.Journal, v.visit); err != nil && problem.Of(err) != problem.Refused {
			return err
		}
	}
	return v.r.Go(v.path(""))
}

func sendCode(v *view) error {
	if !v.live() {
		return problem.NotFound("link", "")
	}
	if v.how != core.Nobody {
		return v.r.Go(v.path(""))
	}
	if _, err := v.r.House.Journal.Write(v.r.Ctx(), v.actor(), "portal.code", func(ctx context.Context, tx *journal.Tx) error {
		return core.SendCode(ctx, tx, v.link(), v.r.House.ByHand(v.home))
	}); err != nil {
		return err
	}
	return v.r.Go(v.path(""))
}

func enterCode(v *view) error {
	if !v.live() {
		return problem.NotFound("link", "")
	}
	v.mark()
	if err := core.EnterCode(v.r.Ctx(), v.r.House.Journal, v.visit, digits(v.r.FormValue("code"))); err != nil {
		return err
	}
	return v.r.Go(v.path(""))
}

// digits are the figures of a code, however it was spaced.
func digits(s string) string {
	out := make([]rune, 0, 6)
	for _, r := range s {
		if r >= '0' && r <= '9' && len(out) < 12 {
			out = append(out, r)
		}
	}
	return string(out)
}

func (v *view) actor() journal.Actor { return core.Actor(v.link(), v.to.Name) }

// sender is the name of whoever sent the link.
func (v *view) sender() string {
	p, err := journal.Load[auth.Person](v.r.Ctx(), v.src, v.link().SentBy)
	if err != nil {
		v.r.Site.Log.Warn("the sender of a link has no name", "error", err)
	}
	return p.Name
}

// deal is the name of the deal a link is about.
func (v *view) deal() (account.Opportunity, error) {
	return journal.Load[account.Opportunity](v.r.Ctx(), v.src, v.link().Deal)
}

func (v *view) signOff() error {
	all, err := core.Wordings(v.r.Ctx(), v.src, v.link())
	if err != nil {
		return err
	}
	deal, err := v.deal()
	if err != nil {
		return err
	}
	return v.r.Draw(signPage(v, deal.Name, v.sender(), all))
}

func (v *view) question() error {
	q, err := journal.Load[thread.Question](v.r.Ctx(), v.src, v.link().Question)
	if err != nil {
		return err
	}
	if !q.AnsweredAt.IsZero() {
		return v.r.Draw(notePage(v.w, v.w.QuestionTitle, v.w.AnsweredBefore))
	}
	deal, err := v.deal()
	if err != nil {
		return err
	}
	return v.r.Draw(questionPage(v, deal.Name, v.sender(), q.Words))
}

// used shows what came of the link, to the browser it is tied to.
func (v *view) used() error {
	if v.link().Purpose == core.Question {
		return v.r.Draw(donePage(v, v.sender()))
	}
	return v.r.Draw(receiptPage(v))
}

// text is what was agreed to, as the file whose hash the receipt names.
func text(v *view) error {
	l := v.link()
	if v.how == core.Nobody || l.UsedAt.IsZero() || l.Agreed.IsZero() || l.Agreed.Gone() {
		return problem.NotFound("link", "")
	}
	h := v.r.Writer().Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "sign-off.txt"}))
	h.Set("Cache-Control", "no-store")
	_, err := v.r.Writer().Write([]byte(l.Agreed.String()))
	return err
}
