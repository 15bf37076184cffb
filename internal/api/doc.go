// Package api is the JSON face under /api/. Whatever a page can do, it can do: one file an area,
// one line an act. OpenAPI 3.1 is generated at /api/openapi.json.
//
// Who asks is told by 'Authorization: Bearer tl_…' or by the session of a signed-in browser.
// A write names the revision it read in If-Match: 428 without it, 412 when it is stale. Errors
// are RFC 9457 problems that name the field. Lists come in pages with a cursor.
package api
