package api

import (
	"net/http"

	"github.com/alexedwards/scs/v2"

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
	for _, area := range operations {
		area(s)
	}
	return s
}

// operations is every area's list.
var operations = []func(*rest.Server){}
