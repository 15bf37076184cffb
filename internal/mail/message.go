package mail

import (
	"bytes"
	"context"
	"io"
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	message "github.com/emersion/go-message/mail"

	"throughline/internal/clock"
	"throughline/internal/problem"
)

// Message is a letter as it goes over the wire (RFC 5322).
type Message struct {
	ID      string // the part of the Message-ID before the @
	From    Address
	To      Address
	ReplyTo Address // none when its Mail is empty
	Subject string
	Text    string
	HTML    string // the same words; empty for text alone
	// Automatic says that no person pressed a button for it (RFC 3834), so that nobody's absence
	// answers it.
	Automatic bool
	Files     []File
}

// Address is a name with a mail address.
type Address struct{ Name, Mail string }

// File goes along with a letter.
type File struct{ Name, Kind, Content string }

// longestHeader is more characters than a name or a subject has.
const longestHeader = 300

// Compose writes the message in UTF-8. A name, an address or a subject with a line break or
// another control character is refused: it could pass for a header of its own.
func Compose(ctx context.Context, m Message) ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	var h message.Header
	h.SetDate(clock.Now(ctx).Time())
	h.SetAddressList("From", []*message.Address{m.From.list()})
	h.SetAddressList("To", []*message.Address{m.To.list()})
	if m.ReplyTo.Mail != "" {
		h.SetAddressList("Reply-To", []*message.Address{m.ReplyTo.list()})
	}
	h.SetSubject(m.Subject)
	_, domain, _ := strings.Cut(m.From.Mail, "@")
	h.SetMessageID(m.ID + "@" + domain)
	if m.Automatic {
		h.Set("Auto-Submitted", "auto-generated")
	}
	var b bytes.Buffer
	w, err := message.CreateWriter(&b, h)
	if err != nil {
		return nil, err
	}
	if err := m.bodies(w); err != nil {
		return nil, err
	}
	for _, f := range m.Files {
		if err := f.attach(w); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return b.Bytes(), err
}

// bodies writes the same words as text and, for who reads it so, as HTML.
func (m Message) bodies(w *message.Writer) error {
	alternatives, err := w.CreateInline()
	if err != nil {
		return err
	}
	for _, part := range [][2]string{{"text/plain", m.Text}, {"text/html", m.HTML}} {
		if part[1] == "" {
			continue
		}
		var h message.InlineHeader
		h.SetContentType(part[0], map[string]string{"charset": "utf-8"})
		h.Set("Content-Transfer-Encoding", "quoted-printable")
		to, err := alternatives.CreatePart(h)
		if err != nil {
			return err
		}
		if err := put(to, part[1]); err != nil {
			return err
		}
	}
	return alternatives.Close()
}

func (f File) attach(w *message.Writer) error {
	var h message.AttachmentHeader
	h.SetContentType(f.Kind, map[string]string{"charset": "utf-8"})
	h.SetFilename(f.Name)
	h.Set("Content-Transfer-Encoding", "base64")
	to, err := w.CreateAttachment(h)
	if err != nil {
		return err
	}
	return put(to, f.Content)
}

func put(to io.WriteCloser, words string) error {
	if _, err := io.WriteString(to, words); err != nil {
		return err
	}
	return to.Close()
}

func (a Address) list() *message.Address { return &message.Address{Name: a.Name, Address: a.Mail} }

// check refuses what could become a header, and addresses that are none.
func (m Message) check() error {
	var c problem.Check
	CheckAddress(&c, "from", m.From)
	CheckAddress(&c, "to", m.To)
	if m.ReplyTo.Mail != "" {
		CheckAddress(&c, "reply_to", m.ReplyTo)
	}
	checkLine(&c, "subject", m.Subject)
	c.Text("text", m.Text, 1<<20)
	return c.Err()
}

// CheckAddress notes what is wrong with a name and an address.
func CheckAddress(c *problem.Check, field string, a Address) {
	checkLine(c, field, a.Name)
	parsed, err := mail.ParseAddress(a.Mail)
	c.Fail(err == nil && parsed.Address == a.Mail && len(a.Mail) <= 320, field, "%q is not a mail address.", a.Mail)
}

func checkLine(c *problem.Check, field, s string) {
	c.Fail(utf8.ValidString(s) && strings.IndexFunc(s, unicode.IsControl) < 0 && !strings.ContainsAny(s, "\u2028\u2029"), field, "Holds a line break or another sign that no line of a letter's head may have.")
	c.Fail(utf8.RuneCountInString(s) <= longestHeader, field, "Is longer than %d characters.", longestHeader)
}
