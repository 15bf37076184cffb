package search

import "embed"

// Migrations makes the index, by dialect.
//
//go:embed migrations
var Migrations embed.FS
