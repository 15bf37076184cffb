package rule

import (
	"encoding/json"
	"strings"
)

// MarshalJSON writes a row as it is read: {"months": ">= 3"}.
func (r Row) MarshalJSON() ([]byte, error) {
	texts := map[string]string{}
	for _, c := range r {
		texts[facts[c.fact].name] = c.text()
	}
	return json.Marshal(texts)
}

// text is a condition as the table's file has it.
func (c condition) text() string {
	f := facts[c.fact]
	if f.words != nil {
		var said []string
		for i, word := range f.words {
			if c.words&(1<<i) != 0 {
				said = append(said, word)
			}
		}
		return strings.Join(said, "|")
	}
	switch {
	case c.from == c.to:
		return f.text(c.from)
	case c.to == far && c.from*100%f.unit == 0: // two places at most can be read

		return ">= " + f.text(c.from)
	case c.to == far:
		return "> " + f.text(c.from-1)
	case (c.to+1)*100%f.unit == 0:
		return "< " + f.text(c.to+1)
	}
	return "<= " + f.text(c.to)
}

// nouns are the facts as a sentence has them.
var nouns = map[string]string{"months": "months of deployment", "integrations": "custom integrations", "configuration": "configuration", "policy": "the company's way", "seats": "people in the two roles", "depth": "depth beyond the SE asked for"}

// Noun is a fact as a sentence has it.
func Noun(name string) string { return nouns[name] }

// InWords are a row's conditions as people read them, in the order of the facts; none always holds.
func (r Row) InWords() []string {
	var out []string
	for _, c := range r {
		f := facts[c.fact]
		text := strings.NewReplacer(">= ", "at least ", "> ", "more than ", "<= ", "at most ", "< ", "less than ", "|", " or ").Replace(c.text())
		out = append(out, nouns[f.name]+": "+text)
	}
	return out
}
