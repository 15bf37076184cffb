package settings

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/http"
	"strings"

	"throughline/internal/calendar"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// makeCalendar makes an address and shows it, which is not kept and not shown again.
func makeCalendar(r *kit.Request) error {
	var token string
	if err := r.Act("calendar.make", func(ctx context.Context, tx *journal.Tx) (err error) {
		token, err = calendar.Make(ctx, tx)
		return err
	}); err != nil {
		return err
	}
	return draw(r, &view{address: origin(r) + "/calendar/" + token + ".ics"})
}

// endCalendar ends the address.
func endCalendar(r *kit.Request) error {
	if err := r.Act("calendar.end", calendar.End); err != nil {
		return err
	}
	return r.Done("/settings")
}

// sendCalendar answers a calendar, which cannot sign in: its address says who asks.
func sendCalendar(r *kit.Request) error {
	token, is := strings.CutSuffix(r.PathValue("file"), ".ics")
	if !is {
		return problem.NotFound("calendar", r.PathValue("file"))
	}
	m, err := calendar.ByToken(r.Ctx(), r.House.Journal.DB, token)
	if err != nil {
		return err
	}
	zone, events, err := calendar.Told(r.Ctx(), r.House.Journal.Reader(m.Workspace), m.Person)
	if err != nil {
		return err
	}
	file := calendar.ICal("Throughline: "+m.Name, zone, origin(r), events)
	sum := sha256.Sum256(file)
	tag := fmt.Sprintf(`"%x"`, sum[:16])
	h := r.Writer().Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Referrer-Policy", "no-referrer")
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		r.Writer().WriteHeader(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	_, err = r.Writer().Write(file)
	return err
}

// origin is the address of the house as the browser has it.
func origin(r *kit.Request) string {
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
