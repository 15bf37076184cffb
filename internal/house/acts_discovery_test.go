package house

import "maps"

// The acts of discovery, which are many, stand in a file of their own.
func init() {
	maps.Copy(sameAct, map[string]string{
		"GET /deals/{deal}/discovery":                     "GET /deals/{deal}/calls, GET /deals/{deal}/facts, GET /deals/{deal}/notes, GET /deals/{deal}/qualification, GET /deals/{deal}/candidates",
		"POST /deals/{deal}/discovery/calls":              "POST /deals/{deal}/calls",
		"POST /deals/{deal}/discovery/lists":              "POST /deals/{deal}/lists/files, POST /deals/{deal}/lists/read",
		"POST /deals/{deal}/discovery/{call}/change":      "POST /deals/{deal}/candidates/{id}/change",
		"POST /deals/{deal}/discovery/{call}/merge-many":  "POST /deals/{deal}/candidates/merge",
		"POST /deals/{deal}/discovery/{call}/more":        "POST /deals/{deal}/lists/{id}/more",
		"GET /deals/{deal}/discovery/answer/{call}":       "GET /deals/{deal}/lists/{id}/answer",
		"GET /deals/{deal}/discovery/answer/{call}/file":  "GET /deals/{deal}/lists/{id}/file",
		"POST /deals/{deal}/discovery/lists/{file}/take":  "POST /deals/{deal}/lists",
		"POST /deals/{deal}/discovery/facts":              "POST /deals/{deal}/facts",
		"POST /deals/{deal}/discovery/facts/{id}/edit":    "PUT /deals/{deal}/facts/{id}",
		"POST /deals/{deal}/discovery/facts/{id}/verify":  "POST /deals/{deal}/facts/{id}/verify",
		"POST /deals/{deal}/discovery/facts/{id}/remove":  "POST /deals/{deal}/facts/{id}/remove",
		"POST /deals/{deal}/discovery/notes":              "POST /deals/{deal}/notes",
		"POST /deals/{deal}/discovery/notes/{id}/edit":    "PUT /deals/{deal}/notes/{id}",
		"POST /deals/{deal}/discovery/notes/{id}/remove":  "POST /deals/{deal}/notes/{id}/remove",
		"GET /deals/{deal}/discovery/{call}":              "GET /deals/{deal}/calls/{id}, GET /deals/{deal}/candidates",
		"POST /deals/{deal}/discovery/{call}/edit":        "PUT /deals/{deal}/calls/{id}",
		"POST /deals/{deal}/discovery/{call}/consent":     "POST /deals/{deal}/calls/{id}/consent",
		"POST /deals/{deal}/discovery/{call}/remove":      "POST /deals/{deal}/calls/{id}/remove",
		"POST /deals/{deal}/discovery/{call}/forget":      "POST /deals/{deal}/calls/{id}/forget",
		"POST /deals/{deal}/discovery/{call}/voices":      "POST /deals/{deal}/voices/{id}/name",
		"POST /deals/{deal}/discovery/{call}/propose":     "POST /deals/{deal}/calls/{id}/propose",
		"POST /deals/{deal}/discovery/{call}/mark":        "POST /deals/{deal}/calls/{id}/mark",
		"POST /deals/{deal}/discovery/{call}/accept":      "POST /deals/{deal}/candidates/{id}/accept",
		"POST /deals/{deal}/discovery/{call}/merge":       "POST /deals/{deal}/candidates/{id}/merge",
		"POST /deals/{deal}/discovery/{call}/reject":      "POST /deals/{deal}/candidates/{id}/reject",
		"POST /deals/{deal}/discovery/{call}/accept-many": "POST /deals/{deal}/candidates/accept",
	})
}
