// Package sheet reads a customer's list in whatever form it comes: an Excel
// workbook, delimited text, the tables of a Word document, or text that somebody
// pasted. What comes out has one shape, sheets of rows of cells, and every cell
// keeps its place, so that the same file can be answered later.
//
// A file is told by its content, never by its name. Cells hold what a person
// sees on the screen: a formula's last value, a number in its format. Nothing is
// computed, fetched or run.
//
// Memory is bounded by [Limits]: the text of all cells, their count, and what
// may be unpacked from a package. A file over a limit is read as far as it goes
// and a note says where it was cut.
//
// The package knows no requirement and no question: what the columns mean is
// said by package columns.
package sheet
