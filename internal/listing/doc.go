// Package listing writes a list as it is answered elsewhere, once for all lists: as CSV
// (RFC 4180) and as XLSX (SpreadsheetML, ECMA-376 part 1). Columns are the fields of its items
// in their order; numbers, days, moments and truths stay what they are, and no text can run as a
// formula. The same list gives the same bytes.
package listing
