// Package tour lives one deal from the CRM's export to the day it is live, through the same
// acts that people have, on the files it is given and on a clock of its own.
//
// One file is one step, named after it. What a step needs from a file it looks for by its
// words, and it fails with a sentence when the file no longer holds it; what a person decides
// (an edited sentence, a reaction, a waiver) is written in the step, as a person would type it.
// The same files give the same thread on any day: time and ids come from the story.
package tour
