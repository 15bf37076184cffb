package portal

import (
	"fmt"
	"strings"
	"time"

	"throughline/internal/clock"
	"throughline/internal/thread"
)

// Statement is what somebody said of a list of wordings, before it becomes a text.
type Statement struct {
	Deal     string // prefix and name
	Name     string
	Mail     string
	At       clock.Instant
	Link     string // its id
	SentAt   clock.Instant
	Lines    []Line
	Addition string
}

// Line is one wording with the answer to it.
type Line struct {
	Key, Wording string
	Meaning      int
	Answer       string // Agrees, Caveat or Refuses
	Caveat       string
	Due          clock.Date
}

// The answers to one wording.
const (
	Agrees  = "agree"
	Caveat  = "agree with caveat"
	Refuses = "refuse"
)

// Text writes the statement by fixed rules, which docs/sign-off.md prints: UTF-8, lines end with
// LF, a line break inside a value becomes LF and two blanks. The same statement gives the same
// bytes, and two that differ give different ones.
func (s Statement) Text() string {
	var b strings.Builder
	put := func(name, value string) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.ReplaceAll(strings.ReplaceAll(value, "\r\n", "\n"), "\n", "\n  "))
	}
	b.WriteString("Throughline sign-off, version 1\n")
	put("Deal", s.Deal)
	put("Signed by", s.Name+" <"+s.Mail+">")
	put("Signed at", s.At.Time().Format(time.RFC3339))
	put("Sent at", s.SentAt.Time().Format(time.RFC3339))
	put("Link", s.Link)
	for _, l := range s.Lines {
		b.WriteString("\n")
		put("Requirement", l.Key)
		put("Wording", l.Wording)
		put("Meaning", fmt.Sprint(l.Meaning))
		put("Answer", l.Answer)
		if l.Answer == Caveat {
			put("Caveat", l.Caveat)
			put("Due", string(l.Due))
		}
	}
	if s.Addition != "" {
		b.WriteString("\n")
		put("Added", s.Addition)
	}
	return b.String()
}

// HashOf is the SHA-256 of a text, as a receipt prints it.
func HashOf(text string) string { return thread.Hash(text) }
