// Package journal is the one way to write, and the only history.
//
// Every kept thing is a struct that begins with Row and is declared once as a Kind. Insert,
// Update and Delete write the struct's table and the journal's row together, so neither can
// say what the other does not. A journal row holds who, when, in which act, which thing, and
// the columns that changed, before and after; rows are hash-chained per workspace.
//
// From that come, for every kind at once: activity, undo, any past moment of a deal (AsOf),
// and the check that what is stored equals what was journalled (Verify).
//
// A write goes:
//
//	j.Write(ctx, actor, "requirement.edit", func(ctx, tx) error { … journal.Update(ctx, tx, &r) … })
//
// The act reads and writes through tx. At the end, deals that were touched are settled (their
// stations computed, package thread), then the chain's head is taken, rows are appended, and
// all is committed. The act may run twice; it has no effect outside tx.
package journal
