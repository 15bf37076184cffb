// Package rest is how operations are declared and served: contracts from types, pages, revisions,
// problems. It knows who asks and which deal they mean, and no area.
package rest

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"throughline/internal/area"
	"throughline/internal/auth"
)

// Server is what the operations share.
type Server struct {
	House    *area.House
	sessions *scs.SessionManager
	api      huma.API
	mux      *http.ServeMux
	needs    []Need
}

// Need is one operation's line in the role table: what a test goes through.
type Need struct {
	Method, Path string
	Permission   string
}

// New is a server without operations yet.
func New(h *area.House, sessions *scs.SessionManager, version string) *Server {
	huma.NewError = newProblem
	mux := http.NewServeMux()
	cfg := huma.DefaultConfig("Throughline", version)
	cfg.CreateHooks = nil // else every body carries a $schema
	cfg.DocsPath = ""     // its page would load scripts from elsewhere
	cfg.SchemasPath = ""
	cfg.Info.Description = "One thread for every requirement, from the call where it was heard to the check that proves it in production."
	cfg.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	cfg.Security = []map[string][]string{{"token": {}}}
	cfg.FieldsOptionalByDefault = true // acts say themselves what they miss, in their own words
	cfg.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	alias(cfg.Components.Schemas)
	s := &Server{House: h, sessions: sessions, api: humago.NewWithPrefix(mux, "/api", cfg), mux: mux}
	s.api.UseMiddleware(s.who)
	return s
}

// Handler serves the operations.
func (s *Server) Handler() http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(denyCrossOrigin))
	ours := *s.sessions // the pages have their own words for a session that cannot be read
	ours.ErrorFunc = noSession
	return ours.LoadAndSave(cross.Handler(s.mux))
}

// Needs lists every operation with the permission it takes.
func (s *Server) Needs() []Need { return s.needs }

// On is an operation's line.
func On(path, summary string, needs auth.Permission) Op { return Op{path, summary, needs} }
