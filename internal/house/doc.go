// Package house holds the tests of the building itself: which room may import
// which and why, how big a file may grow, which words are used. It has no code
// of its own; nothing imports it.
package house
