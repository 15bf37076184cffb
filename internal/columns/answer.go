package columns

import (
	"regexp"
	"strings"

	"throughline/internal/sheet"
)

// answersOf gives the cells of a row that are for answers and remarks.
func answersOf(l *Layout, row sheet.Row, choices []choiceIn, told map[int][]string) []Answer {
	var out []Answer
	for _, c := range l.Columns {
		if c.Meaning != Response && c.Meaning != Comment {
			continue
		}
		a := Answer{Column: c.At, Name: c.Name, Meaning: c.Meaning, Text: strings.TrimSpace(row.At(c.At))}
		if cell := row.Cell(c.At); cell != nil {
			a.Formula = cell.Formula
		}
		a.Options = told[c.At]
		for _, choice := range choices {
			if choice.in.Holds(row.Number, c.At) {
				a.Options = choice.options
				break
			}
		}
		out = append(out, a)
	}
	return out
}

// toldOptions finds options that no list in the cells gives but words do: in the
// header ('Complies (Yes / No / Partly)'), or in a legend above it ('F | Fully
// supported'). A legend is for the first response column.
func toldOptions(s *sheet.Sheet, l *Layout) map[int][]string {
	out := map[int][]string{}
	for _, c := range l.Columns {
		if c.Meaning == Response {
			if o := optionsIn(c.Name); len(o) > 0 {
				out[c.At] = o
			}
		}
	}
	if at := l.Of(Response); at > 0 && out[at] == nil && len(l.Header) > 0 {
		out[at] = legend(s, l.Header[0])
	}
	return out
}

var bracketed = regexp.MustCompile(`[(\[:]\s*([^()\[\]:]{2,80})[)\]]?\s*$`)

// optionsIn reads options out of a header: two at least, set off by strokes,
// commas or 'or', each a known answer.
func optionsIn(name string) []string {
	parts := []string{name}
	if m := bracketed.FindStringSubmatch(name); m != nil {
		parts = append(parts, m[1])
	}
	for _, part := range parts {
		for _, sep := range []string{"/", ",", ";", "|", " or ", " oder ", " ou ", " o "} {
			options := strings.Split(part, sep)
			// N/A is one option although it holds a stroke.
			if sep == "/" {
				options = strings.Split(strings.NewReplacer("N/A", "N\x00A", "n/a", "n\x00a").Replace(part), sep)
			}
			known := len(options) > 1
			for i := range options {
				options[i] = strings.TrimSpace(strings.ReplaceAll(options[i], "\x00", "/"))
				known = known && responseValues[fold(options[i])]
			}
			if known {
				return options
			}
		}
	}
	return nil
}

// legend reads lines above the header that explain short codes, one beside the other.
func legend(s *sheet.Sheet, header int) []string {
	var out []string
	for _, row := range s.Rows {
		if row.Number >= header {
			break
		}
		code := ""
		if len(row.Cells) == 2 {
			code = strings.Trim(row.Cells[0].Text, " =:-")
		} else if len(row.Cells) == 1 {
			before, after, ok := strings.Cut(row.Cells[0].Text, "=")
			if ok && lookAt(after).words > 0 {
				code = strings.TrimSpace(before)
			}
		}
		if n := len(code); n > 0 && n <= 4 && !lookAt(code).digits && strings.ToUpper(code) == code {
			out = append(out, code)
		} else if len(out) == 1 {
			out = nil
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// followUp begins a question that is asked only after an answer to another.
var followUp = regexp.MustCompile(`(?i)^\W*(if (yes|no|so|not|partly|partially|applicable|the answer)|wenn (ja|nein|nicht)|falls (ja|nein|nicht|zutreffend)|si (oui|non|tel est)|dans l['’]affirmative|en caso (afirmativo|negativo)|si (la respuesta|es así|no es así))\b`)

func followsUp(wording string) bool { return followUp.MatchString(wording) }
