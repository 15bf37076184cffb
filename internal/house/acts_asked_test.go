package house

import "maps"

// What a deal is measured against outside, and what its design has to speak to.
func init() {
	maps.Copy(sameAct, map[string]string{
		"GET /deals/{deal}/compete":                       "GET /deals/{deal}/rivals, GET /deals/{deal}/claims, GET /competitors",
		"POST /deals/{deal}/compete":                      "POST /deals/{deal}/rivals",
		"POST /deals/{deal}/compete/{id}/end":             "POST /deals/{deal}/rivals/{id}/end",
		"POST /deals/{deal}/compete/claims":               "POST /deals/{deal}/claims",
		"POST /deals/{deal}/compete/claims/{id}/withdraw": "POST /deals/{deal}/claims/{id}/withdraw",
		"GET /competitors":                                "GET /competitors",
		"GET /competitors/{id}":                           "GET /competitors/{id}",
		"POST /competitors/{id}/edit":                     "PUT /competitors/{id}",
		"GET /deals/{deal}/gaps":                          "GET /deals/{deal}/gaps, GET /deals/{deal}/gaps/candidates",
		"POST /deals/{deal}/gaps":                         "POST /deals/{deal}/asks",
		"POST /deals/{deal}/gaps/{id}/leave":              "POST /deals/{deal}/asks/{id}/leave",
		"POST /deals/{deal}/gaps/{id}/pass-on":            "POST /deals/{deal}/asks/{id}/pass-on",
		"GET /gaps":                                       "GET /gaps",
		"GET /gaps/{id}":                                  "GET /gaps/{id}",
		"POST /gaps/{id}/edit":                            "PUT /gaps/{id}",
		"POST /gaps/{id}/tell":                            "POST /gaps/{id}/tell",
		"POST /gaps/{id}/answer":                          "POST /gaps/{id}/answer",
		"POST /deals/{deal}/design/concerns":              "POST /deals/{deal}/design/concerns",
		"POST /deals/{deal}/design/concerns/{id}/edit":    "PUT /deals/{deal}/design/concerns/{id}",
		"POST /deals/{deal}/design/concerns/{id}/drop":    "POST /deals/{deal}/design/concerns/{id}/drop",
		"GET /deals/{deal}/manuals/{name}":                "GET /deals/{deal}/manuals/{id}",
		"POST /deals/{deal}/manuals/{name}":               "POST /deals/{deal}/manuals/{id}",
	})
}
