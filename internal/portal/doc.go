// Package portal is what people see without an account: pages behind a link that was sent to one
// of them. A link is for one person and one purpose: to sign off a list of wordings, to answer a
// question, to set a first password. It opens once, ends on a day, and can be taken back.
//
// The secret of a link is 256 random bits; only its SHA-256 is kept. Looking changes nothing: a
// mail scanner that follows a link finds a page with a button. The button ties the link to the
// browser in which it is first pressed; any other browser, and any that is signed in here, is
// asked for a code that goes to the address the link was sent to (docs/decisions, "A link belongs
// to the browser that opens it first").
//
// What is agreed to becomes a text with fixed rules (Text), whose SHA-256 stands in the receipt,
// with the sign-off, and in the journal.
package portal
