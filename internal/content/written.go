package content

import (
	"regexp"
	"strings"
)

var (
	bullet   = regexp.MustCompile(`^\s*[-*•]\s+(.+)$`)
	numbered = regexp.MustCompile(`^\s*\d{1,3}[.)]\s+(.+)$`)
)

// Written turns words that a person typed into blocks: a blank line ends a paragraph, lines that
// begin with a dash are a list, those with 1. a numbered one. Nothing else in them is markup.
func Written(words string) (out []Block) {
	var paragraph []string
	var list *List
	end := func() {
		if len(paragraph) > 0 {
			out = append(out, Para(strings.Join(paragraph, " ")))
		}
		if list != nil {
			out = append(out, Block{List: list})
		}
		paragraph, list = nil, nil
	}
	for line := range strings.Lines(strings.ReplaceAll(words, "\r", "")) {
		line = strings.TrimSpace(line)
		item, isNumbered := bullet.FindStringSubmatch(line), false
		if item == nil {
			item = numbered.FindStringSubmatch(line)
			isNumbered = item != nil
		}
		switch {
		case line == "":
			end()
		case item == nil && list != nil: // a line that goes on
			last := len(list.Items) - 1
			list.Items[last] = append(list.Items[last], Span{Text: " " + line})
		case item == nil:
			paragraph = append(paragraph, line)
		default:
			if list == nil || list.Numbered != isNumbered {
				end()
				list = &List{Numbered: isNumbered}
			}
			list.Items = append(list.Items, Text(item[1]))
		}
	}
	end()
	return out
}
