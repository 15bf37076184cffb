// Package dsl reads and writes an architecture model in the Structurizr DSL.
//
// Parse turns the text of a workspace (and the files it includes) into plain
// values: elements, relationships, deployment, views and styles. Print writes
// them back: byte for byte the same text while nothing was changed, a fresh
// text otherwise. Nothing in a workspace is ever executed or fetched: scripts,
// plug-ins and component finders are kept as text with a warning, addresses on
// the network are refused, and files are read from the given fs.FS only.
//
// The package is pure: no database, no network, no clock.
package dsl
