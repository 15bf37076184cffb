// Package thread is the unit of everything: the requirement, what links to it, and how far it
// has come.
//
// A requirement is what the customer needs, in one testable sentence. Areas link their things
// to it; from what they find, each requirement gets ten stations, from heard to live, with the
// signature between the fifth and the sixth. The rules stand once: which stations there are
// (station.go), what is owed (owed.go), what a break is (breaks.go), when (due.go). Weave is
// the pure function that applies them; it is the same for now, for any past moment, and for
// verify. What lists and inboxes need of it, package tally keeps beside each deal.
//
// This package knows no area. Areas hand it verdicts.
package thread
