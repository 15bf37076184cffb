// Package table reads delimited text as people and programs really write it:
// commas, semicolons, tabs or pipes; UTF-8, UTF-16 or Windows-1252; quoted line
// breaks; headers that stand late or twice. It streams, so a file of any size
// is read in bounded memory, and it says for every fault in which line it is.
//
// Reading takes two passes over the file. The first learns what the file's
// convention is: is 03/04/2026 in March or in April, is 1,250 a thousand or
// one and a quarter. The second reads. What a whole file leaves open is asked
// for by a [Question] and never guessed.
//
// The package knows no area: what the columns mean is said by its caller.
package table
