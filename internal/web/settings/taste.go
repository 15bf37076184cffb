package settings

import (
	"context"
	"net/http"
	"net/url"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// prefer sets how pages look for the person.
func prefer(r *kit.Request) error {
	var in auth.Taste
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := r.Act("person.prefer", func(ctx context.Context, tx *journal.Tx) error { return auth.Prefer(ctx, tx, in) }); err != nil {
		return err
	}
	remember(r, "theme", in.Theme)
	return r.Done("/settings")
}

// digestOptions are the hours of the daily letter.
func digestOptions() []look.Option {
	out := look.WithNone("none")
	for _, h := range auth.DigestHours {
		out = append(out, look.Option{Value: h, Label: h})
	}
	return out
}

// theme keeps the theme of this browser, without JavaScript.
func theme(r *kit.Request) error {
	remember(r, "theme", oneOf(r.FormValue("theme"), "light", "dark"))
	return r.Go(from(r))
}

// density keeps how close the rows of this browser stand.
func density(r *kit.Request) error {
	remember(r, "density", oneOf(r.FormValue("density"), "compact"))
	return r.Go(from(r))
}

func oneOf(value string, words ...string) string {
	for _, w := range words {
		if w == value {
			return w
		}
	}
	return ""
}

// remember keeps a taste in a cookie that the page's script reads too; nothing takes it away.
func remember(r *kit.Request, name, value string) {
	c := &http.Cookie{Name: name, Value: value, Path: "/", SameSite: http.SameSiteLaxMode, MaxAge: 365 * 24 * 3600}
	if value == "" {
		c.MaxAge = -1
	}
	http.SetCookie(r.Writer(), c)
}

// from is the page of ours that the form stood on.
func from(r *kit.Request) string {
	u, err := url.Parse(r.Referer())
	if err != nil || u.Host != r.Host || u.Path == "" || u.Path[0] != '/' || len(u.Path) > 1 && u.Path[1] == '/' {
		return "/inbox"
	}
	return u.RequestURI()
}
