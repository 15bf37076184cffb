package portal

import (
	"context"
	"net/url"

	"throughline/internal/journal"
	"throughline/internal/mail"
	core "throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// letterView is a letter for whoever sent it.
type letterView struct {
	r      *kit.Request
	letter mail.Letter
	words  string
	waits  bool // to be sent by this person
}

// letterOf loads a letter of the deal that the path names, or of none.
func letterOf(r *kit.Request) (mail.Letter, error) {
	l, err := journal.Load[mail.Letter](r.Ctx(), r.Reader, r.PathValue("id"))
	deal := ""
	if r.Deal != nil {
		deal = r.Deal.ID
	}
	if err == nil && l.Deal != deal {
		err = problem.NotFound("letter", r.PathValue("id"))
	}
	return l, err
}

func showLetter(r *kit.Request) error {
	l, err := letterOf(r)
	if err != nil {
		return err
	}
	v := &letterView{r: r, letter: l}
	if v.words, v.waits, err = mail.Copy(r.Ctx(), r.Reader, l, r.Person.ID, r.Base()); err != nil {
		return err
	}
	if r.Deal == nil {
		return r.Draw(letterPage(r.Shell("A letter", "/settings"), v))
	}
	shell, err := r.DealShell("A letter", "")
	if err != nil {
		return err
	}
	return r.Draw(letterPage(shell, v))
}

func (v *letterView) path(rest string) string {
	if v.r.Deal == nil {
		return "/settings/letters/" + v.letter.ID + rest
	}
	return v.r.DealPath("letters/" + v.letter.ID + rest)
}

// mailto opens the letter in the person's own mail program (RFC 6068).
func (v *letterView) mailto() string {
	q := url.Values{"subject": {v.letter.Subject.String()}, "body": {v.words}}
	return "mailto:" + url.PathEscape(v.letter.Address.String()) + "?" + spaced(q.Encode())
}

// spaced writes blanks as mail programs read them.
func spaced(query string) string {
	out := make([]byte, 0, len(query))
	for i := range len(query) {
		if query[i] == '+' {
			out = append(out, "%20"...)
		} else {
			out = append(out, query[i])
		}
	}
	return string(out)
}

func (v *letterView) state() (string, look.Tone) {
	switch v.letter.State {
	case mail.Sent:
		return "sent " + v.r.Moment(v.letter.StateAt), look.Good
	case mail.Returned:
		return "came back " + v.r.Moment(v.letter.StateAt), look.Break
	case mail.Settled:
		return "settled", look.Quiet
	}
	if v.waits {
		return "to be sent by you", look.Wait
	}
	return "waiting to be sent", look.Wait
}

func handOver(r *kit.Request) error { return step(r, "letter.hand", mail.HandOver) }

func settle(r *kit.Request) error { return step(r, "letter.settled", mail.Settle) }

func step(r *kit.Request, name string, do func(context.Context, *journal.Tx, mail.Handing) (mail.Letter, error)) error {
	l, err := letterOf(r)
	if err != nil {
		return err
	}
	in := mail.Handing{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = l.ID
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error {
		_, err := do(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	v := letterView{r: r, letter: l}
	return r.Done(v.path(""))
}

// revoke takes a link back.
func revoke(r *kit.Request) error {
	l, err := kit.OfDeal[core.Link](r, "link", r.PathValue("id"))
	if err != nil {
		return err
	}
	if err := r.Act("portal.revoke", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Revoke(ctx, tx, core.Revocation{ID: l.ID})
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.Back(r.DealPath("evaluation?view=sign-offs")))
}
