package compete

import "embed"

// Migrations makes this area's tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS
