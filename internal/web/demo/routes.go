// Package demo is what was shown to whom and what was answered, as pages: the demos with their
// segments and reactions, and the written answers, each a view of one room by its address.
package demo

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's page and acts.
func Routes() []kit.Route {
	out := []kit.Route{{Path: "GET /deals/{deal}/demo", Needs: auth.See, Do: show}}
	post := func(path string, do func(*kit.Request) error) {
		out = append(out, kit.Route{Path: "POST /deals/{deal}/demo/" + path, Needs: auth.Sell, Do: do, Page: show})
	}
	post("demos", plan)
	post("demos/{id}/edit", edit)
	post("demos/{id}/deliver", deliver)
	post("demos/{id}/withdraw", withdraw)
	post("demos/{id}/segments", addSegment)
	post("demos/{id}/react", react)
	post("segments/{id}/edit", editSegment)
	post("answers", write)
	post("answers/{id}/edit", rewrite)
	post("answers/{id}/approve", approve)
	post("answers/{id}/withdraw", withdrawAnswer)
	return out
}
