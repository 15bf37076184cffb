package team

import (
	"sync"

	"throughline/internal/engagement"
	"throughline/internal/engagement/rule"
	"throughline/internal/people/guide"
)

var shipped = sync.OnceValues(func() (*rule.Table, error) { return rule.Read(guide.Shipped().Engagement) })

// Rules decide who is on a deal: those of the shipped guide, where a workspace has none of its own.
func Rules() engagement.Rules {
	table, err := shipped()
	if err != nil {
		panic(err) // TestTheShippedRulesAreWhole holds it
	}
	return engagement.Rules{Shipped: table}
}
