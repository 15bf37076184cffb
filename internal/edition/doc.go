// Package edition compares two versions of a customer's list row by row: what is
// new, what was changed and in which words, what is gone, and what only stands
// elsewhere. Rows are known again by the customer's number first and by their
// wording next, so that a list numbered anew is not taken for another list.
package edition
