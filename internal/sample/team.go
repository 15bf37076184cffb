package sample

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/sample/tale"
)

// team are the people of the sample, by the word that the tales name them with. None has a
// password: they are entered by the link of a start, and by switching.
var team = []struct {
	word, name, title string
	role              auth.Role
}{
	{"piet", "Piet van Dam", "Sales operations", auth.Admin},
	{"ruth", "Ruth Okafor", "Head of Solutions", auth.Manager},
	{"mara", "Mara Lindqvist", "Solutions Engineer", auth.SE},
	{"ines", "Inês Carvalho", "Solutions Engineer", auth.SE},
	{"jonas", "Jonas Adeyemi", "Solutions Architect", auth.SA},
	{"priya", "Priya Raman", "Solutions Architect", auth.SA},
	{"cole", "Cole Barrett", "Account executive, Americas and Asia", auth.AE},
	{"sofia", "Sofia Marchetti", "Account executive, Europe", auth.AE},
}

// entrant is whom the link of a start signs in.
const entrant = "mara"

// hire makes the team's people. They are admitted by the one of them who is the admin.
func hire(ctx context.Context, tx *journal.Tx) (map[string]tale.Who, error) {
	out := map[string]tale.Who{}
	for _, m := range team {
		p := auth.Person{Name: m.name, Title: m.title, Role: m.role, Email: m.word + "@relay.example"}
		if m.word == "piet" {
			p.ID = tx.Actor.Person
		}
		if err := auth.Add(ctx, tx, &p); err != nil {
			return nil, err
		}
		out[m.word] = tale.Who{ID: p.ID, Name: p.Name, Role: string(p.Role)}
	}
	return out, nil
}
