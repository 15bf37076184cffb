// Package columns proposes what a customer's list means: which sheets hold
// requirements or questions, which rows are the header, which column holds the
// wording, its number, priority, group, response and comment, and what each row
// is. Lists of requirements and questionnaires are read by the same rules.
//
// Headers decide little, contents decide more: how long the texts are, whether
// they ask or oblige, whether values repeat, rise or come from a list that may
// be chosen from. File names, the order of sheets and of columns are no signal,
// but for what lies left or right of the wording.
//
// Every decision carries a confidence and its reason in words, and a person's
// [Correction] goes before it. The package guesses nothing into a file: it reads
// a [sheet.Book] and gives a proposal.
package columns
