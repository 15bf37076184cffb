// Package handoff is the crossing as pages: the draft, the signature, and the receiver's
// decisions, exceptions first.
package handoff

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the handoff's pages and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/handoff", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/handoff/receiver", Needs: auth.Receive, Do: nameReceiver, Page: show},
		{Path: "POST /deals/{deal}/handoff/sign", Needs: auth.Sign, Do: sign, Page: show},
		{Path: "POST /deals/{deal}/handoff/withdraw-signature", Needs: auth.Sign, Do: withdrawSignature, Page: show},
		{Path: "POST /deals/{deal}/handoff/run", Needs: auth.Build, Do: handOver, Page: show},
		{Path: "POST /deals/{deal}/handoff/withdraw-run", Needs: auth.Build, Do: withdrawRun, Page: show},
		{Path: "POST /deals/{deal}/handoff/accept", Needs: auth.Receive, Do: accept, Page: show},
		{Path: "POST /deals/{deal}/handoff/query", Needs: auth.Receive, Do: query, Page: show},
		{Path: "POST /deals/{deal}/handoff/return", Needs: auth.Receive, Do: giveBack, Page: show},
		{Path: "POST /deals/{deal}/handoff/void", Needs: auth.Receive, Do: void, Page: show},
		{Path: "POST /deals/{deal}/handoff/answer", Needs: auth.Sell, Do: answer, Page: show},
		{Path: "POST /deals/{deal}/handoff/withdraw", Needs: auth.Sell, Do: withdraw, Page: show},
		{Path: "POST /deals/{deal}/handoff/reoffer", Needs: auth.Sell, Do: reoffer, Page: show},
		{Path: "POST /deals/{deal}/handoff/mark", Needs: auth.Sign, Do: mark, Page: show},
	}
}
