package insight

import "strings"

// lowerLike is words for a LIKE over lower-cased text, its wildcards taken as letters by
// leaving them out: no name of a deal is found by them alone.
func lowerLike(words string) string {
	return strings.NewReplacer("%", " ", "_", " ").Replace(strings.ToLower(strings.TrimSpace(words)))
}
