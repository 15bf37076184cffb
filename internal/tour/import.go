package tour

import (
	"bytes"
	"context"
	"io"
	"strings"

	"throughline/internal/account"
	"throughline/internal/exchange/intake"
)

// customer is the account whose deal is lived.
const customer = "Northwind Freight"

// importCRM takes the exports of two CRMs in and finds the deal.
func (l *life) importCRM() {
	l.at("2026-03-13 09:40")
	report := l.take(salesforce, hubspot)
	for _, f := range report.Files {
		l.say("%s: %s, %d rows", f.Name, f.Form, f.Rows)
	}
	l.say("%d deals, %d accounts, %d contacts, %d refused", report.Created.Opportunities, report.Created.Accounts, report.Created.Contacts, report.Refused)
	for _, e := range report.Errors {
		l.say("refused: %s, line %d, %s %q: %s", e.File, e.Line, e.Column, e.Value, e.Reason)
	}
	for _, e := range report.Warnings {
		l.say("taken with a warning: %s, line %d, %s %q: %s", e.File, e.Line, e.Column, e.Value, e.Reason)
	}
	again := l.take(salesforce, hubspot)
	if n := again.Created; n != (intake.Counts{}) {
		l.fail("importing the same files again made %d deals, %d accounts and %d contacts; it must make none", n.Opportunities, n.Accounts, n.Contacts)
	}
	l.say("imported again: nothing new, %d deals as before", again.Unchanged.Opportunities)
	l.findDeal()
}

func (l *life) take(names ...string) intake.Report {
	var files []intake.File
	for _, name := range names {
		raw := l.read(name)
		files = append(files, intake.File{Name: name, Open: func(context.Context) (io.ReadSeekCloser, error) { return kept{bytes.NewReader(raw)}, nil }})
	}
	if l.err != nil {
		return intake.Report{}
	}
	report, err := intake.Take(l.ctx, l.house.Journal, l.who["cole"], files, intake.Options{})
	if err != nil {
		l.err = err
	}
	return report
}

// findDeal finds the customer's one deal, and who of ours is on it.
func (l *life) findDeal() {
	if l.err != nil {
		return
	}
	named, err := account.ByName(l.ctx, l.reader(), customer)
	if err != nil || len(named) != 1 {
		l.fail("%s must hold one account called %s; it holds %d", salesforce, customer, len(named))
		return
	}
	deals, err := account.DealsOf(l.ctx, l.reader(), named[0].ID)
	if err != nil || len(deals) != 1 {
		l.fail("%s must hold one deal of %s; it holds %d", salesforce, customer, len(deals))
		return
	}
	if !strings.Contains(deals[0].Name, "Relay") {
		l.fail("the deal of %s is called %q, not one about Relay", customer, deals[0].Name)
	}
	edit := account.EditOf(deals[0])
	edit.AE, edit.SE, edit.SA, edit.GoLiveOn = l.who["cole"].Person, l.who["mara"].Person, l.who["jonas"].Person, "2026-09-28"
	l.deal = does(l, "ines", "deal.edit", account.EditDeal, edit)
	l.story.Deal, l.story.Key = l.deal.ID, l.deal.Prefix
	l.say("%s: %s, %s %s, to close by %s; go-live planned for %s", l.deal.Prefix, l.deal.Name, l.deal.Amount, l.deal.Amount.Currency, l.deal.CloseOn, l.deal.GoLiveOn)
}
