package portal

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	core "throughline/internal/portal"
	"throughline/internal/problem"
)

// What stands for the whole list.
const (
	allAgree  = "agree"
	allRefuse = "refuse"
	oneByOne  = "each"
)

// answer takes what somebody wrote behind a link.
func answer(v *view) error {
	if !v.live() {
		return problem.NotFound("link", "")
	}
	if v.link().Purpose == core.Invitation {
		return v.accept()
	}
	if v.how == core.Nobody {
		return v.r.Go(v.path(""))
	}
	name, do := "evaluation.sign-off", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Respond(ctx, tx, core.Reply{Link: v.link().ID, Answer: v.r.FormValue("answer")})
		return err
	}
	if v.link().Purpose == core.Question {
		name = "portal.answer"
	} else {
		in, err := v.answers()
		if err != nil {
			return err
		}
		do = func(ctx context.Context, tx *journal.Tx) error {
			_, err := core.Sign(ctx, tx, in)
			return err
		}
	}
	if _, err := v.r.House.Journal.Write(v.r.Ctx(), v.actor(), name, do); err != nil {
		return err
	}
	return v.r.Go(v.path(""))
}

// answers reads the form. What counts are the wordings that it showed: one that changed while the
// page was read fails the act, and is not left out in silence.
func (v *view) answers() (core.Answers, error) {
	in := core.Answers{Link: v.link().ID, How: v.how, Marks: map[string]core.Answer{}, Addition: v.r.FormValue("addition"), ByHand: v.r.House.ByHand(v.home)}
	var c problem.Check
	if v.r.FormValue("all") == "" {
		return in, chooseOne(v.w)
	}
	for _, id := range v.r.PostForm["shown"] {
		a := core.Answer{}
		switch v.r.FormValue("all") {
		case allAgree:
			a.Word = core.Agrees
		case allRefuse:
			a.Word = core.Refuses
		case oneByOne:
			a.Word, a.Caveat = v.r.FormValue("item."+id), v.r.FormValue("caveat."+id)
			due, err := clock.ParseDate(v.r.FormValue("due." + id))
			c.Fail(err == nil, "due."+id, "%s", v.w.NeedDate)
			a.Due = due
		}
		in.Marks[id] = a
	}
	return in, c.Err()
}

func chooseOne(w *core.Words) error {
	return &problem.Error{Kind: problem.Invalid, What: w.NotDone, Fields: []problem.Field{{Name: "all", What: w.ChooseAnswer}}}
}

// accept sets the first password of one of ours. The link is used up first, so that of two at once
// one sets it.
func (v *view) accept() error {
	password := v.r.FormValue("password")
	if err := auth.CheckPassword(password); err != nil {
		return err
	}
	if err := auth.MayGivePassword(v.r.Ctx(), v.r.House.Journal.DB, v.home.ID, v.to.Mail); err != nil {
		return err
	}
	if _, err := v.r.House.Journal.Write(v.r.Ctx(), v.actor(), "portal.accept", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Accept(ctx, tx, v.link().ID)
		return err
	}); err != nil {
		return err
	}
	if err := auth.GivePassword(v.r.Ctx(), v.r.House.Journal.DB, v.home.ID, v.to.Mail, password); err != nil {
		return err
	}
	return v.r.Go("/sign-in")
}
