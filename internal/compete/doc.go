// Package compete is who else is asked on a deal: competitors, where each is strong or weak against
// which requirement and by what source, how it ended with them and why; and, over all deals, the
// record against each.
//
// A claim is ours, in our own words, with its source and the day it was seen; what somebody
// outside said of a competitor is kept under their own key beside it. A claim that is older than
// [FreshDays] is old: it stands, and says so.
//
// The acts, and who may do them (package auth: Promise):
//
//	compete.meet             Meet             compete.claim            Say
//	compete.end              End              compete.withdraw-claim   WithdrawClaim
//	compete.competitor       EditCompetitor
package compete
