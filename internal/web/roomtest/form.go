package roomtest

import (
	"net/url"
	"strings"
	"testing"
)

// Form is what a form sends, in pairs of name and value.
func Form(pairs ...string) url.Values {
	out := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out.Add(pairs[i], pairs[i+1])
	}
	return out
}

// Holds says which of the words a page lacks.
func Holds(t testing.TB, what, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("%s: %q is not there", what, w)
		}
	}
}
