package crm

import (
	"errors"
	"strconv"
	"strings"

	"throughline/internal/table"
)

// opportunity reads a row about a deal. It is refused without a name, with a
// date that does not exist, and where a date or amount waits for a person's word.
func (f *File) opportunity(rec table.Record, r *Record) bool {
	o := &Opportunity{
		ExternalID: f.id(rec.Line, fOpportunityID, f.cell(rec, fOpportunityID)),
		Name:       f.cell(rec, fOpportunity),
		Type:       f.cell(rec, fType),
		Stage:      f.cell(rec, fStage),
		Pipeline:   f.cell(rec, fPipeline),
		Owner:      f.cell(rec, fOwner),
		NextStep:   f.cell(rec, fNextStep),
		LostReason: f.cell(rec, fLostReason),
		Products:   f.list(rec, fProducts),
		ParentID:   f.id(rec.Line, fParent, f.cell(rec, fParent)),
	}
	if o.Name == "" {
		f.refuse(rec.Line, f.Map.Columns[fOpportunity], "", "The opportunity has no name. Fill it in in the CRM and export again.")
		return false
	}
	var ok bool
	if o.CloseOn, ok = f.date(rec, fCloseOn); !ok {
		return false
	}
	if o.CreatedOn, ok = f.date(rec, fCreatedOn); !ok {
		return false
	}
	if !f.amount(rec, o) {
		return false
	}
	if !o.CloseOn.IsZero() && !o.CreatedOn.IsZero() && o.CloseOn.Before(o.CreatedOn) {
		f.warn(rec.Line, fCloseOn, f.cell(rec, fCloseOn), "The deal closes before it was created. Check both dates.")
	}
	if o.Kind = kindOf(o.Type, f.types); o.Kind == "" && o.Type != "" {
		f.warn(rec.Line, fType, o.Type, "This type is not known; it is kept as written. Say what it means in the map: \"types\": {"+strconv.Quote(table.Clip(o.Type))+": \"new\"}, or \"renewal\" or \"expansion\".")
	}
	f.stage(rec, o)
	for _, p := range paired(f.list(rec, fContactID), f.cell(rec, fContact)) {
		name, mail := nameAndEmail(p.name)
		r.Contacts = append(r.Contacts, Contact{ExternalID: f.id(rec.Line, fContactID, p.id), Name: name, Email: mail})
	}
	r.Opportunity = o
	return true
}

func (f *File) date(rec table.Record, field Field) (table.Date, bool) {
	text := f.cell(rec, field)
	d, err := table.ParseDate(text, f.dates[field])
	if err != nil {
		f.refuse(rec.Line, f.Map.Columns[field], text, err.Error())
		return d, false
	}
	return d, true
}

// amount reads money and its currency. What is no amount is unknown, with a
// warning; what can be read in two ways waits for a person's word.
func (f *File) amount(rec table.Record, o *Opportunity) bool {
	o.Currency = f.cell(rec, fCurrency)
	if code := strings.ToUpper(o.Currency); table.IsCurrency(code) {
		o.Currency = code
	} else if o.Currency != "" {
		f.warn(rec.Line, fCurrency, o.Currency, "This is no currency of ISO 4217; it is kept as written.")
	}
	if o.Currency == "" {
		o.Currency = f.Map.Currency
	}
	text := f.cell(rec, fAmount)
	a, err := table.ParseAmount(text, f.amounts, o.Currency)
	var u *table.Unreadable
	switch {
	case errors.As(err, &u) && u.Asked:
		f.refuse(rec.Line, f.Map.Columns[fAmount], text, u.Reason)
		return false
	case err != nil:
		f.warn(rec.Line, fAmount, text, err.Error()+" Until then the amount is unknown.")
		return true
	case a.Rounded:
		f.warn(rec.Line, fAmount, text, "This has more decimals than the currency; it was rounded.")
	}
	o.Amount = a.Minor
	if a.Currency != "" && o.Currency != "" && a.Currency != o.Currency {
		f.warn(rec.Line, fAmount, text, "The amount names another currency than the row ("+table.Clip(o.Currency)+"); the amount's own is taken.")
	}
	if a.Currency != "" {
		o.Currency = a.Currency
	}
	if o.Currency == "" && o.Amount != nil {
		f.warn(rec.Line, fAmount, a.Sign, "The amounts name no currency. Set \"currency\" in the map, such as \"EUR\"; until then they are added to nothing.")
	}
	return true
}

// stage reads how the deal stands. Columns that say open, won or lost outright
// go before what the stage's name suggests.
func (f *File) stage(rec table.Record, o *Opportunity) {
	var known bool
	if o.State, o.Phase, known = stageOf(o.Stage, f.stages); !known && o.Stage != "" {
		f.warn(rec.Line, fStage, o.Stage, "This stage is not known; it is kept as written. Say what it means in the map: \"stages\": {"+strconv.Quote(table.Clip(o.Stage))+": \"evaluation\"}.")
	}
	status := f.cell(rec, fStatus)
	if s, ok := states[fold(status)]; ok {
		o.State = s
	} else if status != "" {
		f.warn(rec.Line, fStatus, status, "This status is not known; the stage decides.")
	}
	closed, closedSaid := yes(f.cell(rec, fClosed))
	won, wonSaid := yes(f.cell(rec, fWon))
	switch {
	case won:
		o.State = StateWon
	case closed && wonSaid:
		o.State = StateLost
	case closedSaid && !closed:
		o.State = StateOpen
	}
	if o.State != StateOpen {
		o.Phase = PhaseClosed
	} else if o.Phase == PhaseClosed {
		o.Phase = ""
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
