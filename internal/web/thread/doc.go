// Package thread draws the thread: the picture of a deal with its breaks, evidence and promises,
// the page of one requirement, and the acts on both.
package thread
