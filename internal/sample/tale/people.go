package tale

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// Open is a deal as its owner puts it down: of an account, with the fields of the form. The
// people on our side are named by their short names.
type Open struct {
	Account, Industry, Domain string
	Deal                      account.Edit
}

// Begin makes the account, if there is none of its name, and the deal.
func (t *Tale) Begin(o Open) {
	t.domain = o.Domain
	t.act("deal.add", func(ctx context.Context, tx *journal.Tx) error {
		alike, err := account.ByName(ctx, tx.Reader, o.Account)
		if err != nil {
			return err
		}
		a := account.Account{Name: o.Account, Domain: o.Domain, Industry: o.Industry}
		if i := slices.IndexFunc(alike, func(l account.Account) bool { return account.SameName(l.Name, o.Account) }); i >= 0 {
			a = alike[i]
		} else if err := account.AddAccount(ctx, tx, &a); err != nil {
			return err
		}
		in := account.NewDeal{Edit: o.Deal, Account: a.ID}
		in.AE, in.SE, in.SA = t.id(in.AE), t.id(in.SE), t.id(in.SA)
		d, err := account.AddDeal(ctx, tx, in)
		t.ids["deal"], t.ids["account"] = d.ID, d.Account
		return err
	})
}

// Change edits the deal.
func (t *Tale) Change(how func(e *account.Edit)) {
	t.act("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, t.id("deal"))
		if err != nil {
			return err
		}
		e := account.EditOf(d)
		how(&e)
		e.NextStep = t.Say(e.NextStep)
		_, err = account.EditDeal(ctx, tx, e)
		return err
	})
}

// TakesNext gives the next step to one of ours, by a day.
func (t *Tale) TakesNext(who string, by int) {
	t.Change(func(e *account.Edit) { e.NextBy, e.NextOn = t.id(who), t.Day(by) })
}

// Stage moves the deal to a stage of the CRM's, with the next step.
func (t *Tale) Stage(stage, next string) {
	t.Change(func(e *account.Edit) { e.Stage, e.NextStep = stage, next })
}

// Joins puts one of ours on the deal.
func (t *Tale) Joins(who string) {
	t.Change(func(e *account.Edit) {
		switch p := t.People[who]; p.Role {
		case "SE":
			e.SE = p.ID
		case "SA":
			e.SA = p.ID
		default:
			e.AE = p.ID
		}
	})
}

// Person is somebody outside, with the role in the deal.
type Person struct {
	Word, Name, Title, Role string
	Party                   string // empty for the customer
	Stance                  int
	Decides, Champion       bool
}

// Meet makes contacts stakeholders of the deal, one act each.
func (t *Tale) Meet(people ...Person) {
	for _, p := range people {
		t.names[p.Word] = p.Name
		t.act("stakeholder.add", func(ctx context.Context, tx *journal.Tx) error {
			if p.Party == "" {
				p.Party = "customer"
			}
			c, err := t.contact(ctx, tx, p)
			if err != nil {
				return err
			}
			t.ids[p.Word] = c
			s := account.Stakeholder{Row: journal.Row{Deal: t.id("deal")}, Contact: c, Role: p.Role, Decides: p.Decides, Champion: p.Champion, Stance: p.Stance}
			err = account.AddStakeholder(ctx, tx, &s)
			t.ids["role of "+p.Word] = s.ID
			return err
		})
	}
}

// contact finds the account's contact of that name, or makes one.
func (t *Tale) contact(ctx context.Context, tx *journal.Tx, p Person) (string, error) {
	all, err := account.ContactsOf(ctx, tx.Reader, t.id("account"))
	if err != nil {
		return "", err
	}
	for _, c := range all {
		if c.Name.String() == p.Name {
			return c.ID, nil
		}
	}
	c, err := account.AddContact(ctx, tx, account.NewContact{Account: t.id("account"), Name: p.Name, Email: address(p.Name, t.domain), Title: p.Title, Party: p.Party})
	return c.ID, err
}

// plainLetters are the letters of names that addresses are written without.
var plainLetters = strings.NewReplacer("á", "a", "à", "a", "ä", "ae", "å", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "í", "i", "ł", "l", "ń", "n", "ñ", "n",
	"ó", "o", "ö", "oe", "ø", "o", "ś", "s", "ú", "u", "ü", "ue", "ž", "z", "ż", "z", "’", "", "'", "")

// address is first.last@domain.
func address(name, domain string) string {
	return plainLetters.Replace(strings.ToLower(strings.ReplaceAll(name, " ", "."))) + "@" + domain
}

// Stands changes how somebody stands to the deal.
func (t *Tale) Stands(word string, stance int, champion bool) {
	t.act("stakeholder.edit", func(ctx context.Context, tx *journal.Tx) error {
		s, err := account.StakeholderOf(ctx, tx, t.id("deal"), t.id(word))
		if err != nil {
			return err
		}
		_, err = account.EditStakeholder(ctx, tx, account.StakeholderEdit{ID: s.ID, Role: s.Role, Decides: s.Decides, Champion: champion || s.Champion, Stance: stance})
		return err
	})
}

// Lose ends the deal without a signature.
func (t *Tale) Lose(why string) {
	why = t.Say(why)
	t.act("deal.lose", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.Lose(ctx, tx, account.Loss{Deal: t.id("deal"), Phase: account.Lost, Why: why})
		return err
	})
}

// Follows says which deal this one begins from, by its folder.
func (t *Tale) Follows(folder string) {
	t.Change(func(e *account.Edit) { e.BeginsFrom = t.told[folder].id("deal") })
}
