// Package reply answers a customer's list back in the customer's own file: the
// response and comment cells are filled from what stands on the thread, approved
// answers and the mark of feasibility, and nothing else of the file changes.
// Nothing is guessed: a cell whose list of values does not hold what the thread
// says stays empty, with the reason.
package reply
