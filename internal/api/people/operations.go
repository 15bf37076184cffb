// Package people is the JSON face of the people of the house: role guide, assessments, plans, pay,
// who is on a deal and whose hours it takes.
package people

import "throughline/internal/api/rest"

var operations []func(*rest.Server)

// Operations are the room's lists, one an area.
func Operations() []func(*rest.Server) { return operations }
