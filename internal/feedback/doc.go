// Package feedback is what customers ask for and the product does not do: gaps, gathered over all
// deals by what they are about, with the deals and the money that wait for each; told to the
// people who make the product, whose answer comes back to every requirement that asked.
//
// What looks like a gap follows from the thread ([Candidates]); that it is one, and which, a person
// says. A gap is not a fault of what there is, and not an opinion: it is something a customer
// needs, in a requirement or as the reason of a loss.
//
// The acts, and who may do them (package auth: Promise):
//
//	feedback.ask      AskFor     feedback.leave    Leave
//	feedback.gap      EditGap    feedback.tell     Tell
//	feedback.answer   Answer     feedback.pass-on  PassOn
package feedback
