// Package design is the room Design: the drawings of the model, what it lacks, its decisions,
// documents elsewhere, and the review of a version.
package design

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the design's pages and acts.
func Routes() []kit.Route {
	act := func(path string, do func(*kit.Request) error) kit.Route {
		return kit.Route{Path: "POST /deals/{deal}/design/" + path, Needs: auth.Build, Do: do, Page: show}
	}
	large := func(r kit.Route) kit.Route { r.Large = true; return r }
	return []kit.Route{
		{Path: "GET /deals/{deal}/design", Needs: auth.See, Do: show},
		{Path: "GET /deals/{deal}/design/workspace.dsl", Needs: auth.See, Do: export},
		{Path: "GET /deals/{deal}/design/elsewhere/{id}/file", Needs: auth.See, Do: file},
		large(act("import", importText)),
		act("elements", addElement), act("elements/{id}/edit", editElement), act("elements/{id}/remove", removeElement),
		act("relationships", relate), act("relationships/{id}/edit", editRelationship), act("relationships/{id}/remove", unrelate),
		act("views/{id}/move", move), act("views/{id}/tidy", tidy),
		act("satisfy", satisfy), act("requirements/{key}/satisfy", satisfyRequirement),
		act("decisions", addDecision), act("decisions/{id}/edit", editDecision), act("decisions/{id}/decide", decide),
		large(act("elsewhere", pointElsewhere)), act("elsewhere/{id}/approve", approveElsewhere), act("elsewhere/{id}/withdraw", withdrawElsewhere),
		act("concerns", advise), act("concerns/{id}/edit", advise), act("concerns/{id}/drop", dropConcern),
		act("reviews", requestReview), act("versions/{id}/approve", approve), act("versions/{id}/withdraw", withdrawApproval),
		act("comments", comment), act("comments/{id}/resolve", resolveComment),
	}
}
