package kit

import (
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"throughline/internal/area"
	"throughline/internal/auth"
)

// Site is what all pages share.
type Site struct {
	House    *area.House
	Sessions *scs.SessionManager
	Log      *slog.Logger
	Version  string
	Upload   int64          // the largest upload through a browser, in bytes
	Public   string         // the address people use, as in https://throughline.example
	Proxies  []netip.Prefix // whose X-Forwarded-For is believed
	Tabs     func(*Request) []Tab
}

// Tab is one room of a deal, in the order of the stations.
type Tab struct {
	Label, Path string // "Evaluation", "evaluation"; the thread's own path is empty
	Seam        bool   // the signature stands before it
}

// NewSessions keeps sessions in the house's database: 14 days, 3 without use.
func NewSessions(h *area.House, secure bool) *scs.SessionManager {
	m := scs.New()
	m.Store = auth.Sessions{DB: h.Journal.DB}
	m.HashTokenInStore = true
	m.Lifetime = 14 * 24 * time.Hour
	m.Cookie.Name = "throughline"
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Secure = secure
	return m
}

// Handler serves the routes behind sessions, cross-origin protection and the headers that
// keep a page to itself.
func (s *Site) Handler(routes []Route) http.Handler {
	mux := http.NewServeMux()
	cross := http.NewCrossOriginProtection()
	for _, r := range routes {
		mux.Handle(r.Path, s.serve(r))
		if r.Secret {
			cross.AddInsecureBypassPattern(r.Path)
		}
	}
	mux.Handle("GET /", s.serve(Route{Path: "GET /", Do: func(r *Request) error { return missingPage(r) }}))
	cross.SetDenyHandler(s.serve(Route{Do: crossOrigin}))
	ours := *s.Sessions
	ours.ErrorFunc = s.noSession
	return secureHeaders(compress(ours.LoadAndSave(cross.Handler(mux))))
}

// noSession draws the failure that kept the session from being read: the database is gone.
func (s *Site) noSession(w http.ResponseWriter, hr *http.Request, err error) {
	r := &Request{Request: hr, Site: s, House: s.House, w: w}
	r.fail(Route{}, err)
}

// policy lets a page load only from here, run only our script, and be framed by nobody.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"

func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		next.ServeHTTP(w, r)
	})
}

// ClientAddress is who asks: the nearest address that is no proxy of ours.
func (s *Site) ClientAddress(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && s.trusted(host); i-- {
		if next := strings.TrimSpace(hops[i]); next != "" {
			host = next
		}
	}
	return host
}

func (s *Site) trusted(host string) bool {
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	for _, p := range s.Proxies {
		if p.Contains(addr.Unmap()) {
			return true
		}
	}
	return false
}
