package thread

import "throughline/internal/account"

// Owed says which stations a requirement owes, by the first rule that fits (PRODUCT.md, The
// thread). anyOf says that of shown, answered and proven any one is owed.
//
//  1. Won't-haves and withdrawn requirements owe nothing.
//  2. What a person set, with a reason, is owed.
//  3. A change (heard after the signature) owes heard.
//  4. All others owe heard and won, and:
//     a must with a measure: proven;
//     functional: shown;
//     security, data, constraint, commercial: answered;
//     anything else: any one of the three.
//
// After the signature what was bought or implied owes accepted to live; a standard product
// without design work owes no designed and planned.
func Owed(deal account.Opportunity, r Requirement, signed bool) (owed [StationCount]bool, anyOf bool) {
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
