package kit

import (
	"net/http"
	"net/url"

	"throughline/internal/problem"
)

// signedOut is the problem of a visitor whose session is gone. Of a form it says what became of the
// words: nothing was saved, and the browser's tab keeps them.
func (r *Request) signedOut() error {
	if r.Method == http.MethodPost {
		return problem.New(problem.SignedOut, "Your session has ended, so nothing was saved. What you typed is kept in this tab of the browser and stands in its form again once you have signed in.")
	}
	return problem.New(problem.SignedOut, "Sign in to see this.")
}

// signIn is the address of the door, that leads back to the page of ours a form was sent from.
func (r *Request) signIn() string {
	from, err := url.Parse(r.Referer())
	if err != nil || from.Host != r.Host || from.Path == "" || from.Path == "/sign-in" {
		return "/sign-in"
	}
	return "/sign-in?next=" + url.QueryEscape(from.RequestURI())
}
