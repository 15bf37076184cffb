// Package handoff is the crossing: what was won is frozen at the signature and goes, item by
// item, to a named receiver who accepts it, queries it or returns it, and who decides each
// promise. It closes by itself when no item is open.
//
// The signature is an act with a date; the CRM's 'Closed Won' only proposes it. What was
// frozen is not copied: the journal gives the deal as it stood at the act, and what changed
// since is shown beside it. An answer gives a queried item back to the receiver; it is open
// until they decide. Risks (facts nobody confirmed) and open questions travel with the
// handoff and hold it open only while they are queried.
//
// It tells one station, accepted.
//
// The acts, and who may do them beyond their role (package auth):
//
//	handoff.name-receiver      NameReceiver       Sign or Receive
//	handoff.sign               Sign               Sign (final)
//	handoff.withdraw-signature WithdrawSignature  Sign (final)
//	handoff.mark               MarkBought         Sign
//	handoff.accept             Accept             the receiver
//	handoff.query              Query              the receiver
//	handoff.return             Return             the receiver
//	handoff.void               Void               the receiver or the SE, with proof
//	handoff.answer             Answer             the SE, or whoever the question waits for
//	handoff.withdraw           Withdraw           the SE
//	handoff.reoffer            Reoffer            the SE
package handoff
