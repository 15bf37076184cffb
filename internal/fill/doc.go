// Package fill writes values into cells of a file that somebody sent and leaves
// every other byte of it as it came. A workbook is never read and saved again:
// of its parts only the sheets that are written in change, and of those only
// the cells. Delimited text keeps its delimiter, quotes, line ends and encoding.
//
// A value is a text and never a formula. What stands in a cell already stays,
// formulas always; each value that is left out is named with the reason. Where
// nothing is filled the copy is the file, byte for byte.
package fill
