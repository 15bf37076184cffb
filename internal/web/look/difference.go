package look

import "throughline/internal/wording"

// Piece is a run of words of a difference, as package wording finds it.
type Piece = wording.Piece

// What became of the words of a piece.
const (
	Kept    = wording.Kept
	Removed = wording.Removed
	Added   = wording.Added
)

// Compare splits two texts into words and says which were kept, removed and added.
func Compare(older, newer string) []Piece { return wording.Compare(older, newer) }
