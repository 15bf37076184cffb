package deals

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// editView is a deal as it is written by hand; a new one has no deal yet.
type editView struct {
	r        *kit.Request
	in       account.Edit
	begins   string // the key of the deal it begins from
	people   []auth.Person
	conflict *look.ConflictView
}

func showNew(r *kit.Request) error {
	v, err := viewOf(r, account.Edit{Type: "new", SE: mineAs(r, auth.SE), AE: mineAs(r, auth.AE), SA: mineAs(r, auth.SA)})
	if err != nil {
		return err
	}
	return r.Draw(newPage(r.Shell("A new deal", "/deals"), v))
}

func mineAs(r *kit.Request, role auth.Role) string {
	if r.Person.Role == role {
		return r.Person.ID
	}
	return ""
}

func showEdit(r *kit.Request) error {
	shell, err := r.DealShell("The deal", "")
	if err != nil {
		return err
	}
	v, err := viewOf(r, account.EditOf(*r.Deal))
	if err != nil {
		return err
	}
	v.conflict = v.findConflict()
	return r.Draw(editPage(shell, v))
}

func viewOf(r *kit.Request, in account.Edit) (*editView, error) {
	v := &editView{r: r, in: in}
	var err error
	if v.people, err = auth.People(r.Ctx(), r.Reader); err != nil {
		return nil, err
	}
	if in.BeginsFrom != "" {
		d, err := journal.Load[account.Opportunity](r.Ctx(), r.Reader, in.BeginsFrom)
		if err != nil && problem.Of(err) != problem.Missing {
			return nil, err
		}
		v.begins = d.Prefix
	}
	return v, nil
}

// read takes the form: products stand one a line, the earlier deal by its key.
func read(r *kit.Request) (account.Edit, error) {
	var in account.Edit
	if err := r.Decode(&in); err != nil {
		return in, err
	}
	in.Products = nil
	for line := range strings.Lines(r.FormValue("products")) {
		if line = strings.TrimSpace(line); line != "" {
			in.Products = append(in.Products, line)
		}
	}
	in.BeginsFrom = ""
	if key := strings.ToUpper(strings.TrimSpace(r.FormValue("begins_from"))); key != "" {
		d, err := account.ByPrefix(r.Ctx(), r.Reader, key)
		if problem.Of(err) == problem.Missing {
			return in, &problem.Error{Kind: problem.Invalid, What: "The deal stays as it is.", Fields: []problem.Field{{Name: "begins_from", What: fmt.Sprintf("No deal has the key %s.", key)}}}
		}
		if err != nil {
			return in, err
		}
		in.BeginsFrom = d.ID
	}
	return in, nil
}

// add writes a new deal by hand.
func add(r *kit.Request) error {
	in, err := read(r)
	if err != nil {
		return err
	}
	var made account.Opportunity
	if err := r.Act("deal.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = account.AddDeal(ctx, tx, account.NewDeal{Edit: in, AccountName: r.FormValue("account_name")})
		return err
	}); err != nil {
		return err
	}
	return r.Done("/deals/" + made.Prefix)
}

// edit writes the deal.
func edit(r *kit.Request) error {
	in, err := read(r)
	if err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	if err := r.Act("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.EditDeal(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("edit"))
}

// findConflict lays both versions beside each other when the edit met a newer deal.
func (v *editView) findConflict() *look.ConflictView {
	p := v.r.Failed
	if p == nil || p.Kind != problem.Stale {
		return nil
	}
	theirs, ok := p.Theirs.(account.Opportunity)
	if !ok {
		return nil
	}
	yours, _ := p.Yours.(account.Opportunity)
	base := kit.AsRead[account.Opportunity](v.r, theirs.ID)
	out := v.r.Conflict("the deal", theirs.ID, "deal", v.r.DealPath("edit"), theirs.Revision)
	out.Hidden = append(out.Hidden, look.Hidden{Name: "begins_from", Value: v.r.FormValue("begins_from")})
	row := func(name, label string, of func(account.Edit) string) {
		out.Fields = append(out.Fields, look.ConflictField{Name: name, Label: label, Base: of(account.EditOf(base)), Theirs: of(account.EditOf(theirs)), Yours: of(account.EditOf(yours))})
	}
	choice := func(name, label string, options []look.Option, of func(account.Edit) string) {
		row(name, label, of)
		f := &out.Fields[len(out.Fields)-1]
		*f = kit.Choice(*f, options, v.names())
	}
	person := func(name, label string, of func(account.Edit) string) {
		choice(name, label, look.WithNone("nobody", v.team().Options(of(account.EditOf(base)), of(account.EditOf(theirs)), of(account.EditOf(yours)))), of)
	}
	row("name", "What is sold", func(e account.Edit) string { return e.Name })
	choice("type", "Type", types(""), func(e account.Edit) string { return e.Type })
	row("stage", "Stage", func(e account.Edit) string { return e.Stage })
	row("amount", "Amount", func(e account.Edit) string { return e.Amount })
	row("currency", "Currency", func(e account.Edit) string { return e.Currency })
	row("close_on", "Closes", func(e account.Edit) string { return string(e.CloseOn) })
	row("go_live_on", "Planned go-live", func(e account.Edit) string { return string(e.GoLiveOn) })
	person("se", "SE", func(e account.Edit) string { return e.SE })
	person("sa", "SA", func(e account.Edit) string { return e.SA })
	person("ae", "Account executive", func(e account.Edit) string { return e.AE })
	row("next_step", "Next step", func(e account.Edit) string { return e.NextStep })
	person("next_by", "Who takes the next step", func(e account.Edit) string { return e.NextBy })
	row("next_on", "Next step by", func(e account.Edit) string { return string(e.NextOn) })
	row("products", "Products", func(e account.Edit) string { return strings.Join(e.Products, "\n") })
	choice("standard", "A standard product without design work", []look.Option{{Value: "", Label: "no"}, {Value: "on", Label: "yes"}}, func(e account.Edit) string { return look.Ticked(e.Standard) })
	return out
}

func (v *editView) names() area.Names {
	out := area.Names{}
	for _, p := range v.people {
		out[p.ID] = p.Name
	}
	return out
}

// team are the people that may take a place in the deal.
func (v *editView) team() kit.People { return kit.People{Ours: v.people, Names: v.names()} }

// types are the kinds of deal; another word of the CRM is kept.
func types(now string) (out []look.Option) {
	known := now == ""
	for _, t := range account.Types {
		out = append(out, look.Option{Value: t, Label: t})
		known = known || t == now
	}
	if !known {
		out = append(out, look.Option{Value: now, Label: now})
	}
	return out
}
