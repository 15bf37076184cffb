// Package opc writes and checks the package that Word and Excel files are: parts in a ZIP, what
// each of them is, and what leads from one to another (ECMA-376, part 2). Names of parts begin
// without a stroke. The same parts give the same bytes: there are no times in it.
package opc
