// Package discovery is where a deal is heard, as pages: calls and their words, the candidates
// found in them one decision a key, facts of the environment, qualification and open questions.
package discovery

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's pages and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/discovery", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/discovery/calls", Needs: auth.Sell, Do: record, Page: show, Large: true},
		{Path: "POST /deals/{deal}/discovery/lists", Needs: auth.Sell, Do: bringList, Page: show, Large: true},
		{Path: "GET /deals/{deal}/discovery/lists/{file}", Needs: auth.Sell, Do: showList},
		{Path: "POST /deals/{deal}/discovery/lists/{file}/take", Needs: auth.Sell, Do: takeList, Page: showList},
		{Path: "POST /deals/{deal}/discovery/facts", Needs: auth.Sell, Do: addFact, Page: show},
		{Path: "POST /deals/{deal}/discovery/facts/{id}/edit", Needs: auth.Sell, Do: editFact, Page: show},
		{Path: "POST /deals/{deal}/discovery/facts/{id}/verify", Needs: auth.Sell, Do: verifyFact, Page: show},
		{Path: "POST /deals/{deal}/discovery/facts/{id}/remove", Needs: auth.Sell, Do: removeFact, Page: show},
		{Path: "POST /deals/{deal}/discovery/notes", Needs: auth.Sell, Do: addNote, Page: show},
		{Path: "POST /deals/{deal}/discovery/notes/{id}/edit", Needs: auth.Sell, Do: editNote, Page: show},
		{Path: "POST /deals/{deal}/discovery/notes/{id}/remove", Needs: auth.Sell, Do: removeNote, Page: show},
		{Path: "GET /deals/{deal}/discovery/{call}", Needs: auth.See, Do: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/edit", Needs: auth.Sell, Do: editCall, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/consent", Needs: auth.Sell, Do: consent, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/remove", Needs: auth.Sell, Do: removeCall, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/forget", Needs: auth.Forget, Do: forgetCall, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/voices", Needs: auth.Sell, Do: nameVoice, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/propose", Needs: auth.Sell, Do: propose, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/mark", Needs: auth.Sell, Do: mark, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/accept", Needs: auth.Sell, Do: accept, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/merge", Needs: auth.Sell, Do: merge, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/reject", Needs: auth.Sell, Do: reject, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/change", Needs: auth.Sell, Do: takeChange, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/merge-many", Needs: auth.Sell, Do: mergeMany, Page: showCall},
		{Path: "POST /deals/{deal}/discovery/{call}/more", Needs: auth.Sell, Do: takeOn, Page: showCall},
		{Path: "GET /deals/{deal}/discovery/answer/{call}", Needs: auth.See, Do: showReply},
		{Path: "GET /deals/{deal}/discovery/answer/{call}/file", Needs: auth.See, Do: giveReply},
		{Path: "POST /deals/{deal}/discovery/{call}/accept-many", Needs: auth.Sell, Do: acceptMany, Page: showCall},
	}
}
