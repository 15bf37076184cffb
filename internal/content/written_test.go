package content_test

import (
	"strings"
	"testing"

	"throughline/internal/content"
)

func shape(blocks []content.Block) string {
	var out []string
	for _, b := range blocks {
		switch {
		case b.List != nil:
			s := "list"
			if b.List.Numbered {
				s = "steps"
			}
			for _, item := range b.List.Items {
				s += "|"
				for _, span := range item {
					s += span.Text
				}
			}
			out = append(out, s)
		case b.Paragraph != nil:
			out = append(out, "p|"+b.Paragraph[0].Text)
		}
	}
	return strings.Join(out, "\n")
}

func TestWordsOfAPersonBecomeParagraphsListsAndSteps(t *testing.T) {
	for words, want := range map[string]string{
		"":                                   "",
		" \n\n\t":                            "",
		"One line\nthat goes on\n\nAnother":  "p|One line that goes on\np|Another",
		"Before:\n1. stop it\n2) start it\n": "p|Before:\nsteps|stop it|start it",
		"- a\n  more of a\n- b\r\n1. c":      "list|a more of a|b\nsteps|c",
		"-no list\n# no heading\n<b>no</b>":  "p|-no list # no heading <b>no</b>",
		"1999. was a year, as 1000 items":    "p|1999. was a year, as 1000 items",
	} {
		if got := shape(content.Written(words)); got != want {
			t.Errorf("%q gives\n%s\nwant\n%s", words, got, want)
		}
	}
}

func FuzzWrittenKeepsEveryWord(f *testing.F) {
	f.Add("a\n- b\n1. c\n\nd")
	f.Fuzz(func(t *testing.T, words string) {
		for _, b := range content.Written(words) {
			if b.List == nil && len(b.Paragraph) == 0 {
				t.Error("an empty block")
			}
		}
	})
}
