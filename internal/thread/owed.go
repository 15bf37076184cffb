package thread

import "throughline/internal/account"

// OwedRule is one line of the table of what is owed.
type OwedRule struct{ When, Owes string }

// OwedRules is the table that Owed follows (PRODUCT.md, The thread).
var OwedRules = []OwedRule{
	{"a won't-have, or withdrawn", "nothing"},
	{"a person set it, with a reason", "what they set"},
	{"a change, heard after the signature", "heard"},
	{"a must with a measure", "heard, proven, won"},
	{"functional", "heard, shown, won"},
	{"security, data, constraint or commercial", "heard, answered, won"},
	{"anything else", "heard, any one of shown, answered and proven, won"},
	{"after the signature, bought or implied", "besides: accepted, designed, planned, verified, live"},
	{"after the signature, a standard product without design work", "besides: accepted, verified, live"},
}

// Owed says which stations a requirement owes, by the first rule of OwedRules that fits.
// anyOf says that of shown, answered and proven any one is owed.
func Owed(deal *account.Opportunity, r *Requirement, signed bool) (owed [StationCount]bool, anyOf bool) {
	if !r.Stands() {
		return owed, false
	}
	if r.Owes != nil {
		for _, s := range *r.Owes {
			owed[s] = Stations[s].Side == Pre || signed
		}
		return owed, false
	}
	owed[Heard] = true
	if !r.Change {
		owed[Won] = true
		switch {
		case r.Priority == Must && r.Measure != nil:
			owed[Proven] = true
		case r.Kind == Functional:
			owed[Shown] = true
		case r.Kind == Security, r.Kind == Data, r.Kind == Constraint, r.Kind == Commercial:
			owed[Answered] = true
		default:
			anyOf = true
		}
	}
	if signed && r.PostOwed() {
		for s := Accepted; s <= Live; s++ {
			owed[s] = !(deal.Standard && (s == Designed || s == Planned))
		}
	}
	return owed, anyOf
}
