package portal_test

import (
	"context"
	"io"
	"log/slog"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/mail/mailtest"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// world is a house with pages, a mail server that takes its letters, and needs to sign off.
type world struct {
	*roomtest.House
	t     *testing.T
	smtp  *mailtest.Server
	post  *mail.Post
	base  string
	needs []thread.Requirement
}

func open(t *testing.T, w *wiretest.World) *world {
	t.Helper()
	h := roomtest.New(t, w)
	s := &world{House: h, t: t, smtp: mailtest.New(t, mail.Plain)}
	h.Mail = &s.smtp.Out
	s.base, _ = h.Serve(t, auth.SE)
	s.post = &mail.Post{Journal: w.Journal, Server: h.Mail, Base: s.base, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
	for _, words := range []string{"Replay 24 hours of events within an hour", "Sign in with SAML, people by SCIM", "Dispatch changes are seen within 5 seconds"} {
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: words, Kind: thread.Functional, Priority: thread.Must})
			s.needs = append(s.needs, r)
			return err
		})
	}
	return s
}

func sqlite(t *testing.T) *world { t.Helper(); return open(t, wiretest.New(t, storetest.SQLite(t))) }

var linkIn = regexp.MustCompile(`/l/[\w-]{43}`)

// ask sends a list to Dana from the page, and gives the path of the link that her letter holds.
func (s *world) ask(form url.Values) string {
	s.t.Helper()
	se := s.Enter(s.t, auth.SE)
	if form == nil {
		form = url.Values{}
	}
	form.Set("form", "send")
	if form.Get("recipient") == "" {
		form.Set("recipient", s.Dana)
	}
	status, body, _ := se.Post("/deals/NWF/evaluation/links", form)
	if status != 303 {
		s.t.Fatalf("%d %s", status, body)
	}
	return s.link()
}

// link delivers what waits and gives the path of the link in the last letter.
func (s *world) link() string {
	s.t.Helper()
	s.deliver()
	got := s.smtp.Last()
	path := linkIn.FindString(got.Text)
	if path == "" || !strings.Contains(got.Text, s.base+path) {
		s.t.Fatalf("no link in %s", got.Text)
	}
	return path
}

func (s *world) deliver() {
	s.t.Helper()
	if _, err := s.post.Deliver(s.Ctx()); err != nil {
		s.t.Fatal(err)
	}
}

// browser is a browser of somebody outside.
func (s *world) browser() *roomtest.Visitor { return roomtest.Outside(s.t, s.base) }

func (s *world) sees(v *roomtest.Visitor, path string, want int, words ...string) string {
	s.t.Helper()
	status, body := v.Get(path)
	if status != want {
		s.t.Fatalf("GET %s: %d\n%s", path, status, body)
	}
	for _, x := range words {
		if !strings.Contains(body, x) {
			s.t.Errorf("GET %s does not say %q:\n%s", path, x, body)
		}
	}
	return body
}

func (s *world) does(v *roomtest.Visitor, path string, form url.Values, want int, words ...string) {
	s.t.Helper()
	status, body, _ := v.Post(path, form)
	if status != want {
		s.t.Fatalf("POST %s: %d\n%s", path, status, body)
	}
	for _, x := range words {
		if !strings.Contains(body, x) {
			s.t.Errorf("POST %s does not say %q:\n%s", path, x, body)
		}
	}
}

// all are the wordings that a page shows.
func (s *world) all(answer string) url.Values {
	form := url.Values{"all": {answer}}
	for _, r := range s.needs {
		form.Add("shown", r.ID)
	}
	return form
}

var codeIn = regexp.MustCompile(`\b\d{6}\b`)

// code delivers what waits and gives the code in the last letter.
func (s *world) code() string {
	s.t.Helper()
	s.deliver()
	code := codeIn.FindString(s.smtp.Last().Text)
	if code == "" {
		s.t.Fatalf("no code in %s", s.smtp.Last().Text)
	}
	return code
}

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }
