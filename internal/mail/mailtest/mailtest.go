// Package mailtest is a mail server on this machine for tests, which keeps what it is handed and
// can be told to refuse, to dawdle and to hang up.
package mailtest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-message/mail"
	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	house "throughline/internal/mail"
)

// Received is one letter as it came.
type Received struct {
	From, To string
	Raw      string
	Header   mail.Header
	Text     string
	HTML     string
	Files    map[string]string
}

// Server is the server; its fields may be set between letters.
type Server struct {
	t    testing.TB
	mu   sync.Mutex
	all  []Received
	no   func(to string) error
	data func() error
	Out  house.Server // settings that reach it
}

// Password is what it takes of the user "throughline".
const Password = "correct horse battery"

// New starts a server of a security that lives as long as the test.
func New(t testing.TB, security string) *Server {
	t.Helper()
	s := &Server{t: t}
	cert, roots := certificate(t)
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{s: s}, nil }))
	server.Domain, server.AllowInsecureAuth, server.ErrorLog = "localhost", true, log.New(io.Discard, "", 0)
	settings := &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
	if security == house.StartTLS {
		server.TLSConfig = settings
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	if security == house.Implicit {
		listener = tls.NewListener(listener, settings)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	s.Out = house.Server{Host: "127.0.0.1", Port: port, Security: security, User: "throughline", Password: Password,
		From: house.Address{Name: "Throughline", Mail: "throughline@ours.example"}, Timeout: 2 * time.Second, TLS: &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}}
	return s
}

// Refuse has the server ask what it says to each recipient; nil takes all.
func (s *Server) Refuse(no func(to string) error) { s.mu.Lock(); defer s.mu.Unlock(); s.no = no }

// OnData has the server do this before it takes the words of a letter.
func (s *Server) OnData(do func() error) { s.mu.Lock(); defer s.mu.Unlock(); s.data = do }

// All is what came so far.
func (s *Server) All() []Received {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Received(nil), s.all...)
}

// Last is what came last; the test ends when nothing did.
func (s *Server) Last() Received {
	s.t.Helper()
	all := s.All()
	if len(all) == 0 {
		s.t.Fatal("no letter came")
	}
	return all[len(all)-1]
}

type session struct {
	s        *Server
	from, to string
	in       bool
}

// AuthMechanisms are those it offers.
func (*session) AuthMechanisms() []string { return []string{sasl.Plain} }

// Auth lets "throughline" in with Password.
func (c *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "throughline" || password != Password {
			return smtp.ErrAuthFailed
		}
		c.in = true
		return nil
	}), nil
}

func (c *session) Mail(from string, _ *smtp.MailOptions) error {
	if !c.in {
		return smtp.ErrAuthRequired
	}
	c.from = from
	return nil
}

func (c *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	c.s.mu.Lock()
	no := c.s.no
	c.s.mu.Unlock()
	c.to = to
	if no != nil {
		return no(to)
	}
	return nil
}

func (c *session) Data(r io.Reader) error {
	c.s.mu.Lock()
	do := c.s.data
	c.s.mu.Unlock()
	if do != nil {
		if err := do(); err != nil {
			return err
		}
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	got, err := Parse(raw)
	got.From, got.To = c.from, c.to
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	c.s.all = append(c.s.all, got)
	return err
}

func (c *session) Reset()        {}
func (c *session) Logout() error { return nil }

// Parse reads a letter as its reader's program does.
func Parse(raw []byte) (Received, error) {
	got := Received{Raw: string(raw), Files: map[string]string{}}
	r, err := mail.CreateReader(bytes.NewReader(raw))
	if err != nil {
		return got, err
	}
	got.Header = r.Header
	for {
		p, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return got, nil
		}
		if err != nil {
			return got, err
		}
		words, err := io.ReadAll(p.Body)
		if err != nil {
			return got, err
		}
		switch h := p.Header.(type) {
		case *mail.InlineHeader:
			if kind, _, _ := h.ContentType(); kind == "text/html" {
				got.HTML = string(words)
			} else {
				got.Text = string(words)
			}
		case *mail.AttachmentHeader:
			name, err := h.Filename()
			if err != nil {
				return got, err
			}
			got.Files[name] = string(words)
		}
	}
}

// certificate is a fresh one for 127.0.0.1, and whom to trust for it.
func certificate(t testing.TB) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	raw, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{raw}, PrivateKey: key}, roots
}
