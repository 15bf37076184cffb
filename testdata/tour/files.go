// Package tour is the files that the tour is lived on, built into the program. It stands here,
// beside them, because a program can hold only files that lie below its source.
package tour

import "embed"

// Files are the inputs, by their names.
//
//go:embed *.csv *.vtt *.txt *.dsl
var Files embed.FS
