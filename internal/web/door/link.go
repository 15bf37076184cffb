package door

import (
	"crypto/rand"
	"crypto/subtle"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// Link is the sign-in link that a start of the program prints. It lives as long as the
// process and opens the sample as one person.
type Link struct {
	secret string
	member auth.Member
}

// NewLink makes a link for a person; a nil Link opens nothing.
func NewLink(m auth.Member) *Link {
	return &Link{secret: strings.ToLower(rand.Text()), member: m}
}

// Path is the link without the address before it.
func (l *Link) Path() string { return "/come-in/" + l.secret }

// Routes is the link's one route.
func (l *Link) Routes() []kit.Route {
	if l == nil {
		return nil
	}
	return []kit.Route{{Path: "GET /come-in/{secret}", Do: l.open}}
}

func (l *Link) open(r *kit.Request) error {
	if subtle.ConstantTimeCompare([]byte(r.PathValue("secret")), []byte(l.secret)) != 1 {
		return problem.New(problem.Missing, "This link is of an earlier start. The program prints a new one each time it starts.")
	}
	if err := r.Session().Begin(l.member); err != nil {
		return err
	}
	return r.Go("/inbox")
}
