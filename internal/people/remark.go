package people

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Remark is what a person says of a piece of evidence of theirs: a comment for whoever reads it,
// or that nobody else is to read it.
type Remark struct {
	journal.Row
	Person string    `db:"person" json:"person"`
	Kind   string    `db:"kind" json:"kind"`
	Thing  string    `db:"thing" json:"thing"`
	Hidden bool      `db:"hidden" json:"hidden"`
	Words  seal.Text `db:"words" json:"words"`
}

var remarkKind = journal.Declare[Remark]("evidence remark", "evidence_remark")

var remarksOf = journal.Where[Remark](remarkKind, "deal = '' AND person = $2")

// RemarksOf are a person's remarks, by kind and thing.
func RemarksOf(ctx context.Context, r *journal.Reader, person string) (map[[2]string]Remark, error) {
	all, err := remarksOf.List(ctx, r, person)
	out := make(map[[2]string]Remark, len(all))
	for _, m := range all {
		out[[2]string{m.Kind, m.Thing}] = m
	}
	return out, err
}

// RemarkIn hides a piece of evidence, shows it again, or comments on it.
type RemarkIn struct {
	Kind   string `json:"kind"`
	Thing  string `json:"thing"`
	Hidden bool   `json:"hidden"`
	Words  string `json:"words"`
}

// RemarkOn keeps what the actor says of a piece of their evidence. Whether it is theirs the caller
// has looked at, who knows the areas.
func RemarkOn(ctx context.Context, tx *journal.Tx, in RemarkIn) (Remark, error) {
	var c problem.Check
	c.Text("kind", in.Kind, 40)
	c.Text("thing", in.Thing, 60)
	c.Optional("words", in.Words, 1000)
	if err := c.Err(); err != nil {
		return Remark{}, err
	}
	all, err := RemarksOf(ctx, tx.Reader, tx.Actor.Person)
	if err != nil {
		return Remark{}, err
	}
	m, there := all[[2]string{in.Kind, in.Thing}]
	m.Person, m.Kind, m.Thing, m.Hidden = tx.Actor.Person, in.Kind, in.Thing, in.Hidden
	m.Words = seal.Text{}
	if in.Words != "" {
		m.Words = seal.New(m.Person, in.Words)
	}
	if !there {
		return m, journal.Insert(ctx, tx, &m)
	}
	return m, journal.Update(ctx, tx, &m)
}
