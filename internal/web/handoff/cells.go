package handoff

import (
	"github.com/a-h/templ"

	core "throughline/internal/handoff"
	"throughline/internal/web/look"
)

func cells(v *view, d core.DraftRow) []templ.Component {
	why := look.Soft("")
	if d.Exception != "" {
		why = look.Text(d.Exception)
	}
	return []templ.Component{look.Link(d.Key, v.r.DealPath("requirements/"+d.Key)), look.Text(d.Requirement.Statement), look.Priority(string(d.Requirement.Priority)), look.Text(string(d.Bought)), why}
}
