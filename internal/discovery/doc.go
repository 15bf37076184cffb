// Package discovery is where a deal's requirements are heard: calls with their transcripts,
// candidates found in them, facts of the customer's environment as it is, and qualification
// scored from evidence.
//
// Each voice on a call has a key of its own. Its words, and every quote and candidate taken
// from them, are kept under that key; naming the voice ties the key to the contact, so that
// erasing the contact erases all of it. A transcript without consent is held: kept, and
// neither shown nor searched for candidates. Nothing is a requirement before a person
// accepted it; the area tells no station, since heard is the thread's own.
//
// The acts, and who may do them (package auth: Sell; forget-call: Forget):
//
//	discovery.record         Record        discovery.edit-call    EditCall
//	discovery.consent        Consent       discovery.remove-call  RemoveCall
//	discovery.forget-call    ForgetCall    (final)
//	discovery.name-voice     NameVoice     (final: named again, never undone)
//	discovery.propose        Propose       discovery.mark         MarkCandidate
//	discovery.accept         Accept        discovery.accept-many  AcceptMany
//	discovery.merge          Merge         discovery.reject       Reject
//	discovery.add-fact       AddFact       discovery.edit-fact    EditFact
//	discovery.verify-fact    VerifyFact    discovery.remove-fact  RemoveFact
//	discovery.add-note       AddNote       discovery.edit-note    EditNote
//	discovery.remove-note    RemoveNote
package discovery
