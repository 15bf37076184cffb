package house

import "maps"

// onlyOnPages are the pages and acts that a program has no use for, with the reason.
var onlyOnPages = map[string]string{
	"GET /sign-in":                             "a program comes in with a token",
	"POST /sign-in":                            "a program comes in with a token",
	"POST /sign-out":                           "a program comes in with a token",
	"POST /switch":                             "whom a browser's session is, in the sample",
	"POST /settings/switch":                    "which workspace a browser's session is in; a token belongs to one",
	"POST /settings/theme":                     "a cookie of this browser; POST /me/taste is the person's own",
	"POST /settings/density":                   "a cookie of this browser; POST /me/taste is the person's own",
	"GET /deals/new":                           "an empty form",
	"GET /keys":                                "the keys of the pages",
	"GET /calendar/{file}":                     "a calendar's own address, which says who asks; GET /calendar tells a program the same",
	"GET /deals/{deal}/discovery/lists/{file}": "what a person said of a list so far, in the address; POST /deals/{deal}/lists/read answers at once",
	"GET /go/{kind}/{id}":                      "leads a browser to a thing's page",
}

// wider are operations that more roles may ask than the page that does the same: those roles
// read or do it on other pages.
var wider = []string{"GET /people", "GET /workspace", "GET /contacts", "GET /contacts/{id}", "PUT /deals/{deal}/stakeholders/{id}"}

// sameAct names for each page the operations that read or do the same.
var sameAct = union(actsOfDeals, actsOfTheWorkspace)

func union(all ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}

