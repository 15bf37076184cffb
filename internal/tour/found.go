package tour

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
)

// Team is the name of the workspace that the story is lived in.
const Team = "Relayworks"

// team is who of ours takes part.
var team = []auth.Person{
	{Name: "Ines Carvalho", Title: "Head of pre-sale and delivery", Role: auth.Manager},
	{Name: "Mara Lindqvist", Title: "Solutions Engineer", Role: auth.SE},
	{Name: "Jonas Adeyemi", Title: "Solutions Architect", Role: auth.SA},
	{Name: "Cole Barrett", Title: "Account executive", Role: auth.AE},
}

// found makes the workspace and its people.
func (l *life) found() {
	l.story.Workspace = id.New(l.ctx)
	l.who["program"] = journal.Actor{Workspace: l.story.Workspace, Person: "tour", Role: string(auth.Admin)}
	settings := account.Defaults
	settings.Currency = "USD"
	l.write("program", "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: Team, Settings: settings})
	})
	for _, p := range team {
		first, last, _ := strings.Cut(p.Name, " ")
		p.Email = strings.ToLower(first + "." + last + "@relayworks.example")
		l.write("program", "person.add", func(ctx context.Context, tx *journal.Tx) error {
			p.Row = journal.Row{}
			return auth.Add(ctx, tx, &p)
		})
		l.who[strings.ToLower(first)] = journal.Actor{Workspace: l.story.Workspace, Person: p.ID, Name: p.Name, Role: string(p.Role)}
		l.say("%s, %s (%s)", p.Name, p.Title, p.Role)
	}
}
