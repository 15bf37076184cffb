package followup

import "strings"

// Block is a part of the words as a person wrote them: a heading, items, or lines that belong
// together.
type Block struct {
	Heading, Items bool
	Lines          []string
}

// Blocks reads the plain words: a blank line ends a part, '- ' begins an item, and a line alone
// before items is their heading.
func Blocks(words string) (out []Block) {
	var lines, items []string
	flush := func() {
		if len(items) > 0 && len(lines) == 1 {
			out = append(out, Block{Heading: true, Lines: lines})
		} else if len(lines) > 0 {
			out = append(out, Block{Lines: lines})
		}
		if len(items) > 0 {
			out = append(out, Block{Items: true, Lines: items})
		}
		lines, items = nil, nil
	}
	for line := range strings.Lines(words) {
		line = strings.TrimSpace(line)
		item, is := strings.CutPrefix(line, "- ")
		switch {
		case line == "":
			flush()
		case is:
			items = append(items, item)
		default:
			if len(items) > 0 {
				flush()
			}
			lines = append(lines, line)
		}
	}
	flush()
	return out
}
