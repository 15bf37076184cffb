package portal

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/problem"
	"throughline/internal/store"
)

const (
	codeHolds  = 15 * time.Minute
	codeRests  = time.Minute // between two codes of a link
	mostCodes  = 10          // of one link, ever
	mostWrong  = 5           // then no browser can be added to the link
	codeDigits = 1_000_000
)

// Code is how the code of a link stands. It is kept beside the journal and forgotten with the link.
type Code struct {
	Hash   string
	Until  clock.Instant
	Tries  int
	Sent   int
	SentAt clock.Instant
}

// Locked says whether too many wrong codes were written.
func (c Code) Locked() bool { return c.Tries >= mostWrong }

// Left is how many tries are left.
func (c Code) Left() int { return max(mostWrong-c.Tries, 0) }

// Waits says whether a code was sent that still holds.
func (c Code) Waits(now clock.Instant) bool { return c.Hash != "" && now.Before(c.Until) }

var (
	codeOf   = store.SQL(`SELECT hash, until, tries, sent, sent_at FROM portal_code WHERE workspace = $1 AND link = $2`)
	keepCode = store.SQL(`INSERT INTO portal_code (link, workspace, hash, until, tries, sent, sent_at) VALUES ($1, $2, $3, $4, 0, 1, $5)
		ON CONFLICT (link) DO UPDATE SET hash = excluded.hash, until = excluded.until, sent = portal_code.sent + 1, sent_at = excluded.sent_at`)
	countTry = store.SQL(`UPDATE portal_code SET tries = tries + 1 WHERE workspace = $1 AND link = $2 AND tries < $3`)
	endCode  = store.SQL(`UPDATE portal_code SET hash = '', tries = 0 WHERE workspace = $1 AND link = $2`)
)

// CodeOf is how the code of a link stands.
func CodeOf(ctx context.Context, r *journal.Reader, l Link) (Code, error) {
	c, _, err := store.One[Code](ctx, r.Q, codeOf, r.Workspace, l.ID)
	return c, err
}

// SendCode writes a letter with a fresh code to the address that the link was sent to.
func SendCode(ctx context.Context, tx *journal.Tx, l Link, byHand bool) error {
	c, err := CodeOf(ctx, tx.Reader, l)
	if err != nil {
		return err
	}
	now, w := tx.Now(), In(l.Language)
	switch {
	case !l.Live(now):
		return problem.NotFound("link", "")
	case c.Locked():
		return problem.New(problem.Busy, "%s", w.CodeLocked)
	case c.Sent >= mostCodes, c.Sent > 0 && now.Before(c.SentAt.Add(codeRests)):
		return problem.New(problem.Busy, "%s", w.CodeSoon)
	}
	n, err := rand.Int(rand.Reader, big.NewInt(codeDigits))
	if err != nil {
		return err
	}
	code := fmt.Sprintf("%06d", n)
	to, err := ReachOf(ctx, tx, l)
	if err != nil {
		return err
	}
	subject, words := w.codeLetter(to.Name)
	if _, err := mail.Write(ctx, tx, mail.NewLetter{Deal: l.Deal, Purpose: "code", Recipient: l.Recipient, Name: to.Name, Address: to.Mail, Subject: subject, Words: words,
		Secret: code, Sender: l.SentBy, About: l.ID, Language: l.Language, Automatic: true, ByHand: byHand}); err != nil {
		return err
	}
	return tx.Derive(ctx, keepCode, l.ID, tx.Workspace, hashOf(l.ID+code), now.Add(codeHolds), now)
}

// EnterCode ties the browser to the link when the code is right. Each try counts before it is
// looked at, so that many at once are not more than five.
func EnterCode(ctx context.Context, j *journal.Journal, v Visit, code string) error {
	w := In(v.Link.Language)
	var fault error
	err := j.DB.Housekeeping(ctx, store.Doors, func(work *store.Work) error {
		fault = nil
		res, err := work.ExecContext(ctx, string(countTry), v.Link.Workspace, v.Link.ID, mostWrong)
		if err != nil {
			return err
		}
		counted, err := res.RowsAffected()
		if err != nil {
			return err
		}
		c, there, err := store.One[Code](ctx, work, codeOf, v.Link.Workspace, v.Link.ID)
		switch {
		case err != nil:
			return err
		case there && counted == 0:
			fault = problem.New(problem.Busy, "%s", w.CodeLocked)
			return nil
		case !there || !c.Waits(clock.Now(ctx)):
			fault = wrong(w.CodeOld)
			return nil
		case subtle.ConstantTimeCompare([]byte(hashOf(v.Link.ID+code)), []byte(c.Hash)) != 1:
			fault = wrong(fmt.Sprintf(w.CodeWrong, c.Left()))
			if c.Locked() {
				fault = problem.New(problem.Busy, "%s", w.CodeLocked)
			}
			return nil
		}
		if _, err := tieTo(ctx, work, v, hashOf(v.Mark)); err != nil {
			return err
		}
		return work.Later(ctx, endCode, v.Link.Workspace, v.Link.ID)
	})
	if err != nil {
		return err
	}
	return fault
}

func wrong(words string) error {
	return &problem.Error{Kind: problem.Invalid, What: words, Fields: []problem.Field{{Name: "code", What: words}}}
}
