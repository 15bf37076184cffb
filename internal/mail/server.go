package mail

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/mail"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// How a connection to the mail server is kept secret.
const (
	StartTLS = "starttls" // begins in the clear and is refused unless the server turns to TLS (RFC 3207)
	Implicit = "tls"      // TLS from the first byte (RFC 8314)
	Plain    = "none"     // in the clear, for a server on this machine
)

// Secret is a word that is in no log and no message.
type Secret string

// String hides it.
func (Secret) String() string { return "(hidden)" }

// GoString hides it from %#v.
func (Secret) GoString() string { return "(hidden)" }

// LogValue hides it from logs.
func (Secret) LogValue() slog.Value { return slog.StringValue("(hidden)") }

// MarshalText hides it from JSON.
func (Secret) MarshalText() ([]byte, error) { return []byte("(hidden)"), nil }

// Server is where letters are handed in.
type Server struct {
	Host     string
	Port     int
	Security string // StartTLS, Implicit or Plain
	User     string // empty to hand in without signing in
	Password Secret
	From     Address
	Timeout  time.Duration // for each answer of the server, and for the connection
	TLS      *tls.Config   // whom to trust; nil for whom the machine trusts
}

// Refusal is the server's no.
type Refusal struct {
	Code  int    // as in 550
	Words string // the server's own
	Final bool   // trying again gives the same answer
}

func (r *Refusal) Error() string {
	return strings.TrimSpace(fmt.Sprintf("The mail server answered %d %s", r.Code, r.Words))
}

// Check says what is wrong with the settings, before anything is sent.
func (s *Server) Check() error {
	switch {
	case s.Host == "":
		return errors.New("the mail server has no host")
	case s.Port < 1 || s.Port > 65535:
		return fmt.Errorf("the mail server's port is %d; it is from 1 to 65535", s.Port)
	case s.Security != StartTLS && s.Security != Implicit && s.Security != Plain:
		return fmt.Errorf("the mail server's security is %q; it is %s, %s or %s", s.Security, StartTLS, Implicit, Plain)
	case s.User != "" && s.Security == Plain && !local(s.Host):
		return errors.New("a password is not sent in the clear; choose starttls or tls for the mail server")
	case s.Timeout <= 0:
		return errors.New("the mail server's time limit is not above 0")
	}
	if a, err := mail.ParseAddress(s.From.Mail); err != nil || a.Address != s.From.Mail {
		return fmt.Errorf("letters come from %q, which is no mail address", s.From.Mail)
	}
	return nil
}

func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Send hands one message in. A no of the server is a *Refusal; anything else is worth another try.
func (s *Server) Send(ctx context.Context, to string, raw []byte) error {
	client, stop, err := s.connect(ctx)
	if err != nil {
		return notYet(err)
	}
	defer stop()
	defer func() { _ = client.Close() }() // the letter is taken or refused by now
	if err := s.signIn(client); err != nil {
		return notYet(err)
	}
	if err := client.SendMail(s.From.Mail, []string{to}, bytes.NewReader(raw)); err != nil {
		return refusal(err)
	}
	_ = client.Quit() // the letter is taken; a server that hangs up early took it all the same
	return nil
}

// connect opens the connection and keeps a limit on the whole talk, however slowly the server drips.
func (s *Server) connect(ctx context.Context) (*smtp.Client, func() bool, error) {
	dialer := net.Dialer{Timeout: s.Timeout}
	conn, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort(s.Host, strconv.Itoa(s.Port)))
	if err != nil {
		return nil, nil, err
	}
	whole := 4 * s.Timeout
	timer := time.AfterFunc(whole, func() { _ = conn.Close() })
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	end := func() bool { timer.Stop(); return stop() }
	client, err := s.secure(conn)
	if err != nil {
		end()
		_ = conn.Close()
		return nil, nil, err
	}
	client.CommandTimeout, client.SubmissionTimeout = s.Timeout, 2*s.Timeout
	return client, end, nil
}

func (s *Server) secure(conn net.Conn) (*smtp.Client, error) {
	settings := &tls.Config{MinVersion: tls.VersionTLS12}
	if s.TLS != nil {
		settings = s.TLS.Clone()
	}
	settings.ServerName = s.Host
	switch s.Security {
	case Implicit:
		return smtp.NewClient(tls.Client(conn, settings)), nil
	case StartTLS:
		return smtp.NewClientStartTLS(conn, settings)
	}
	return smtp.NewClient(conn), nil
}

// signIn uses PLAIN, or LOGIN where the server offers only that.
func (s *Server) signIn(client *smtp.Client) error {
	if s.User == "" {
		return nil
	}
	switch {
	case client.SupportsAuth(sasl.Plain):
		return client.Auth(sasl.NewPlainClient("", s.User, string(s.Password)))
	case client.SupportsAuth(sasl.Login):
		return client.Auth(sasl.NewLoginClient(s.User, string(s.Password)))
	}
	return errors.New("the mail server offers neither PLAIN nor LOGIN to sign in with")
}

// refusal takes a no of the server out of an error.
func refusal(err error) error {
	var no *smtp.SMTPError
	if !errors.As(err, &no) {
		return err
	}
	return &Refusal{Code: no.Code, Words: no.Message, Final: !no.Temporary()}
}

// notYet is a no before the letter was named: to the connection or the password. It says nothing of
// the letter, which waits until an admin has mended the settings.
func notYet(err error) error {
	err = refusal(err)
	if no, ok := errors.AsType[*Refusal](err); ok {
		no.Final = false
	}
	return err
}
