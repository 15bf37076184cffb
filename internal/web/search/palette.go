package search

import (
	"encoding/json"
	"net/url"
	"strings"

	"throughline/internal/area"
	"throughline/internal/web/kit"
)

// line is one line of the palette, as its island reads it.
type line struct {
	Title string `json:"title"`
	Hint  string `json:"hint"`
	Href  string `json:"href"`
	Key   string `json:"key"`
}

// palette answers what is typed into 'find or go to'.
func palette(r *kit.Request) error {
	hits, err := r.House.Palette(r.Ctx(), r.Reader, r.URL.Query().Get("q"))
	if err != nil {
		return err
	}
	out := make([]line, 0, len(hits))
	for _, h := range hits {
		out = append(out, lineOf(h))
	}
	w := r.Writer()
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	return json.NewEncoder(w).Encode(out)
}

func lineOf(h area.Hit) line {
	l := line{Title: h.Title, Key: h.Key}
	switch h.Kind {
	case "opportunity":
		l.Title, l.Hint, l.Href = h.Deal.Account, h.Deal.Name, "/deals/"+h.Deal.Prefix
	case "requirement":
		l.Hint, l.Href = h.Deal.Account, "/deals/"+h.Deal.Prefix+"/requirements/"+h.Key
	case "account":
		l.Hint, l.Href = "account", "/deals?phase=all&words="+url.QueryEscape(h.Title)
	case "person":
		l.Hint, l.Href = "person of ours", "/impact/person/"+h.ID
	case "contact":
		l.Hint, l.Href = "contact", "/impact/contact/"+h.ID
	default:
		l.Hint, l.Href = strings.ReplaceAll(h.Kind, "-", " "), "/go/"+url.PathEscape(h.Kind)+"/"+h.ID
	}
	return l
}
