// Package demo holds what was shown to whom, and how each stakeholder reacted.
//
// A Demo is planned, then delivered; it has segments, each of one capability with its status
// as of that day, linked (trace) to the requirements it shows. A Reaction is one stakeholder's,
// −2 to +2, in their own words, which are kept under that person's key.
//
// It owns the station shown. Saying more than the product does today is a promise: words said
// of a capability that is not generally available are recorded as one, exactly as said.
//
// Acts (SE, SA, manager and admin may do them):
//
//	demo.plan          plans a demo
//	demo.edit          changes a planned demo, or who attended a delivered one
//	demo.deliver       records that it was held: when, with whom, what became of each segment
//	demo.segment       adds a segment
//	demo.edit-segment  changes a segment
//	demo.react         records a stakeholder's reaction
//	demo.withdraw      takes a demo out, with the reason
//
// Tables: demo, demo_segment, reaction.
package demo
