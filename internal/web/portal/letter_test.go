package portal_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func (s *world) question(words string) (q thread.Question) {
	s.t.Helper()
	s.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
		q = thread.Question{Row: journal.Row{Deal: s.Deal}, Requirement: s.needs[0].ID, Words: words, AskedOf: s.Who.Person}
		return thread.Ask(ctx, tx, &q)
	})
	return q
}

func TestAQuestionIsAnsweredBehindALink(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := open(t, w)
		q := s.question("Which <gateway> do the <b>drivers</b> use?")
		se := s.Enter(t, auth.AE)
		path := "/deals/NWF/questions/" + q.ID
		s.sees(se, path+"?form=send", 200, "Ask by mail", "Tomás Rey")
		s.does(se, path+"/send", url.Values{"form": {"send"}}, 422, "Say something here.")
		s.does(se, path+"/send", url.Values{"form": {"send"}, "recipient": {s.Tomas}, "language": {"fr"}}, 303)
		link := s.link()
		tomas := s.browser()
		s.does(tomas, link+"/open", nil, 303)
		s.sees(tomas, link, 200, "Une question pour vous", "Which &lt;gateway&gt;")
		s.does(tomas, link, url.Values{"answer": {" "}}, 422)
		s.does(tomas, link, url.Values{"answer": {"The one in Rotterdam"}}, 303)
		s.sees(tomas, link, 200, "Votre réponse est arrivée")
		s.sees(se, path, 200, "The one in Rotterdam", "Tomás Rey")
		s.does(se, path+"/send", url.Values{"form": {"send"}, "recipient": {s.Tomas}}, 409, "This question is answered.")
		w.Verify()
	})
}

func TestALetterThatComesBackIsATaskOfItsSender(t *testing.T) {
	s := sqlite(t)
	s.smtp.Refuse(func(string) error { return &smtp.SMTPError{Code: 550, Message: "no such user"} })
	se := s.Enter(t, auth.SE)
	s.does(se, "/deals/NWF/evaluation/links", url.Values{"form": {"send"}, "recipient": {s.Dana}}, 303)
	s.deliver()
	s.sees(se, "/inbox", 200, "Your letter to Dana Whitfield came back: The mail server answered 550 no such user.")
	s.sees(se, "/deals/NWF/evaluation?view=sign-offs", 200, "the letter came back")
	all, err := journal.List[mail.Letter](s.Ctx(), s.Reader(), s.Deal)
	if err != nil || len(all) != 1 {
		t.Fatal(len(all), err)
	}
	path := "/deals/NWF/letters/" + all[0].ID
	s.sees(se, path, 200, "no such user", "I have seen to it")
	s.does(se, path+"/settled", nil, 303)
	if _, body := se.Get("/inbox"); strings.Contains(body, "came back: ") {
		t.Error("still in the inbox")
	}
	s.does(s.Enter(t, auth.Viewer), path+"/settled", nil, 403)
	s.sees(se, "/settings/letters/"+all[0].ID, 403)
	s.sees(s.Enter(t, auth.Admin), "/settings/letters/"+all[0].ID, 404) // it is of a deal
	s.Verify()
}

func TestWithoutAMailServerTheSenderAloneCopiesTheLink(t *testing.T) {
	s := sqlite(t)
	s.House.Mail = nil
	se := s.Enter(t, auth.SE)
	status, _, to := se.Post("/deals/NWF/evaluation/links", url.Values{"form": {"send"}, "recipient": {s.Dana}})
	path, _, _ := strings.Cut(to, "?")
	if status != 303 || !strings.HasPrefix(path, "/deals/NWF/letters/") {
		t.Fatal(status, to)
	}
	page := s.sees(se, path, 200, "yours to send", "mailto:dana@northwind.example?", "I sent it")
	link := linkIn.FindString(page)
	if link == "" {
		t.Fatal("no link to copy")
	}
	s.sees(se, "/inbox", 200, "A letter to Dana Whitfield waits to be sent by you")
	for _, role := range []auth.Role{auth.AE, auth.Admin, auth.Viewer} {
		if body := s.sees(s.Enter(t, role), path, 200); strings.Contains(body, link) {
			t.Errorf("%s reads the link", role)
		}
	}
	s.does(se, path+"/sent", nil, 303)
	if body := s.sees(se, path, 200, "sent "); strings.Contains(body, link) {
		t.Error("the link is still shown")
	}
	dana := s.browser()
	s.does(dana, link+"/open", nil, 303)
	s.does(dana, link, s.all("agree"), 303)
	s.sees(se, "/deals/NWF/evaluation?view=sign-offs", 200, "the letter was sent by hand")
	s.Verify()
}

func TestANewPersonSetsTheirPasswordBehindALink(t *testing.T) {
	s := sqlite(t)
	admin := s.Enter(t, auth.Admin)
	p := s.People[auth.Viewer]
	s.does(s.Enter(t, auth.SE), "/settings/people/"+p.ID+"/invite", nil, 403)
	s.does(admin, "/settings/people/"+p.ID+"/invite", url.Values{"form": {"invite-" + p.ID}}, 303)
	link := s.link()
	if s.smtp.Last().To != p.Email {
		t.Errorf("went to %s", s.smtp.Last().To)
	}
	v := s.browser()
	s.sees(v, link, 200, "Set your password", p.Email)
	s.does(v, link, url.Values{"password": {"short"}}, 422, "Is too short")
	s.does(v, link, url.Values{"password": {"correct horse battery"}}, 303)
	s.does(v, link, url.Values{"password": {"another horse battery"}}, 404)
	s.sees(v, link, 404)
	s.does(v, "/sign-in", url.Values{"email": {p.Email}, "password": {"another horse battery"}}, 401)
	s.does(v, "/sign-in", url.Values{"email": {p.Email}, "password": {"correct horse battery"}}, 303)
	s.Verify()
}
