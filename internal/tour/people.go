package tour

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// people records who decides and who is asked at the customer.
func (l *life) people() {
	for _, c := range []struct {
		name, title, role string
		decides, champion bool
	}{
		{"Dana Whitfield", "Head of IT", "has the technical decision", true, false},
		{"Tomás Rey", "Integration lead", "will run it", false, true},
		{"Priya Nair", "Security", "security", false, false},
	} {
		first, _, _ := strings.Cut(c.name, " ")
		mail := strings.ReplaceAll(strings.ToLower(first), "á", "a") + "@northwind.example"
		contact := does(l, "mara", "contact.add", account.AddContact, account.NewContact{Account: l.deal.Account, Name: c.name, Email: mail, Title: c.title, Party: "customer"})
		l.contact[strings.ToLower(first)] = contact.ID
		s := account.Stakeholder{Row: journal.Row{Deal: l.deal.ID}, Contact: contact.ID, Role: c.role, Decides: c.decides, Champion: c.champion}
		l.write("mara", "stakeholder.add", func(ctx context.Context, tx *journal.Tx) error {
			s.Row = journal.Row{Deal: l.deal.ID}
			return account.AddStakeholder(ctx, tx, &s)
		})
		l.say("%s, %s: %s", c.name, c.title, c.role)
	}
}
