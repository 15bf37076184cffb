package brief

import (
	core "throughline/internal/brief"
	"throughline/internal/clock"
	"throughline/internal/web/assets"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

type view struct {
	core.Brief
	r *kit.Request
}

func show(r *kit.Request) error {
	t, err := r.House.Thread(r.Ctx(), r.Reader, r.Deal.ID, r.Today())
	if err != nil {
		return err
	}
	b, err := core.Of(r.Ctx(), r.Reader, &t, r.PathValue("meeting"), r.Now())
	if err != nil {
		return err
	}
	v := &view{b, r}
	shell := r.Shell(b.Title(), "/inbox")
	shell.Style, shell.Light = "brief.css", true
	return r.Draw(page(shell, v))
}

// keeper is the service worker. It is asked for anew each time, so that a new one is taken at once.
func keeper(r *kit.Request) error {
	w := r.Writer()
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, err := w.Write(assets.Content("keep.js"))
	return err
}

func (v *view) when() string {
	if v.Meeting.At.IsZero() {
		return "No meeting is planned; here is everyone with a say."
	}
	return v.r.Moment(v.Meeting.At)
}

func (v *view) about() string {
	s := v.Account + " · " + v.Deal
	for i, p := range v.Ours {
		if i == 0 {
			s += " · ours: "
		} else {
			s += ", "
		}
		s += p
	}
	return s
}

func (v *view) acts() []look.Act {
	acts := []look.Act{{Label: "The deal", Href: v.r.DealPath("")}, {Label: "Note", Icon: "note", Href: "/capture?deal=" + v.Key}}
	if v.Meeting.ID != "" && v.r.PathValue("meeting") == "" {
		acts = append(acts, look.Act{Label: "As a document", Href: v.r.DealPath("documents/meeting-brief.html")})
	}
	return acts
}

func (v *view) day(d clock.Date) string { return v.r.Day(d) }
