package inbox

import (
	"embed"

	"throughline/internal/area"
)

// migrations makes this room's table.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Area is the inbox's plug: it has a table and nothing else to tell.
func Area() area.Area { return area.Area{Name: "inbox", Migrations: migrations} }
