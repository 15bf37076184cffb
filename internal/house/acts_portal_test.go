package house

import "maps"

// What people see behind a link, and the letters that carry it.
func init() {
	maps.Copy(onlyOnPages, map[string]string{
		"GET /l/{secret}":              "behind a link that was sent to one person; a program has no mailbox",
		"POST /l/{secret}":             "behind a link that was sent to one person; a program has no mailbox",
		"POST /l/{secret}/open":        "ties a browser to a link",
		"POST /l/{secret}/code":        "asks for a code for a browser",
		"POST /l/{secret}/enter":       "ties a browser to a link by a code",
		"GET /l/{secret}/sign-off.txt": "behind a link that was sent to one person; a program reads GET /deals/{deal}/links/{id}",
	})
	maps.Copy(sameAct, map[string]string{
		"POST /settings/people/{id}/invite":       "POST /people/{id}/invite",
		"GET /settings/letters/{id}":              "GET /letters/{id}",
		"POST /settings/letters/{id}/sent":        "POST /letters/{id}/sent",
		"POST /settings/letters/{id}/settled":     "POST /letters/{id}/settled",
		"GET /deals/{deal}/letters/{id}":          "GET /deals/{deal}/letters/{id}",
		"POST /deals/{deal}/letters/{id}/sent":    "POST /deals/{deal}/letters/{id}/sent",
		"POST /deals/{deal}/letters/{id}/settled": "POST /deals/{deal}/letters/{id}/settled",
		"POST /deals/{deal}/links/{id}/revoke":    "POST /deals/{deal}/links/{id}/revoke",
		"POST /deals/{deal}/evaluation/links":     "POST /deals/{deal}/sign-off-links",
		"POST /deals/{deal}/questions/{id}/send":  "POST /deals/{deal}/question-links",
	})
}
