package mail_test

import (
	"bytes"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"throughline/internal/mail"
	"throughline/internal/mail/mailtest"
)

func raw(t *testing.T) []byte {
	t.Helper()
	out, err := mail.Compose(t.Context(), letter)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestALetterIsHandedInOverEachSecurity(t *testing.T) {
	for _, security := range []string{mail.StartTLS, mail.Implicit, mail.Plain} {
		t.Run(security, func(t *testing.T) {
			s := mailtest.New(t, security)
			if err := s.Out.Check(); err != nil {
				t.Fatal(err)
			}
			if err := s.Out.Send(t.Context(), "tomas@northwind.example", raw(t)); err != nil {
				t.Fatal(err)
			}
			if got := s.Last(); got.From != "throughline@ours.example" || got.To != "tomas@northwind.example" || !bytes.Contains([]byte(got.Text), []byte("Guten Tag")) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestNothingIsHandedInToAServerThatIsNotTrusted(t *testing.T) {
	for _, security := range []string{mail.StartTLS, mail.Implicit} {
		s := mailtest.New(t, security)
		s.Out.TLS = nil
		if err := s.Out.Send(t.Context(), "tomas@northwind.example", raw(t)); err == nil || len(s.All()) > 0 {
			t.Errorf("%s: %v, %d letters", security, err, len(s.All()))
		}
	}
	s := mailtest.New(t, mail.Plain) // it offers no STARTTLS
	s.Out.Security = mail.StartTLS
	if err := s.Out.Send(t.Context(), "tomas@northwind.example", raw(t)); err == nil || len(s.All()) > 0 {
		t.Errorf("in the clear: %v", err)
	}
}

func TestANoOfTheServerIsFinalOrNot(t *testing.T) {
	for name, row := range map[string]struct {
		no    error
		final bool
	}{
		"unknown mailbox": {&smtp.SMTPError{Code: 550, Message: "no such user"}, true},
		"grey list":       {&smtp.SMTPError{Code: 451, Message: "come again"}, false},
	} {
		s := mailtest.New(t, mail.Plain)
		s.Refuse(func(string) error { return row.no })
		no, ok := errors.AsType[*mail.Refusal](s.Out.Send(t.Context(), "tomas@northwind.example", raw(t)))
		if !ok || no.Final != row.final {
			t.Errorf("%s: %+v", name, no)
		}
	}
	s := mailtest.New(t, mail.Plain)
	s.Out.Password = "wrong" // 535 is about us and not about the letter
	if no, ok := errors.AsType[*mail.Refusal](s.Out.Send(t.Context(), "tomas@northwind.example", raw(t))); !ok || no.Final || no.Code != 535 {
		t.Errorf("a wrong password: %+v", no)
	}
}

func TestASlowOrSilentServerEndsInTime(t *testing.T) {
	for name, talk := range map[string]func(net.Conn){
		"silent":  func(c net.Conn) { _, _ = io.Copy(io.Discard, c) },
		"dropped": func(c net.Conn) { c.Close() },
		"drips": func(c net.Conn) {
			for range 100 {
				if _, err := c.Write([]byte("2")); err != nil {
					return
				}
				time.Sleep(50 * time.Millisecond)
			}
		},
		"rubbish":  func(c net.Conn) { _, _ = c.Write([]byte(strings.Repeat("x", 1<<16) + "\r\n")) },
		"half way": func(c net.Conn) { _, _ = c.Write([]byte("220 hello\r\n")); _, _ = c.Read(make([]byte, 100)); c.Close() },
	} {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for {
				c, err := listener.Accept()
				if err != nil {
					return
				}
				go talk(c)
			}
		}()
		s := mailtest.New(t, mail.Plain).Out
		s.Port, s.Timeout = listener.Addr().(*net.TCPAddr).Port, 150*time.Millisecond
		begun := time.Now()
		err = s.Send(t.Context(), "tomas@northwind.example", raw(t))
		if err == nil || time.Since(begun) > 3*time.Second {
			t.Errorf("%s: %v after %v", name, err, time.Since(begun))
		}
		listener.Close()
	}
}

func TestSettingsThatCannotWorkAreNamed(t *testing.T) {
	for change, words := range map[*func(*mail.Server)]string{
		ref(func(s *mail.Server) { s.Host = "" }):                           "no host",
		ref(func(s *mail.Server) { s.Port = 70000 }):                        "port is 70000",
		ref(func(s *mail.Server) { s.Security = "ssl" }):                    `"ssl"`,
		ref(func(s *mail.Server) { s.Host = "mail.example" }):               "not sent in the clear",
		ref(func(s *mail.Server) { s.From.Mail = "x\r\nBcc: y@z.example" }): "no mail address",
		ref(func(s *mail.Server) { s.Timeout = 0 }):                         "time limit",
	} {
		s := mailtest.New(t, mail.Plain).Out
		(*change)(&s)
		if err := s.Check(); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("want %q, got %v", words, err)
		}
	}
}

func ref[T any](v T) *T { return &v }