// actsOfTheWorkspace are those of pages outside of a deal.
var actsOfTheWorkspace = map[string]string{
	"POST /undo":                              "POST /acts/{id}/undo",
	"GET /impact/{kind}/{id}":                 "GET /impact/{id}, GET /capabilities/impact",
	"GET /search":                             "GET /search, GET /deals/{deal}/search",
	"GET /palette":                            "GET /palette",
	"GET /capture":                            "GET /captures",
	"POST /capture":                           "POST /captures",
	"GET /capture/{note}":                     "GET /captures",
	"POST /capture/{note}/file":               "POST /captures/{id}/file",
	"POST /capture/{note}/drop":               "POST /captures/{id}/drop",
	"GET /inbox":                              "GET /inbox",
	"POST /inbox/seen":                        "POST /inbox/seen",
	"GET /import":                             "GET /imports",
	"POST /import":                            "POST /imports, POST /files",
	"GET /import/{run}":                       "GET /imports/{id}",
	"POST /import/{run}/say":                  "POST /imports/{id}/say",
	"POST /import/{run}/take":                 "POST /imports/{id}/take",
	"POST /import/{run}/leave":                "POST /imports/{id}/leave",
	"POST /import/{run}/back":                 "POST /imports/{id}/back",
	"GET /import-duplicates":                  "GET /accounts/duplicates",
	"POST /import-duplicates":                 "POST /accounts/{id}/merge",
	"GET /settings":                           "GET /me, GET /tokens, GET /roles",
	"POST /settings/taste":                    "POST /me/taste",
	"POST /settings/password":                 "POST /me/password",
	"POST /settings/tokens":                   "POST /tokens",
	"POST /settings/tokens/{id}/revoke":       "POST /tokens/{id}/revoke",
	"POST /settings/calendar":                 "POST /calendar",
	"POST /settings/calendar/end":             "POST /calendar/end",
	"GET /settings/people":                    "GET /people",
	"POST /settings/people":                   "POST /people",
	"POST /settings/people/{id}/edit":         "PUT /people/{id}",
	"POST /settings/people/{id}/password":     "POST /people/{id}/password",
	"GET /settings/workspace":                 "GET /workspace",
	"POST /settings/workspace":                "PUT /workspace",
	"POST /settings/workspaces":               "POST /workspaces",
	"POST /settings/sample/remove":            "POST /workspaces/{id}/remove",
	"GET /settings/erase":                     "GET /contacts, GET /contacts/{id}",
	"POST /settings/erase":                    "POST /contacts/{id}/erase",
	"GET /people":                             "GET /people/roles, GET /people/skills",
	"GET /people/fit":                         "GET /people/skills",
	"POST /people/fit":                        "POST /people/fit",
	"GET /people/title":                       "GET /people/roles",
	"POST /people/title":                      "POST /people/title",
	"GET /people/ladders":                     "GET /people/ladders",
	"GET /people/transitions":                 "GET /people/transitions",
	"GET /people/engagement":                  "GET /people/engagement",
	"GET /people/pay":                         "GET /people/bands",
	"GET /people/pay/check":                   "GET /people/bands",
	"POST /people/pay/check":                  "POST /people/check",
	"GET /settings/engagement":                "GET /engagement",
	"POST /settings/engagement":               "POST /engagement",
	"GET /staffing":                           "GET /staffing",
	"POST /staffing/hours":                    "POST /staffing/hours",
	"POST /staffing/keep":                     "POST /staffing/keep",
	"POST /staffing/fix":                      "POST /staffing/fix",
	"POST /staffing/release":                  "POST /staffing/release",
	"GET /staffing/capacity":                  "GET /staffing/capacity",
	"POST /staffing/capacity":                 "POST /staffing/capacity",
	"GET /my":                                 "GET /my",
	"POST /my/wish":                           "POST /my/wish",
	"POST /my/limits":                         "POST /my/limits",
	"POST /my/certificates":                   "POST /my/certificates",
	"POST /my/certificates/{id}/edit":         "PUT /my/certificates/{id}",
	"POST /my/certificates/{id}/remove":       "POST /my/certificates/{id}/remove",
	"POST /my/evidence":                       "POST /my/evidence",
	"POST /my/plans":                          "POST /my/plans",
	"POST /my/plans/{id}/share":               "POST /my/plans/{id}/share",
	"POST /my/plans/{id}/end":                 "POST /my/plans/{id}/end",
	"POST /my/plans/{id}/items":               "POST /my/plans/{id}/items",
	"POST /my/items/{id}/edit":                "PUT /my/items/{id}",
	"POST /my/items/{id}/remove":              "POST /my/items/{id}/remove",
	"POST /my/items/{id}/finish":              "POST /my/items/{id}/finish",
	"POST /my/assessments":                    "POST /team/{id}/assessments",
	"GET /my/assessments/{id}":                "GET /assessments/{id}",
	"POST /my/assessments/{id}/rate":          "POST /assessments/{id}/rate, POST /assessments/{id}/finish",
	"POST /my/assessments/{id}/talk":          "POST /assessments/{id}/talk",
	"POST /my/assessments/{id}/agree":         "POST /assessments/{id}/agree",
	"POST /my/assessments/{id}/dispute":       "POST /assessments/{id}/dispute",
	"POST /my/assessments/{id}/close":         "POST /assessments/{id}/close",
	"POST /my/assessments/{id}/cancel":        "POST /assessments/{id}/cancel",
	"GET /team":                               "GET /team",
	"GET /team/{person}":                      "GET /team/{id}",
	"POST /team/{person}/standing":            "POST /team/{id}/standing",
	"POST /team/{person}/assessments":         "POST /team/{id}/assessments",
	"GET /settings/office":                    "GET /people-administrators",
	"POST /settings/office":                   "POST /people-administrators",
	"POST /settings/office/dismiss":           "POST /people-administrators/dismiss",
	"POST /settings/office/erase":             "POST /people/{id}/erase",
	"GET /settings/guide":                     "GET /people/guide",
	"POST /settings/guide":                    "POST /people/guide",
	"GET /settings/guide/file":                "GET /people/guide",
	"POST /settings/guide/skills":             "POST /people/guide/skills",
	"POST /settings/guide/skills/{id}/edit":   "POST /people/guide/skills/{id}/edit",
	"POST /settings/guide/skills/{id}/remove": "POST /people/guide/skills/{id}/remove",
	"POST /settings/guide/shipped":            "POST /people/guide/shipped",
}
