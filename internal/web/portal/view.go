package portal

import (
	"net"
	"net/http"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// view is one browser before one link.
type view struct {
	r      *kit.Request
	src    *journal.Reader
	secret string
	visit  core.Visit
	how    string // the browser is tied to the link; core.Nobody where it is not
	w      *core.Words
	to     core.Reach
	home   account.Workspace
}

// behind finds the link of the address and hands it on. A link that opens nothing, whatever the
// reason, gives one and the same page.
func behind(do func(*view) error) func(*kit.Request) error {
	return func(r *kit.Request) error {
		v, err := load(r)
		if err == nil {
			err = do(v)
		}
		w := spoken(r)
		if v != nil {
			w = v.w
		}
		switch kind := problem.Of(err); {
		case err == nil:
			return nil
		case kind == problem.Missing:
			return r.DrawAs(http.StatusNotFound, notePage(w, w.GoneTitle, w.GoneWords))
		case v == nil && kind == problem.Busy:
			return r.DrawAs(http.StatusTooManyRequests, notePage(w, w.BusyTitle, w.BusyWords))
		}
		return err
	}
}

// load finds the link. Only those who guess are counted: a link that is there may be opened as
// often as one likes.
func load(r *kit.Request) (*view, error) {
	v := &view{r: r, secret: r.PathValue("secret")}
	var err error
	v.visit.Link, v.src, err = core.Find(r.Ctx(), r.House.Journal, v.secret)
	if problem.Of(err) == problem.Missing {
		if busy := auth.Knock(r.Ctx(), r.House.Journal.DB, "link from "+origin(r)); busy != nil {
			return nil, busy
		}
	}
	if err != nil {
		return nil, err
	}
	v.w = core.In(v.visit.Link.Language)
	v.visit.Inside = r.Person.ID != ""
	if c, err := r.Cookie(cookie); err == nil {
		v.visit.Mark = c.Value
	}
	if v.to, err = core.ReachOf(r.Ctx(), v.src, v.visit.Link); err != nil {
		return nil, problem.NotFound("link", "") // whom it was sent to was erased, or left
	}
	if v.home, err = account.Home(r.Ctx(), v.src); err != nil {
		return nil, err
	}
	if v.link().Ours && v.link().Recipient == r.Person.ID {
		v.how = core.ByCode // signed in as whom it was sent to: that is as good
		return v, nil
	}
	v.how, err = core.Tied(r.Ctx(), v.src, v.visit)
	return v, err
}

// origin is the network address that asks.
func origin(r *kit.Request) string {
	from := r.Site.ClientAddress(r.Request)
	if net.ParseIP(from) == nil {
		return "unknown"
	}
	return from
}

// spoken are the words in the browser's language, for a link that is not known.
func spoken(r *kit.Request) *core.Words {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		code, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if core.In(code).Code == code {
			return core.In(code)
		}
	}
	return core.In("en")
}

func (v *view) link() core.Link { return v.visit.Link }

func (v *view) live() bool { return v.link().Live(v.r.Now()) }

// path is the address of the link, or of an act on it.
func (v *view) path(rest string) string { return core.Path(v.secret) + rest }

// cookie holds the browser's mark. It goes to pages behind links only.
const cookie = "throughline-link"

// mark gives the browser a mark, unless it has one.
func (v *view) mark() {
	if v.visit.Mark != "" {
		return
	}
	v.visit.Mark = core.NewMark()
	http.SetCookie(v.r.Writer(), &http.Cookie{Name: cookie, Value: v.visit.Mark, Path: "/l/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: strings.HasPrefix(v.r.Base(), "https://"), MaxAge: 180 * 24 * 3600})
}
