package content

import (
	"strconv"
	"strings"
)

// Number writes a number for a person: 40,000, 8.5, with a mark at the thousands and no
// needless tail.
func Number(v float64) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return strings.TrimSuffix(marked(whole)+"."+rest, ".")
}

// Whole writes a whole number for a person: 40,000.
func Whole(n int64) string { return marked(strconv.FormatInt(n, 10)) }

// marked sets the marks between digits, which may have a sign.
func marked(s string) string {
	digits := strings.TrimPrefix(s, "-")
	sign := s[:len(s)-len(digits)]
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
