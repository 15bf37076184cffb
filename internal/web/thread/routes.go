package thread

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the thread's pages and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/requirements", Needs: auth.Sell, Do: add, Page: show},
		{Path: "GET /deals/{deal}/requirements/{key}", Needs: auth.See, Do: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/edit", Needs: auth.Sell, Do: edit, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/withdraw", Needs: auth.Sell, Do: withdraw, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/reinstate", Needs: auth.Sell, Do: reinstate, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/split", Needs: auth.Sell, Do: split, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/merge", Needs: auth.Sell, Do: merge, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/owe", Needs: auth.Sell, Do: owe, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/date", Needs: auth.Sell, Do: date, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/feasible", Needs: auth.Build, Do: feasible, Page: showRequirement},
		{Path: "POST /deals/{deal}/requirements/{key}/question", Needs: auth.Promise, Do: ask, Page: showRequirement},
		{Path: "POST /deals/{deal}/promises", Needs: auth.Promise, Do: give, Page: show},
		{Path: "GET /deals/{deal}/promises/{id}", Needs: auth.See, Do: showPromise},
		{Path: "POST /deals/{deal}/promises/{id}/settle", Needs: auth.Promise, Do: settle, Page: showPromise},
		{Path: "GET /deals/{deal}/questions/{id}", Needs: auth.See, Do: showQuestion},
		{Path: "POST /deals/{deal}/questions/{id}/answer", Needs: auth.Promise, Do: answer, Page: showQuestion},
		{Path: "POST /deals/{deal}/questions/{id}/send", Needs: auth.Promise, Do: sendQuestion, Page: showQuestion},
	}
}
