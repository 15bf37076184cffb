// Package followup draws what is written to the customer after a call or a demo: the draft in their
// language, edited in place, who gets it, and what went out.
package followup

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the page of a talk's follow-up and its acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/follow-ups/{kind}/{talk}", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/follow-ups/{kind}/{talk}", Needs: auth.Promise, Do: write, Page: show},
		{Path: "POST /deals/{deal}/follow-ups/{kind}/{talk}/send", Needs: auth.Promise, Do: send, Page: show},
		{Path: "POST /deals/{deal}/follow-ups/{kind}/{talk}/drop", Needs: auth.Promise, Do: drop, Page: show},
	}
}
