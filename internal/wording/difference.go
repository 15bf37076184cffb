// Package wording compares two texts word by word, as a person reads what changed
// in a sentence.
package wording

import "strings"

// Piece is a run of words of a difference.
type Piece struct {
	Text string
	Kind PieceKind
}

// PieceKind says what became of the words.
type PieceKind int

// Kept words stand in both, removed ones in the older text only, added ones in the newer only.
const (
	Kept PieceKind = iota
	Removed
	Added
)

// maxCells bounds the table of the comparison: beyond it the middle is shown as
// removed and added as a whole, which is still true and takes no memory.
const maxCells = 1 << 20

// Compare splits two texts into words and says which were kept, removed and added,
// by their longest common subsequence. Spaces go with the word before them.
func Compare(older, newer string) []Piece {
	a, b := words(older), words(newer)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []Piece
	out = add(out, Kept, a[:head]...)
	out = middle(out, a[head:len(a)-tail], b[head:len(b)-tail])
	return add(out, Kept, a[len(a)-tail:]...)
}

// middle compares what is left between the common beginning and end.
func middle(out []Piece, a, b []string) []Piece {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxCells {
		return add(add(out, Removed, a...), Added, b...)
	}
	wide := len(b) + 1
	longest := make([]int32, (len(a)+1)*wide)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i*wide+j] = longest[(i+1)*wide+j+1] + 1
			} else {
				longest[i*wide+j] = max(longest[(i+1)*wide+j], longest[i*wide+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			out = add(out, Kept, a[i])
			i, j = i+1, j+1
		case longest[(i+1)*wide+j] >= longest[i*wide+j+1]:
			out = add(out, Removed, a[i])
			i++
		default:
			out = add(out, Added, b[j])
			j++
		}
	}
	return add(add(out, Removed, a[i:]...), Added, b[j:]...)
}

// add appends words to the last piece where its kind is the same.
func add(out []Piece, kind PieceKind, words ...string) []Piece {
	if len(words) == 0 {
		return out
	}
	text := strings.Join(words, "")
	if n := len(out); n > 0 && out[n-1].Kind == kind {
		out[n-1].Text += text
		return out
	}
	return append(out, Piece{text, kind})
}

// words cuts a text after each run of white space, so that joining gives it back.
func words(s string) []string {
	var out []string
	start, inSpace := 0, false
	for i, r := range s {
		space := r == ' ' || r == '\n' || r == '\t' || r == '\r'
		if inSpace && !space {
			out = append(out, s[start:i])
			start = i
		}
		inSpace = space
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
