package design

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

// Element is one thing of the model: a person, a system, a part of one, or what it runs on. It
// is made by a form or by reading a text, and keeps its id through both.
type Element struct {
	journal.Row
	Path        string        `db:"path" json:"key"`     // canonical: "Container://Relay.Event router"
	Origin      string        `db:"origin" json:"-"`     // its path in the text read last; empty when made by a form
	Identifier  string        `db:"identifier" json:"-"` // as the text names it
	Place       int           `db:"place" json:"-"`      // its order in the model
	Kind        dsl.Kind      `db:"kind" json:"kind"`    //
	Name        string        `db:"name" json:"name"`    //
	Description string        `db:"description" json:"description"`
	Technology  string        `db:"technology" json:"technology"`
	Parent      string        `db:"parent" json:"parent"`           // the element that holds it, by id
	Of          string        `db:"instance_of" json:"instance_of"` // of an instance: the system or container, by id
	Environment string        `db:"environment" json:"environment"` // of what is deployed
	Tags        []string      `db:"tags,json" json:"tags"`
	Group       string        `db:"grouping_name" json:"group"` // path of groups
	External    bool          `db:"external" json:"external"`   // not ours
	Owner       string        `db:"owner" json:"owner"`         // a person's or contact's id, or a team's name
	URL         string        `db:"url" json:"url"`
	More        More          `db:"more,json" json:"-"`
	ChangedAt   clock.Instant `db:"changed_at" json:"changed_at"` // when its meaning last changed
	ChangedBy   string        `db:"changed_by" json:"changed_by"` // a person's id
}

// More is what a text says of an element or relationship beyond our fields. It is written back.
type More struct {
	Identifier   string            `json:"identifier,omitempty"` // of a relationship
	URL          string            `json:"url,omitempty"`        // of a relationship
	Properties   map[string]string `json:"properties,omitempty"`
	Perspectives []dsl.Perspective `json:"perspectives,omitempty"`
	Groups       []string          `json:"groups,omitempty"`
	Instances    string            `json:"instances,omitempty"`
	Checks       []dsl.Check       `json:"checks,omitempty"`
}

// Relationship says that one element uses another. One that crosses from a system to another
// is an interface, and has an owner.
type Relationship struct {
	journal.Row
	Origin      string   `db:"origin" json:"-"` // its key in the text read last; empty when made by a form
	Place       int      `db:"place" json:"-"`
	From        string   `db:"from_element" json:"from"` // elements' ids
	To          string   `db:"to_element" json:"to"`
	Description string   `db:"description" json:"description"`
	Technology  string   `db:"technology" json:"technology"` // the protocol of an interface
	Owner       string   `db:"owner" json:"owner"`           // a person's or contact's id, or a team's name
	Tags        []string `db:"tags,json" json:"tags"`
	More        More     `db:"more,json" json:"-"`
}

var (
	_ = journal.Declare[Element]("element", "element")
	_ = journal.Declare[Relationship]("relationship", "relationship")
)

// Kinds are the words for elements that forms offer. Instances come from a text only.
var Kinds = []string{"person", "system", "container", "component", "node", "infrastructure"}

// Elements lists a deal's elements in the order of the model.
func Elements(ctx context.Context, src journal.Source, deal string) ([]Element, error) {
	all, err := journal.List[Element](ctx, src, deal)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Place < all[j].Place })
	return all, err
}

// Relationships lists a deal's relationships in the order of the model.
func Relationships(ctx context.Context, src journal.Source, deal string) ([]Relationship, error) {
	all, err := journal.List[Relationship](ctx, src, deal)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Place < all[j].Place })
	return all, err
}

// Meaning is a hash of what an approval is of: name, description and technology.
func (e Element) Meaning() string { return meaning(e.Name, e.Description, e.Technology) }

func meaning(words ...string) string {
	h := sha256.New()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// touch notes the moment when the meaning differs from what it was.
func (e *Element) touch(tx *journal.Tx, was string) {
	if e.Meaning() != was {
		e.ChangedAt, e.ChangedBy = tx.Now(), tx.Actor.Person
	}
}
