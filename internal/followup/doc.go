// Package followup writes to the customer after a call or a demo: what we heard, what we showed,
// what we promised, what we need, in their language. Draft makes the words from what stands on the
// deal; a person edits them; Send writes one letter to each person named and keeps the exact words
// as they went out, with a link to every requirement that they repeat.
package followup
