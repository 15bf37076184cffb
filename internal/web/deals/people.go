package deals

import (
	"context"
	"fmt"
	"strconv"

	"github.com/a-h/templ"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// holder is a stakeholder with who they are.
type holder struct {
	account.Stakeholder
	contact account.Contact
}

type peopleView struct {
	r       *kit.Request
	holders []holder
	others  []account.Contact // of the account, without a role in the deal
}

func showPeople(r *kit.Request) error {
	shell, err := r.DealShell("People", "")
	if err != nil {
		return err
	}
	v := &peopleView{r: r}
	all, err := journal.List[account.Stakeholder](r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	in := map[string]bool{}
	for _, s := range all {
		c, err := journal.Load[account.Contact](r.Ctx(), r.Reader, s.Contact)
		if err != nil {
			return err
		}
		in[c.ID] = true
		v.holders = append(v.holders, holder{s, c})
	}
	contacts, err := account.ContactsOf(r.Ctx(), r.Reader, r.Deal.Account)
	if err != nil {
		return err
	}
	for _, c := range contacts {
		if !in[c.ID] && c.ErasedAt.IsZero() {
			v.others = append(v.others, c)
		}
	}
	return r.Draw(peoplePage(shell, v))
}

// addStakeholder gives a contact a role in the deal; a new contact is made first.
func addStakeholder(r *kit.Request) error {
	var in account.Stakeholder
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Row = journal.Row{Deal: r.Deal.ID}
	fresh := account.NewContact{Account: r.Deal.Account, Name: r.FormValue("name"), Email: r.FormValue("email"), Title: r.FormValue("title"), Party: r.FormValue("party")}
	if err := r.Act("stakeholder.add", func(ctx context.Context, tx *journal.Tx) error {
		s := in
		if s.Contact == "" {
			c, err := account.AddContact(ctx, tx, fresh)
			if err != nil {
				return err
			}
			s.Contact = c.ID
		}
		return account.AddStakeholder(ctx, tx, &s)
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("people"))
}

// holderOf loads the stakeholder the path names, of this deal.
func holderOf(r *kit.Request) (account.Stakeholder, error) {
	s, err := journal.Load[account.Stakeholder](r.Ctx(), r.Reader, r.PathValue("id"))
	if err == nil && s.Deal != r.Deal.ID {
		err = problem.NotFound("stakeholder", r.PathValue("id"))
	}
	return s, err
}

func editStakeholder(r *kit.Request) error {
	s, err := holderOf(r)
	if err != nil {
		return err
	}
	var in account.StakeholderEdit
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = s.ID
	if err := r.Act("stakeholder.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.EditStakeholder(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("people"))
}

func editContact(r *kit.Request) error {
	s, err := holderOf(r)
	if err != nil {
		return err
	}
	var in account.ContactEdit
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = s.Contact
	if err := r.Act("contact.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.EditContact(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("people"))
}

func removeStakeholder(r *kit.Request) error {
	s, err := holderOf(r)
	if err != nil {
		return err
	}
	if err := r.Act("stakeholder.remove", func(ctx context.Context, tx *journal.Tx) error {
		return account.RemoveStakeholder(ctx, tx, s.ID)
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("people"))
}

func (v *peopleView) table() look.TableView {
	t := look.TableView{Caption: "Stakeholders", Columns: []look.Column{{Label: "Name", Wide: true}, {Label: "Role in the deal", Wide: true}, {Label: "Decides"}, {Label: "Stance"}, {Label: "Party"}, {Label: "Change", Hidden: true}}}
	for _, h := range v.holders {
		decides := look.Soft("no")
		if h.Decides {
			decides = look.Tag("technical decision", look.Pre)
		}
		role := h.Role
		if h.Champion {
			role += ", champion"
		}
		about := h.contact.Title
		if e := h.contact.Email.String(); e != "" && !h.contact.Email.Gone() {
			about = e + " · " + about
		}
		row := look.Row{Cells: []templ.Component{look.Row2(look.Link(h.contact.Name.String(), "/impact/contact/"+h.contact.ID), look.Soft(about)), look.Text(role), decides, look.Num(stance(h.Stance)), look.Text(h.contact.Party), v.change(h)}}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v *peopleView) change(h holder) templ.Component {
	if !v.r.May(auth.Promise) {
		return look.Text("")
	}
	return look.Button(look.Act{Label: "Change", About: h.contact.Name.String(), Href: v.r.DealPath("people?form=role-"+h.ID) + "#p-" + h.ID})
}

func stance(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("+%d", n)
	case n < 0:
		return fmt.Sprintf("−%d", -n)
	}
	return "0"
}

func stances() (out []look.Option) {
	for i, words := range []string{"against", "doubts", "open", "for it", "fights for it"} {
		out = append(out, look.Option{Value: strconv.Itoa(i - 2), Label: stance(i-2) + ", " + words})
	}
	return out
}

func parties() (out []look.Option) {
	for _, p := range account.Parties {
		out = append(out, look.Option{Value: p, Label: p})
	}
	return out
}

func (v *peopleView) contacts() []look.Option {
	out := []look.Option{{Value: "", Label: "somebody new, written below"}}
	for _, c := range v.others {
		out = append(out, look.Option{Value: c.ID, Label: c.Name.String() + ", " + c.Title})
	}
	return out
}
