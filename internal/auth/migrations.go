package auth

import "embed"

// Migrations makes this package's tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS
