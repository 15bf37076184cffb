package portal

import (
	"context"
	"embed"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/mail"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Area is the portal's plug; letters, which lie on the ground, speak through it.
func Area() area.Area {
	return area.Area{
		Name:       "portal",
		Migrations: migrations,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			linkKind.Name: describeLink, "letter": describeLetter,
		},
		Inbox: waiting,
		Acts: map[string]string{
			"portal.ask-sign-off": "asked for a sign-off by mail", "portal.ask": "asked a question by mail", "portal.invite": "invited somebody by mail", "portal.revoke": "took a link back",
			"portal.code": "asked for a code", "portal.accept": "accepted an invitation", "portal.answer": "answered a question by a link",
			"letter.sent": "had a letter sent", "letter.returned": "had a letter come back", "letter.settled": "saw to a letter", "letter.hand": "sent a letter by hand",
		},
		Final: []string{"portal.ask-sign-off", "portal.ask", "portal.invite", "portal.revoke", "portal.code", "portal.accept", "portal.answer",
			"letter.sent", "letter.returned", "letter.settled", "letter.hand"},
	}
}

func describeLink(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	l, err := journal.Load[Link](ctx, src, id)
	return area.Card{Kind: linkKind.Name, ID: id, Deal: l.Deal, Title: "A link for " + l.purpose(), Path: l.path()}, err
}

func describeLetter(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	l, err := journal.Load[mail.Letter](ctx, src, id)
	return area.Card{Kind: "letter", ID: id, Deal: l.Deal, Title: "A letter: " + l.Subject.String(), Path: "letters/" + id}, err
}

func (l Link) purpose() string {
	switch l.Purpose {
	case Question:
		return "a question"
	case Invitation:
		return "a first password"
	}
	return "a sign-off"
}

// path is the page below the deal's where the link is seen.
func (l Link) path() string {
	if l.Purpose == Question {
		return "questions/" + l.Question
	}
	return "evaluation?view=sign-offs"
}

var openOf = journal.Where[Link](linkKind, "sent_by = $2 AND used_at = 0 AND revoked_at = 0 AND purpose <> 'invitation' ORDER BY id DESC LIMIT 20")

// waiting lists letters that came back or wait to be copied, and links whose wordings have changed,
// that ran out, or that are locked.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) ([]area.Waiting, error) {
	var out []area.Waiting
	back, err := mail.ReturnedTo(ctx, r, person)
	if err != nil {
		return nil, err
	}
	for _, l := range back {
		out = append(out, area.Waiting{Deal: l.Deal, Verb: "See", Path: "letters/" + l.ID, Since: clock.DateOf(l.StateAt.Time()),
			What: fmt.Sprintf("Your letter to %s came back: %s", l.Name, area.Clip(l.Why))})
	}
	copied, err := mail.ByHand(ctx, r, person)
	if err != nil {
		return nil, err
	}
	for _, l := range copied {
		out = append(out, area.Waiting{Deal: l.Deal, Verb: "Send", Path: "letters/" + l.ID, Since: clock.DateOf(l.WrittenAt.Time()),
			What: fmt.Sprintf("A letter to %s waits to be sent by you: %s", l.Name, area.Clip(l.Subject.String()))})
	}
	open, err := openOf.List(ctx, r, person)
	if err != nil {
		return nil, err
	}
	for _, l := range open {
		line, waits, err := stuck(ctx, r, l)
		if err != nil {
			return nil, err
		}
		if waits {
			out = append(out, line)
		}
	}
	return out, nil
}

// stuck says what keeps an open link from being answered.
func stuck(ctx context.Context, r *journal.Reader, l Link) (line area.Waiting, waits bool, err error) {
	to, err := ReachOf(ctx, r, l)
	if err != nil {
		return line, false, nil //nolint:nilerr // whom it was sent to was erased: nobody waits
	}
	line = area.Waiting{Deal: l.Deal, Verb: "Send anew", Path: l.path(), Since: clock.DateOf(l.SentAt.Time())}
	if l.Purpose == SignOff && l.Live(clock.Now(ctx)) {
		all, err := Wordings(ctx, r, l)
		if n := Changed(all); err != nil || n > 0 {
			line.What = fmt.Sprintf("%d of the %d wordings you sent to %s for sign-off changed since.", n, len(all), to.Name)
			return line, true, err
		}
	}
	c, err := CodeOf(ctx, r, l)
	switch {
	case err != nil:
		return line, false, err
	case l.Expired(clock.Now(ctx)):
		line.What, line.Since = fmt.Sprintf("%s did not answer the link you sent for %s before it ran out.", to.Name, l.purpose()), clock.DateOf(l.ExpiresAt.Time())
		return line, true, nil
	case c.Locked():
		line.What = fmt.Sprintf("The link to %s for %s is locked after five wrong codes.", to.Name, l.purpose())
		return line, true, nil
	}
	return line, false, nil
}
