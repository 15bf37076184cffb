// Package assets holds what the browser loads beside a page: the stylesheet, the
// islands with htmx, and the typeface. All of it is built into the binary.
//
// The sources are island/*.ts and ../look/style/*.css. The program in bundle/
// writes dist/, which is committed; run it with
//
//	go generate ./internal/web/assets
//
// after 'npm ci'. Pages ask URL for an address and never write one by hand: the
// address carries the hash of the content, so a browser may keep it for good.
package assets

//go:generate go run ./bundle
