package calendar

import (
	"embed"

	"throughline/internal/area"
)

// migrations makes this room's table.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Area is the calendar's plug: its table, and what its acts are called.
func Area() area.Area {
	return area.Area{Name: "calendar", Migrations: migrations,
		Acts:  map[string]string{"calendar.make": "made a calendar address", "calendar.end": "ended a calendar address"},
		Final: []string{"calendar.make", "calendar.end"}}
}
