package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/exchange/crm"
	"throughline/internal/id"
)

// takeDeal finds or makes the deal of a row; nil when it is refused.
func (p *plan) takeDeal(r row, people []*heldContact) *heldDeal {
	o := r.rec.Opportunity
	if n := utf8.RuneCountInString(o.Name); n > longestDeal {
		p.refuse(r, "opportunity", o.Name, fmt.Sprintf("The opportunity's name has %d characters; at most %d fit. Shorten it in the CRM.", n, longestDeal))
		return nil
	}
	d, alike := p.findDeal(r, o)
	switch {
	case alike > 1:
		p.refuse(r, "opportunity", o.Name, "This account has more than one deal of that name. Export with the opportunity's id, so that it can be told which one is meant.")
		return nil
	case d == nil:
		d = p.makeDeal(r, o)
	default:
		p.fillDeal(r, d, o)
	}
	for _, k := range people {
		if (d.made || k.made) && !slices.Contains(d.holders, k.ID) {
			d.holders = append(d.holders, k.ID)
			d.changed = d.changed || !d.made
		}
	}
	if !d.met {
		d.met = true
		p.deals = append(p.deals, d)
	}
	return d
}

// findDeal goes by the CRM's id, else by account and name; alike is how many have that name.
func (p *plan) findDeal(r row, o *crm.Opportunity) (d *heldDeal, alike int) {
	if o.ExternalID != "" {
		if d := p.atHand.deal[key(r.system(), o.ExternalID)]; d != nil {
			return d, 1
		}
	}
	for _, c := range p.atHand.dealOf[key(r.account.ID, o.Name)] {
		if o.ExternalID == "" || c.ExternalID == "" {
			d, alike = c, alike+1
		}
	}
	return d, alike
}

// makeDeal makes a deal as the CRM has it. One that is won or lost there already comes as such.
func (p *plan) makeDeal(r row, o *crm.Opportunity) *heldDeal {
	d := &heldDeal{held: held{made: true}, prefixOf: prefixOf(r.account, o.Name)}
	d.ID, d.Account, d.Phase, d.Type = id.New(p.ctx), r.account.ID, account.Open, "new"
	switch o.State {
	case crm.StateWon:
		d.Phase, d.Why = account.Won, "From the CRM."
	case crm.StateLost:
		d.Phase, d.Why = account.Lost, strings.TrimSpace("From the CRM. "+clip(o.LostReason, 1000))
	case crm.StateOpen:
	}
	p.fillDeal(r, d, o)
	d.changes = nil
	p.atHand.addDeal(d)
	return d
}

// fillDeal writes what the CRM owns. A column that the file does not have changes nothing; an
// empty cell clears what is the CRM's alone.
func (p *plan) fillDeal(r row, d *heldDeal, o *crm.Opportunity) {
	columns := r.file.File.Map.Columns
	w := dealWriter{deal: d, has: func(f crm.Field) bool { return columns[f] != "" }}
	if d.ExternalID == "" && o.ExternalID != "" {
		w.changed = true
		d.Source, d.ExternalID = r.system(), o.ExternalID
		p.atHand.deal[key(d.Source, d.ExternalID)] = d
	}
	w.text("account", "Account", &d.Account, r.account.ID, r.account.Name)
	w.text("opportunity", "Name", &d.Name, o.Name, "")
	if w.has("stage") {
		w.text("stage", "Stage", &d.Stage, o.Stage, "")
	}
	if w.has("stage") || w.has("status") || w.has("closed") {
		w.text("", "", &d.CRMState, string(o.State), "")
	}
	if w.has("amount") {
		w.amount(moneyOf(o))
	}
	if w.has("close_date") {
		w.text("close_date", "Close date", (*string)(&d.CloseOn), string(dateOf(o)), "")
	}
	if w.has("owner") {
		w.text("owner", "Owner", &d.Owner, o.Owner, "")
	}
	if o.NextStep != "" {
		if d.NextStep != o.NextStep { // another step: who took the one before has nothing to do with it
			d.NextBy, d.NextOn = "", ""
		}
		w.text("next_step", "Next step", &d.NextStep, o.NextStep, "")
	}
	if o.Type != "" {
		w.text("type", "Type", &d.Type, typeOf(o), "")
	}
	w.products(productsOf(r.file, o))
	p.joinDeal(r, d, o, &w)
	p.assign(d, &w)
	d.changed = d.changed || w.changed && !d.made
}

// dealWriter sets fields of a deal and says in words what changed.
type dealWriter struct {
	deal    *heldDeal
	has     func(crm.Field) bool
	changed bool
}

func (w *dealWriter) text(_ crm.Field, label string, to *string, said, shown string) {
	if *to == said {
		return
	}
	was := *to
	*to, w.changed = said, true
	switch {
	case label == "":
	case shown != "":
		w.say("%s: now %s", label, shown)
	case was == "":
		w.say("%s: %s", label, clip(said, 120))
	default:
		w.say("%s: %s → %s", label, clip(was, 120), clip(said, 120))
	}
}

func (w *dealWriter) amount(m account.Money) {
	if w.deal.Amount == m {
		return
	}
	was := w.deal.Amount
	w.deal.Amount, w.changed = m, true
	w.say("Amount: %s → %s", moneyWords(was), moneyWords(m))
}

func (w *dealWriter) products(said []string) {
	if len(said) == 0 || slices.Equal(said, w.deal.Products) {
		return
	}
	w.deal.Products, w.changed = said, true
	w.say("Products: %s", clip(strings.Join(said, ", "), 120))
}

func (w *dealWriter) say(format string, args ...any) {
	w.deal.changes = append(w.deal.changes, fmt.Sprintf(format, args...))
}

func moneyWords(m account.Money) string {
	if !m.Known {
		return "unknown"
	}
	return strings.TrimSpace(m.String() + " " + m.Currency)
}

func moneyOf(o *crm.Opportunity) account.Money {
	if o.Amount == nil {
		return account.Money{Currency: o.Currency}
	}
	return account.Money{Known: true, Minor: account.Hundredths(*o.Amount, o.Currency), Currency: o.Currency}
}

func dateOf(o *crm.Opportunity) clock.Date {
	if o.CloseOn.IsZero() {
		return ""
	}
	return clock.Date(o.CloseOn.String())
}

// typeOf is new, renewal or expansion; another word is kept as the CRM has it.
func typeOf(o *crm.Opportunity) string {
	if o.Kind != "" {
		return string(o.Kind)
	}
	return o.Type
}

// productsOf are the products of all rows of the deal, each once.
func productsOf(f *opened, o *crm.Opportunity) []string {
	var out []string
	for _, p := range append(slices.Clone(o.Products), f.products[o.ExternalID]...) {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// joinDeal links a deal to the one it begins from, now or when all rows are in.
func (p *plan) joinDeal(r row, d *heldDeal, o *crm.Opportunity, w *dealWriter) {
	if o.ParentID == "" || o.ParentID == o.ExternalID {
		return
	}
	from := p.atHand.deal[key(r.system(), o.ParentID)]
	if from == nil || from.made {
		p.parents = append(p.parents, childOf{opportunities, r.system(), d.ID, o.ParentID})
		return
	}
	w.text("begins_from", "Begins from", &d.BeginsFrom, from.ID, from.Name)
}
