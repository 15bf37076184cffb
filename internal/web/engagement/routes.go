// Package engagement is who is on a deal, as a page: the facts that decide it, the rule that
// fired, what would change it, and the requests for an SA.
package engagement

import (
	"throughline/internal/auth"
	core "throughline/internal/engagement"
	"throughline/internal/web/kit"
)

// Routes are the room's page and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/engagement", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/engagement/facts", Needs: auth.Sell, Do: setFact, Page: show},
		{Path: "POST /deals/{deal}/engagement/choose", Needs: auth.Sell, Do: choose, Page: show},
		{Path: "POST /deals/{deal}/engagement/requests", Needs: auth.Sell, Do: request, Page: show},
		{Path: "POST /deals/{deal}/engagement/requests/{id}/take", Needs: auth.Receive, Do: answer("engagement.take", core.Take), Page: show},
		{Path: "POST /deals/{deal}/engagement/requests/{id}/decline", Needs: auth.Receive, Do: answer("engagement.decline", core.Decline), Page: show},
		{Path: "POST /deals/{deal}/engagement/requests/{id}/withdraw", Needs: auth.Sell, Do: answer("engagement.withdraw", core.Withdraw), Page: show},
		{Path: "POST /deals/{deal}/engagement/requests/{id}/finish", Needs: auth.Receive, Do: answer("engagement.finish", core.Finish), Page: show},
	}
}
