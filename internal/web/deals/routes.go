// Package deals is the portfolio: every deal of the workspace with its coverage, breaks and money;
// and what is written of a deal by hand: itself, its people, its end.
package deals

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of the portfolio, and of a deal as it is written by hand.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals", Needs: auth.See, Do: list},
		{Path: "GET /deals/new", Needs: auth.Promise, Do: showNew},
		{Path: "POST /deals/new", Needs: auth.Promise, Do: add, Page: showNew},
		{Path: "GET /deals/{deal}/edit", Needs: auth.See, Do: showEdit},
		{Path: "POST /deals/{deal}/edit", Needs: auth.Promise, Do: edit, Page: showEdit},
		{Path: "POST /deals/{deal}/lose", Needs: auth.Sign, Do: lose, Page: showEdit},
		{Path: "POST /deals/{deal}/reopen", Needs: auth.Sign, Do: reopen, Page: showEdit},
		{Path: "POST /deals/{deal}/archive", Needs: auth.Forget, Do: archive, Page: showEdit},
		{Path: "POST /deals/{deal}/delete", Needs: auth.Forget, Do: remove, Page: showEdit},
		{Path: "GET /deals/{deal}/people", Needs: auth.See, Do: showPeople},
		{Path: "POST /deals/{deal}/people", Needs: auth.Promise, Do: addStakeholder, Page: showPeople},
		{Path: "POST /deals/{deal}/people/{id}/edit", Needs: auth.Promise, Do: editStakeholder, Page: showPeople},
		{Path: "POST /deals/{deal}/people/{id}/contact", Needs: auth.Promise, Do: editContact, Page: showPeople},
		{Path: "POST /deals/{deal}/people/{id}/remove", Needs: auth.Promise, Do: removeStakeholder, Page: showPeople},
	}
}
