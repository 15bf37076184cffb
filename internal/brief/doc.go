// Package brief is one page for one meeting of a deal: who attends with their own last words, what
// was promised to them, what is open, what changed since they last met us, and the next step. A
// meeting is a call, a meeting or a demo that is still to come. Lists are short, since the page is
// read on the way and printed on one sheet; each says how much more there is.
package brief
