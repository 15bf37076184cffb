package demo

import (
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Demo is one showing of the product to people of the customer.
type Demo struct {
	journal.Row
	Title     string        `db:"title" json:"title"`
	Kind      string        `db:"kind" json:"kind"`
	State     State         `db:"state" json:"state"`
	HeldAt    clock.Instant `db:"held_at" json:"held_at"`        // when it was held; while planned, when it is to be
	PlannedAt clock.Instant `db:"planned_at" json:"planned_at"`  // when it was put down
	Minutes   int           `db:"minutes" json:"minutes"`        // its planned length; 0 for the usual one
	Contacts  []string      `db:"contacts,json" json:"contacts"` // who attends of the customer: contacts' ids
	Persons   []string      `db:"persons,json" json:"persons"`   // who attends of ours
	Owner     string        `db:"owner" json:"owner"`            // whose demo it is: a person's id
	Why       string        `db:"why" json:"why,omitempty"`      // why it was withdrawn
}

// Kinds of demo: held live, a recording or clickable copy, or one left for them to look at.
var Kinds = []string{"live", "captured", "left behind"}

// State is how far a demo is.
type State string

// The states.
const (
	Planned   State = "planned"
	Delivered State = "delivered"
	Withdrawn State = "withdrawn"
)

var demoKind = journal.Declare[Demo]("demo", "demo")

// attended says whether the contact was there.
func (d Demo) attended(contact string) bool {
	for _, c := range d.Contacts {
		if c == contact {
			return true
		}
	}
	return false
}
