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
	hours             int // of a week for what others ask; 0 for who is not asked
}{
	{"piet", "Piet van Dam", "Sales operations", auth.Admin, 0},
	{"ruth", "Ruth Okafor", "Head of Solutions", auth.Manager, 0},
	{"mara", "Mara Lindqvist", "Solutions Engineer", auth.SE, 8},
	{"ines", "Inês Carvalho", "Solutions Engineer", auth.SE, 6},
	{"jonas", "Jonas Adeyemi", "Solutions Architect", auth.SA, 16},
	{"priya", "Priya Raman", "Solutions Architect", auth.SA, 12},
	{"lotte", "Lotte Brandt", "Principal Solutions Engineer", auth.SE, 2},
	{"emeka", "Emeka Obi", "Solutions Engineer", auth.SE, 2},
	{"yusuf", "Yusuf Demir", "Principal Solutions Architect", auth.SA, 2},
	{"hanne", "Hanne Vogel", "People partner", auth.Viewer, 0},
	{"cole", "Cole Barrett", "Account executive, Americas and Asia", auth.AE, 0},
	{"sofia", "Sofia Marchetti", "Account executive, Europe", auth.AE, 0},
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
