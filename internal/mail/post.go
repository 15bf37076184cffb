package mail

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Post brings letters from the outbox to the mail server.
type Post struct {
	Journal *journal.Journal
	Server  *Server
	Base    string // the address people use, before the path of a link: https://throughline.example
	Log     *slog.Logger
	Every   time.Duration // how often it looks; 2 s when nothing is said
}

// pauses are how long a letter waits after each try that failed; after the last it is given up,
// some two days after the first.
var pauses = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour, 24 * time.Hour}

// claim is how long a letter is one process's to send; longer than any talk with a server.
const claim = 15 * time.Minute

// atOnce is how many due letters are looked up together.
const atOnce = 20

var (
	// dueLetters serves the program itself, for every workspace.
	dueLetters = store.SQL(`SELECT workspace, letter, secret, tries FROM outbox WHERE by_hand = $1 AND due_at <= $2 AND claimed_until <= $2 ORDER BY due_at LIMIT $3`)
	claimOne   = store.SQL(`UPDATE outbox SET claimed_until = $3, tries = tries + 1 WHERE workspace = $1 AND letter = $2 AND tries = $4 AND claimed_until <= $5`)
	putOff     = store.SQL(`UPDATE outbox SET due_at = $3, claimed_until = 0, error = $4 WHERE workspace = $1 AND letter = $2`)
)

type due struct {
	Workspace, Letter, Secret string
	Tries                     int
}

// Run sends what is due until the context ends.
func (p *Post) Run(ctx context.Context) {
	every := p.Every
	if every == 0 {
		every = 2 * time.Second
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		if _, err := p.Deliver(ctx); err != nil && ctx.Err() == nil {
			p.Log.Warn("the outbox could not be read", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Deliver tries every letter that is due once, and says how many the server took.
func (p *Post) Deliver(ctx context.Context) (sent int, err error) {
	now := clock.Now(ctx)
	for {
		all, err := store.List[due](ctx, p.Journal.DB.Read, dueLetters, false, now, atOnce)
		if err != nil || len(all) == 0 {
			return sent, err
		}
		for _, d := range all {
			mine, err := p.claim(ctx, d)
			if err != nil {
				return sent, err
			}
			if !mine {
				continue
			}
			ok, err := p.deliver(ctx, d)
			if err != nil {
				return sent, err
			}
			if ok {
				sent++
			}
		}
	}
}

// claim makes the letter this process's own, unless another was first.
func (p *Post) claim(ctx context.Context, d due) (mine bool, err error) {
	now := clock.Now(ctx)
	err = p.Journal.DB.Housekeeping(ctx, store.Outbox, func(w *store.Work) error {
		res, err := w.ExecContext(ctx, string(claimOne), d.Workspace, d.Letter, now.Add(claim), d.Tries, now)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		mine = n == 1
		return err
	})
	return mine, err
}

// deliver sends one claimed letter and notes what became of it.
func (p *Post) deliver(ctx context.Context, d due) (sent bool, err error) {
	l, err := journal.Load[Letter](ctx, p.Journal.Reader(d.Workspace), d.Letter)
	if err != nil {
		return false, err
	}
	if l.Gone() {
		return false, p.note(ctx, d, l, Settled, "Whom it was written to was erased before it was sent.")
	}
	raw, err := p.compose(ctx, l, d.Secret)
	if err != nil { // its words cannot become a letter; no other try will help
		return false, p.note(ctx, d, l, Returned, err.Error())
	}
	err = p.Server.Send(ctx, l.Address.String(), raw)
	no, refused := errors.AsType[*Refusal](err)
	switch {
	case err == nil:
		return true, p.note(ctx, d, l, Sent, "")
	case ctx.Err() != nil:
		return false, nil // the program stops; the claim runs out
	case refused && no.Final:
		return false, p.note(ctx, d, l, Returned, no.Error()+".")
	case d.Tries >= len(pauses):
		return false, p.note(ctx, d, l, Returned, fmt.Sprintf("Given up after %d tries. The last one: %v.", d.Tries+1, err))
	}
	p.Log.Warn("a letter waits", "letter", d.Letter, "try", d.Tries+1, "error", err)
	return false, p.Journal.DB.Housekeeping(ctx, store.Outbox, func(w *store.Work) error {
		return w.Later(ctx, putOff, d.Workspace, d.Letter, clock.Now(ctx).Add(pauses[d.Tries]), err.Error())
	})
}

// compose is the letter as it is sent, with the sender as whom an answer goes to.
func (p *Post) compose(ctx context.Context, l Letter, secret string) ([]byte, error) {
	m := Message{ID: l.ID, From: p.Server.From, To: Address{l.Name.String(), l.Address.String()}, Subject: l.Subject.String(), Automatic: l.Automatic}
	m.Text = l.Whole(secret, p.Base)
	m.HTML = HTML(m.Text, l.Language)
	if !l.FileWords.IsZero() {
		m.Files = []File{{Name: l.FileName, Kind: "text/plain", Content: l.FileWords.String()}}
	}
	var err error
	if m.ReplyTo, err = sender(ctx, p.Journal.Reader(l.Workspace), l.Sender); err != nil {
		return nil, err
	}
	if m.ReplyTo.Name != "" {
		m.From.Name = m.ReplyTo.Name
	}
	return Compose(ctx, m)
}

// note keeps what became of a letter, as an act of its sender that the program did for them.
func (p *Post) note(ctx context.Context, d due, l Letter, state, why string) error {
	_, err := p.Journal.Write(ctx, journal.Actor{Workspace: d.Workspace, Person: l.Sender}, "letter."+state, func(ctx context.Context, tx *journal.Tx) error {
		_, err := move(ctx, tx, Handing{ID: l.ID}, Waiting, state, why)
		return err
	})
	if problem.Of(err) == problem.Refused { // it was taken back while it was on its way
		return nil
	}
	return err
}
