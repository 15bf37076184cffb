package journal

import "embed"

// Migrations makes the journal's own tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS
