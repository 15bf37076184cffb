package api

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"throughline/internal/area"
)

// server is what the operations share.
type server struct {
	house    *area.House
	sessions *scs.SessionManager
	api      huma.API
	needs    []Need
}

// Need is one operation's line in the role table: what a test goes through.
type Need struct {
	Method, Path string
	Permission   string
}

// New is the handler for /api/.
func New(h *area.House, sessions *scs.SessionManager, version string) http.Handler {
	handler, _ := build(h, sessions, version)
	return handler
}

// Needs lists every operation with the permission it takes.
func Needs(h *area.House, sessions *scs.SessionManager) []Need {
	_, s := build(h, sessions, "")
	return s.needs
}

func build(h *area.House, sessions *scs.SessionManager, version string) (http.Handler, *server) {
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
	s := &server{house: h, sessions: sessions, api: humago.NewWithPrefix(mux, "/api", cfg)}
	s.api.UseMiddleware(s.who)
	for _, area := range operations {
		area(s)
	}
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(denyCrossOrigin))
	ours := *sessions // the pages have their own words for a session that cannot be read
	ours.ErrorFunc = noSession
	return ours.LoadAndSave(cross.Handler(mux)), s
}

// operations is every area's list.
var operations = []func(*server){}
