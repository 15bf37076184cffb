// Package api is the JSON face under /api/. Whatever a page can do, it can do: one file an area,
// one line an act. OpenAPI 3.1 is generated at /api/openapi.json.
//
// Who asks is told by 'Authorization: Bearer tl_…' or by the session of a signed-in browser.
// A write names the revision it read in If-Match: 428 without it, 412 when it is stale. Errors
// are RFC 9457 problems that name the field. Lists come in pages with a cursor.
package api

import (
	"net/http"
	"slices"

	"github.com/alexedwards/scs/v2"

	"throughline/internal/api/people"
	"throughline/internal/api/rest"
	"throughline/internal/area"
)

// New is the handler for /api/.
func New(h *area.House, sessions *scs.SessionManager, version string) http.Handler {
	return build(h, sessions, version).Handler()
}

// Needs lists every operation with the permission it takes.
func Needs(h *area.House, sessions *scs.SessionManager) []rest.Need {
	return build(h, sessions, "").Needs()
}

func build(h *area.House, sessions *scs.SessionManager, version string) *rest.Server {
	s := rest.New(h, sessions, version)
	for _, area := range slices.Concat(operations, people.Operations()) {
		area(s)
	}
	return s
}

// operations is every area's list.
var operations = []func(*rest.Server){}
