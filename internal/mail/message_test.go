package mail_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"throughline/internal/mail"
	"throughline/internal/mail/mailtest"
	"throughline/internal/problem"
)

var letter = mail.Message{ID: "l1", From: mail.Address{Name: "Mara Lindqvist", Mail: "throughline@ours.example"}, To: mail.Address{Name: "Tomás Rey", Mail: "tomas@northwind.example"},
	ReplyTo: mail.Address{Name: "Mara Lindqvist", Mail: "mara@ours.example"}, Subject: "Bitte um Freigabe: Größe & “Maß” 日本", Text: "Guten Tag,\n\nhttps://throughline.example/l/abc\n.\nFrom here: ä\n",
	Files: []mail.File{{Name: "sign-off.txt", Kind: "text/plain", Content: "Wording: ≤ 10 min\nline\n"}}}

func TestALetterReadsAsItWasWritten(t *testing.T) {
	m := letter
	m.HTML = mail.HTML(m.Text, "de")
	raw, err := mail.Compose(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	got, err := mailtest.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := got.Header.Subject()
	if err != nil || subject != m.Subject {
		t.Errorf("subject %q, %v", subject, err)
	}
	to, err := got.Header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Name != "Tomás Rey" || to[0].Address != "tomas@northwind.example" {
		t.Errorf("to %v, %v", to, err)
	}
	if strings.ReplaceAll(got.Text, "\r\n", "\n") != m.Text || !strings.Contains(got.HTML, `href="https://throughline.example/l/abc"`) {
		t.Errorf("text %q, html %q", got.Text, got.HTML)
	}
	if got.Files["sign-off.txt"] != m.Files[0].Content {
		t.Errorf("the file is %q: its hash would differ", got.Files["sign-off.txt"])
	}
	if id, _ := got.Header.MessageID(); id != "l1@ours.example" {
		t.Errorf("id %q", id)
	}
	for line := range strings.SplitSeq(string(raw), "\r\n") {
		if len(line) > 998 || strings.ContainsAny(line, "\n\r") {
			t.Errorf("a line of %d bytes, or a bare line break: %q", len(line), line)
		}
	}
}

func TestNoNameBecomesAHeader(t *testing.T) {
	for _, bad := range []string{"Dana\r\nBcc: all@ours.example", "Dana\nBcc: x@y.example", "Dana\rX: y", "Dana\x00", "Dana\u2028Bcc: x", "Dana\x0b", strings.Repeat("x", 301), "\xff"} {
		for field, change := range map[string]func(*mail.Message){
			"to": func(m *mail.Message) { m.To.Name = bad }, "from": func(m *mail.Message) { m.From.Name = bad }, "reply_to": func(m *mail.Message) { m.ReplyTo.Name = bad }, "subject": func(m *mail.Message) { m.Subject = bad },
		} {
			m := letter
			change(&m)
			raw, err := mail.Compose(t.Context(), m)
			if p := problem.As(err); p == nil || p.Kind != problem.Invalid || p.Fields[0].Name != field {
				t.Errorf("%s %q: %v\n%s", field, bad, err, raw)
			}
		}
	}
	for _, bad := range []string{"", "dana", "dana@northwind.example\r\nBcc: x@y.example", "Dana <dana@northwind.example>", "a@b, c@d", "dana@ northwind.example"} {
		m := letter
		m.To.Mail = bad
		if _, err := mail.Compose(t.Context(), m); problem.Of(err) != problem.Invalid {
			t.Errorf("address %q: %v", bad, err)
		}
	}
}

func TestWordsInHTMLStayWords(t *testing.T) {
	got := mail.HTML("a <script>alert(1)</script>\nhttps://x.example/?a=\"><img>\n\nb", `"><x`)
	for _, bad := range []string{"<script", "<img", `"><x`} {
		if strings.Contains(got, bad) {
			t.Errorf("%q stands in %s", bad, got)
		}
	}
}

func TestThePasswordIsInNoMessage(t *testing.T) {
	s := mailtest.New(t, mail.Plain).Out
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("mail", "server", s, "password", s.Password)
	said := log.String() + fmt.Sprintf("%v %+v %#v %s %q", s, s, s, s.Password, s.Password)
	s.Password = "wrong-word"
	err := s.Send(context.Background(), "dana@northwind.example", []byte("x"))
	if err == nil {
		t.Fatal("a wrong password was taken")
	}
	for _, secret := range []string{mailtest.Password, "wrong-word"} {
		if strings.Contains(said+err.Error(), secret) {
			t.Errorf("%q is said: %s %v", secret, said, err)
		}
	}
}
