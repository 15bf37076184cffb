package inbox

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/store"
)

// Digest writes the daily letters of those who want one. What it says is the inbox of that moment,
// so nothing of it is kept; beside the journal stands only which day was done.
type Digest struct {
	House *area.House
	Base  string // the address people use, as in https://throughline.example
	Log   *slog.Logger
}

// A letter that failed is tried again after a while, a few times in a day.
const (
	digestAgain = 15 * time.Minute
	digestTries = 5
	mostLines   = 20 // of each part; the rest is counted
)

var (
	takeDay = store.SQL(`INSERT INTO digest (workspace, person, day, tries, due_at, done) VALUES ($1, $2, $3, 1, $4, FALSE)
		ON CONFLICT (workspace, person) DO UPDATE SET day = excluded.day, due_at = excluded.due_at, done = FALSE,
			tries = CASE WHEN digest.day = excluded.day THEN digest.tries + 1 ELSE 1 END
		WHERE digest.day < excluded.day OR digest.day = excluded.day AND NOT digest.done AND digest.due_at <= $5 AND digest.tries < $6`)
	endDay = store.SQL(`UPDATE digest SET done = TRUE WHERE workspace = $1 AND person = $2 AND day = $3`)
)

// Run writes what is due until the context ends.
func (d *Digest) Run(ctx context.Context) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		if _, err := d.Send(ctx); err != nil && ctx.Err() == nil {
			d.Log.Warn("daily letters could not be written", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Send writes the letters that are due and says how many left. The sample has none: its people
// are made up.
func (d *Digest) Send(ctx context.Context) (sent int, err error) {
	places, err := account.Workspaces(ctx, d.House.Journal.DB.Read)
	if err != nil {
		return 0, err
	}
	for _, place := range places {
		if place.Sample {
			continue
		}
		r := d.House.Journal.Reader(place.ID)
		home, err := account.Home(ctx, r)
		if err != nil {
			return sent, err
		}
		all, err := auth.People(ctx, r)
		if err != nil {
			return sent, err
		}
		for _, p := range all {
			ok, err := d.one(ctx, r, home, p)
			if err != nil {
				return sent, err
			}
			if ok {
				sent++
			}
		}
	}
	return sent, nil
}

// one writes one person's letter, if its hour has come and nobody wrote it yet today.
func (d *Digest) one(ctx context.Context, r *journal.Reader, home account.Workspace, p auth.Person) (sent bool, err error) {
	zone := zoneOf(p, home)
	day, due := DigestDue(clock.Now(ctx).Time(), p.DigestAt, zone)
	if !p.Active || !due {
		return false, nil
	}
	mine, err := d.take(ctx, r.Workspace, p.ID, day)
	if err != nil || !mine {
		return false, err
	}
	in, err := Of(ctx, d.House, r, p.ID, clock.Now(ctx).In(home.Location()))
	if err != nil {
		return false, err
	}
	if in.BreakSum+in.WaitSum > 0 {
		if err := d.send(ctx, p, in); err != nil {
			d.Log.Warn("a daily letter was not sent", "person", p.ID, "error", err)
			return false, nil
		}
		sent = true
	}
	return sent, d.House.Journal.DB.Housekeeping(ctx, store.Outbox, func(w *store.Work) error {
		return w.Later(ctx, endDay, r.Workspace, p.ID, day)
	})
}

func zoneOf(p auth.Person, home account.Workspace) *time.Location {
	if loc, err := time.LoadLocation(p.Zone); err == nil && p.Zone != "" {
		return loc
	}
	return home.Location()
}

// DigestDue says whether the letter of the day is due in a zone, and which day that is there. An
// hour that the clocks leave out comes right after; of one that comes twice the first counts.
func DigestDue(now time.Time, at string, zone *time.Location) (clock.Date, bool) {
	hour, err := time.Parse("15:04", at)
	if err != nil {
		return "", false
	}
	here := now.In(zone)
	return clock.DateOf(here), here.Hour()*60+here.Minute() >= hour.Hour()*60+hour.Minute()
}

// take makes the day's letter this process's own.
func (d *Digest) take(ctx context.Context, workspace, person string, day clock.Date) (mine bool, err error) {
	now := clock.Now(ctx)
	err = d.House.Journal.DB.Housekeeping(ctx, store.Outbox, func(w *store.Work) error {
		res, err := w.ExecContext(ctx, string(takeDay), workspace, person, day, now.Add(digestAgain), now, digestTries)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		mine = n == 1
		return err
	})
	return mine, err
}

func (d *Digest) send(ctx context.Context, p auth.Person, in Inbox) error {
	text := d.words(p, in)
	raw, err := mail.Compose(ctx, mail.Message{ID: "digest." + id.New(ctx), From: d.House.Mail.From, To: mail.Address{Name: strings.Join(strings.Fields(p.Name), " "), Mail: p.Email},
		Subject: in.headline(), Text: text, HTML: mail.HTML(text, "en"), Automatic: true})
	if err != nil {
		return err
	}
	return d.House.Mail.Send(ctx, p.Email, raw)
}

// headline counts what is in the letter.
func (in Inbox) headline() string {
	var parts []string
	for _, part := range []struct {
		n         int
		one, many string
	}{{in.BreakSum, "1 break", "%d breaks"}, {in.WaitSum, "1 thing waits for you", "%d things wait for you"}} {
		switch {
		case part.n == 1:
			parts = append(parts, part.one)
		case part.n > 1:
			parts = append(parts, fmt.Sprintf(part.many, part.n))
		}
	}
	return strings.Join(parts, ", ")
}

// words are the letter: what broke, what waits, and where.
func (d *Digest) words(p auth.Person, in Inbox) string {
	var b strings.Builder
	said := func(sentence string) string { return clock.Dated(sentence, clock.Date.Words) }
	fmt.Fprintf(&b, "Hello %s,\n\n", p.Name)
	part := func(title string, lines []string, sum int) {
		if sum == 0 {
			return
		}
		fmt.Fprintf(&b, "%s\n\n", title)
		for _, l := range lines {
			b.WriteString(l)
		}
		if more := sum - len(lines); more > 0 {
			fmt.Fprintf(&b, "And %d more in your inbox: %s/inbox\n\n", more, d.Base)
		}
	}
	var broke, waits []string
	for _, x := range in.Breaks[:min(len(in.Breaks), mostLines)] {
		label, what := in.Labels[x.Deal], said(x.Why)
		if x.Requirement != "" {
			what = x.Requirement + " “" + x.Statement + "”: " + what
		}
		broke = append(broke, line(label, what, d.Base+"/deals/"+label.Prefix))
	}
	for _, x := range in.Waiting[:min(len(in.Waiting), mostLines)] {
		label, path := in.Labels[x.Deal], "/"+x.Path
		if x.Deal != "" {
			path = "/deals/" + label.Prefix + path
		}
		waits = append(waits, line(label, said(x.What), d.Base+path))
	}
	part("WHAT BROKE", broke, in.BreakSum)
	part("WHAT WAITS FOR YOU", waits, in.WaitSum)
	fmt.Fprintf(&b, "This letter comes at %s when there is something. Change the hour, or end it, under %s/settings\n", p.DigestAt, d.Base)
	return b.String()
}

func line(l account.Label, what, address string) string {
	lead := ""
	if l.Account != "" {
		lead = l.Account + ": "
	}
	return fmt.Sprintf("%s%s\n%s\n\n", lead, what, address)
}
