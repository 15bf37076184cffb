// Package tally keeps beside each deal what is counted of its thread: states of requirements,
// breaks for whoever mends them, and totals. A list of deals, an inbox and the portfolio read
// these and never a requirement. All of it follows from the thread, can be computed again, and is
// checked against it by verify.
package tally

import "throughline/internal/thread"

// Keeper keeps the tallies of a house. Wired once.
type Keeper struct{ Weaver *thread.Weaver }
