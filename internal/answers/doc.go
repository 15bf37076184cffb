// Package answers holds written answers to requirements: exact words, approved by a named
// person.
//
// An Answer affirms, affirms in part, or denies; it is a draft until it is approved. Editing
// it makes the next version and ends the approval. It owns the station answered: approved and
// affirming, in part too, reaches it; denying fails it; a draft starts it.
//
// An answer in part is a promise in exactly its words, and so is one marked as going beyond
// the standard product. An unchanged answer from the library is standard: it promises nothing
// more than the product does.
//
// Acts (SE, SA, manager and admin may do them):
//
//	answers.write     writes an answer, as a draft
//	answers.edit      changes it: the next version, its approval ended
//	answers.approve   approves the version shown; may make a promise
//	answers.withdraw  takes it out, with the reason; an approval ends this way, never by undo
//
// Table: answer.
package answers
