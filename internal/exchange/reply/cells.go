package reply

import (
	"fmt"
	"strings"

	"throughline/internal/answers"
	"throughline/internal/columns"
	"throughline/internal/fill"
)

// cells are what of a row's cells says what stands on the thread. A choice and columns to tick take
// the verdict, a free cell the words; a comment takes the words where the response cannot.
func cells(e columns.Entry, s standing, language string) (out []fill.Value, left []string) {
	at := func(column int, text string) {
		out = append(out, fill.Value{Sheet: e.Sheet, Row: e.Row, Column: column, Text: text})
	}
	words := s.words
	if column, ok := ticked(e.Answers, s.verdict); ok {
		at(column, "x")
	} else {
		for _, a := range e.Answers {
			switch {
			case a.Meaning != columns.Response:
			case len(a.Options) > 0 && s.verdict == "":
			case len(a.Options) > 0:
				if o, ok := chosen(a.Options, s.verdict); ok {
					at(a.Column, o)
				} else {
					left = append(left, fmt.Sprintf("None of its values (%s) says “%s”: choose it in the file.", strings.Join(a.Options, ", "), plainWords["en"][s.verdict]))
				}
			case words != "":
				at(a.Column, words)
				words = ""
			case s.words == "" && s.verdict != "":
				at(a.Column, plainWords[language][s.verdict])
			}
		}
	}
	for _, a := range e.Answers {
		if a.Meaning == columns.Comment && words != "" {
			at(a.Column, words)
			words = ""
		}
	}
	return out, left
}

// ticked finds the column to tick, where a row has one for each verdict: 'Yes', 'Partly', 'No'.
func ticked(all []columns.Answer, v answers.Verdict) (column int, ok bool) {
	n := 0
	for _, a := range all {
		name := a.Name[strings.LastIndex(a.Name, "/")+1:]
		if a.Meaning != columns.Response || len(a.Options) > 0 || verdictOf[fold(name)] == "" {
			continue
		}
		if n++; verdictOf[fold(name)] == v {
			column = a.Column
		}
	}
	return column, n > 1 && column > 0
}
