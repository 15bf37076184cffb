// Package evaluation is how a requirement is proven and won, as pages: the technical win with
// what is missing, the evaluations, their criteria with results, and the sign-offs, each a view
// of one room by its address.
package evaluation

import (
	"throughline/internal/auth"
	core "throughline/internal/evaluation"
	"throughline/internal/web/kit"
)

// Routes are the evaluation's page and acts, and the files that its things name.
func Routes() []kit.Route {
	out := []kit.Route{
		{Path: "GET /deals/{deal}/evaluation", Needs: auth.See, Do: show},
		{Path: "GET /deals/{deal}/files/{hash}", Needs: auth.See, Do: download},
	}
	post := func(path string, do func(*kit.Request) error) {
		out = append(out, kit.Route{Path: "POST /deals/{deal}/evaluation/" + path, Needs: auth.Sell, Do: do, Page: show})
	}
	post("evaluations", draft)
	post("evaluations/{id}/edit", edit)
	post("evaluations/{id}/entry", markEntry)
	post("evaluations/{id}/agree", step(core.Agree, "agree"))
	post("evaluations/{id}/start", step(core.Start, "start"))
	post("evaluations/{id}/readout", step(core.ReadOut, "readout"))
	post("evaluations/{id}/close", step(core.Close, "close"))
	post("evaluations/{id}/withdraw", step(core.Withdraw, "withdraw"))
	post("evaluations/{id}/criteria", addCriterion)
	post("evaluations/{id}/derive", deriveCriteria)
	post("evaluations/{id}/lock", lock)
	post("criteria/{id}/edit", editCriterion)
	post("criteria/{id}/remove", removeCriterion)
	post("criteria/{id}/waive", waive)
	post("waivers/{id}/withdraw", withdrawWaiver)
	post("results/{id}/pick", pick)
	post("grounds", addGround)
	post("grounds/{id}/withdraw", withdrawGround)
	post("sign-offs/{id}/withdraw", withdrawSignOff)
	post("decides", markDecides)
	post("claim", claim)
	post("lose", lose)
	post("outcomes/{id}/reopen", reopen)
	post("links", send)
	for path, do := range map[string]func(*kit.Request) error{"criteria/{id}/result": recordResult, "evaluations/{id}/import": importResults, "sign-offs": sign} {
		out = append(out, kit.Route{Path: "POST /deals/{deal}/evaluation/" + path, Needs: auth.Sell, Do: do, Page: show, Large: true})
	}
	return out
}
