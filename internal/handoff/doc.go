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
// A second crossing follows the same rules: once a decision to go live stands, what was built is
// handed over to whoever runs it (customer success, a technical account manager, a partner). Its
// giver is the SA; every promise not kept yet is decided again; it tells no station.
//
// It tells one station, accepted, by the first crossing.
//
// The acts, and who may do them beyond their role (package auth):
//
//	handoff.name-receiver      NameReceiver       Sign or Receive
//	handoff.sign               Sign               Sign (final)
//	handoff.withdraw-signature WithdrawSignature  Sign (final)
//	handoff.run          HandOver           Build (final)
//	handoff.withdraw-run  WithdrawRun   Build (final)
//	handoff.mark               MarkBought         Sign
//	handoff.accept             Accept             the receiver
//	handoff.query              Query              the receiver
//	handoff.return             Return             the receiver
//	handoff.void               Void               the receiver or whoever offers, with proof
//	handoff.answer             Answer             whoever offers, or whom the question waits for
//	handoff.withdraw           Withdraw           whoever offers
//	handoff.reoffer            Reoffer            whoever offers
package handoff
