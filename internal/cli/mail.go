package cli

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"throughline/internal/area"
	"throughline/internal/inbox"
	"throughline/internal/mail"
)

// smtpFlags say where letters are handed in. Without a host, people copy them and send them themselves.
type smtpFlags struct {
	Host     string        `help:"The mail server that takes letters; without one, people copy them." env:"THROUGHLINE_SMTP_HOST" placeholder:"HOST"`
	Port     int           `help:"Its port." default:"587" env:"THROUGHLINE_SMTP_PORT"`
	Security string        `help:"starttls, tls, or none for a server on this machine." default:"starttls" enum:"starttls,tls,none" env:"THROUGHLINE_SMTP_SECURITY"`
	User     string        `help:"Whom to sign in as; the password is taken from THROUGHLINE_SMTP_PASSWORD." env:"THROUGHLINE_SMTP_USER"`
	Password mail.Secret   `help:"-" hidden:"" env:"THROUGHLINE_SMTP_PASSWORD"`
	From     string        `help:"The address letters come from." env:"THROUGHLINE_SMTP_FROM" placeholder:"ADDRESS"`
	Timeout  time.Duration `help:"How long an answer of it may take." default:"30s" env:"THROUGHLINE_SMTP_TIMEOUT"`
}

// server is the mail server that was named, or nil. Links in letters need the address people use.
func (f smtpFlags) server(public string) (*mail.Server, error) {
	if f.Host == "" {
		return nil, nil
	}
	if public == "" {
		return nil, fmt.Errorf("%w: letters hold links, so --smtp-host takes --public too: the address people use", errUse)
	}
	s := &mail.Server{Host: f.Host, Port: f.Port, Security: f.Security, User: f.User, Password: f.Password, From: mail.Address{Name: "Throughline", Mail: f.From}, Timeout: f.Timeout}
	if err := s.Check(); err != nil {
		return nil, fmt.Errorf("%w: %w", errUse, err)
	}
	return s, nil
}

// deliver brings letters out until the context ends; the function it gives waits for that.
func deliver(ctx context.Context, h *area.House, public string, log *slog.Logger) (wait func()) {
	if h.Mail == nil {
		return func() {}
	}
	var running sync.WaitGroup
	post := mail.Post{Journal: h.Journal, Server: h.Mail, Base: public, Log: log}
	digest := inbox.Digest{House: h, Base: public, Log: log}
	running.Go(func() { post.Run(ctx) })
	running.Go(func() { digest.Run(ctx) })
	return running.Wait
}
