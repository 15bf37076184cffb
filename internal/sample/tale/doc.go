// Package tale lets deals be told as they were lived. A Tale is one deal: each of its methods
// puts one act of a user, by a person at a moment, on the book's list; a Book runs the acts of
// all its deals in the order of time, through the areas' own functions, as one story of the
// journal.
//
// Moments and days are counted in working days from the day of the telling, so that no act
// falls on a weekend or in the future, and the order is the same on any day. Things are named
// by short words of the tale ('replay', 'dana'), which become ids when the acts are run.
package tale
