// Package delivery is the way to go-live as pages: the plan, the checks, the gates and the
// decision, each a view of one room by its address.
package delivery

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are delivery's page and acts.
func Routes() []kit.Route {
	out := []kit.Route{
		{Path: "GET /deals/{deal}/delivery", Needs: auth.See, Do: show},
		{Path: "GET /deals/{deal}/delivery/files/{hash}", Needs: auth.See, Do: download},
	}
	post := func(path string, do func(*kit.Request) error, large bool) {
		out = append(out, kit.Route{Path: "POST /deals/{deal}/delivery/" + path, Needs: auth.Build, Do: do, Page: show, Large: large})
	}
	post("tasks", addTask, false)
	post("tasks/{id}/edit", editTask, false)
	post("tasks/{id}/link", linkTask, false)
	post("tasks/{id}/complete", completeTask, false)
	post("tasks/{id}/reopen", reopenTask, false)
	post("tasks/{id}/remove", removeTask, false)
	post("plan/preview", previewPlan, true)
	post("plan/import", importPlan, true)
	post("checks", addCheck, false)
	post("checks/derive", deriveChecks, false)
	post("checks/{id}/edit", editCheck, false)
	post("checks/{id}/result", recordResult, true)
	post("checks/{id}/withdraw", withdrawCheck, false)
	post("gates", addGate, false)
	post("gates/{id}/sign", signGate, false)
	post("gates/{id}/withdraw", withdrawGateSignature, false)
	post("gates/{id}/remove", removeGate, false)
	post("go-live", decide, false)
	post("go-live/{id}/withdraw", withdrawDecision, false)
	post("go-live/{id}/end-hypercare", endHypercare, false)
	return out
}
