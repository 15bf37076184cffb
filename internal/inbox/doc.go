// Package inbox is what one person sees first: the breaks that are theirs to mend, what waits for
// them in every area, and what others changed in their deals since they looked.
//
// It never goes through all deals: breaks are kept with whoever mends them, areas answer from
// indexes, and a deal knows when it was last touched. How far a person has looked is kept beside
// the journal, since it is nobody's history.
package inbox
