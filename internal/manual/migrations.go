package manual

import "embed"

// Migrations makes this room's tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS
