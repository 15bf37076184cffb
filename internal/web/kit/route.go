package kit

import (
	"strings"

	"throughline/internal/auth"
)

// Route is one line of the route table.
type Route struct {
	Path  string          // method and pattern, as http.ServeMux takes them
	Needs auth.Permission // what the role must allow; empty for pages before sign-in
	Do    func(*Request) error
	// Page is drawn again when a POST fails with a problem, with what was typed.
	Page func(*Request) error
	// Large lets the form carry files up to the upload limit; others stop at 1 MB.
	Large bool
	// Secret says that the address holds a secret of its own: it is in no log, no index and no
	// referrer, and whoever knows it needs no other proof that a form was meant.
	Secret bool
}

// Method is the first word of the path.
func (r Route) Method() string { m, _, _ := strings.Cut(r.Path, " "); return m }
