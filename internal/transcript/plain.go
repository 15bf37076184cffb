package transcript

import (
	"regexp"
	"strings"
)

// opening are the ways plain text begins a turn with a time: '[00:01:23] Name: words',
// '00:01:23 Name: words', 'Name (00:01:23): words', 'Name [00:01:23] words'.
var (
	clockFirst = regexp.MustCompile(`^[\[(]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?\s*[-–—]?\s*(.*)$`)
	clockAfter = regexp.MustCompile(`^([^:\d\[(]{2,60}?)\s*[\[(](\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]\s*:?\s*(.*)$`)
	clockAlone = regexp.MustCompile(`^\[?([^:\d\[\]]{2,60}?)\]?(?:\s{1,}|\t)(\d{1,2}:\d{2}(?::\d{2})?)$`)
)

// turn is one line of plain text taken apart.
type turn struct {
	Segment
	blank bool
	alone bool // a line of name and time, its words follow below
}

// readPlain reads text without cues: as turns if the file is known to be turns or enough lines
// begin with a name, else as notes.
func readPlain(lines []string, known Form, notes *remarks) (Form, []Segment) {
	turns := make([]turn, len(lines))
	seen := map[string]int{}
	full, named := 0, 0
	for i, l := range lines {
		turns[i] = apart(l, i+1)
		if turns[i].blank {
			continue
		}
		full++
		if n := turns[i].Speaker; n != "" {
			named++
			seen[n]++
		}
	}
	repeated := false
	for _, n := range seen {
		repeated = repeated || n > 1
	}
	if known == Turns || named > 1 && repeated && (named*3 > full || len(seen) > 1 && named*5 > full) || named > 1 && named == full {
		return Turns, joinTurns(turns, seen, notes)
	}
	return Notes, loose(turns, seen)
}

// apart takes one line into time, name and words.
func apart(line string, number int) turn {
	s := strip(line)
	t := turn{Segment: Segment{Start: Unknown, End: Unknown, Line: number, Text: s}, blank: s == ""}
	if t.blank {
		return t
	}
	if m := clockAlone.FindStringSubmatch(s); m != nil && plausible(tidyName(m[1])) {
		t.Start, _ = clock(m[2])
		t.Speaker, t.Text, t.alone = tidyName(m[1]), "", true
		return t
	}
	if m := clockAfter.FindStringSubmatch(s); m != nil && plausible(tidyName(m[1])) {
		t.Start, _ = clock(m[2])
		t.Speaker, t.Text, t.alone = tidyName(m[1]), m[3], m[3] == ""
		return t
	}
	if m := clockFirst.FindStringSubmatch(s); m != nil && m[2] != "" {
		if name, rest, ok := prefix(m[2]); ok {
			t.Start, _ = clock(m[1])
			t.Speaker, t.Text = name, rest
			return t
		}
		if strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(") {
			t.Start, _ = clock(m[1])
			t.Text = m[2]
		}
	}
	if name, rest, ok := prefix(t.Text); ok {
		t.Speaker, t.Text = name, rest
	}
	return t
}

// joinTurns gives lines without a name to the turn above them. Where names stand on lines of
// their own, and where a 'name' is words that look like none, a colon is only a colon.
func joinTurns(turns []turn, seen map[string]int, notes *remarks) []Segment {
	var out []Segment
	open := ""
	start := Unknown
	headed := 0
	for _, t := range turns {
		if t.alone {
			headed++
		}
	}
	for _, t := range turns {
		if t.Speaker != "" && !t.alone && open != "" && (headed > 1 && seen[t.Speaker] == 1 || strings.Contains(t.Speaker, " ") && !surely(t.Speaker, seen[t.Speaker])) {
			t.Text, t.Speaker = t.Speaker+": "+t.Text, ""
		}
		switch {
		case t.blank:
		case t.alone:
			open, start = t.Speaker, t.Start
		case t.Speaker != "":
			open, start = t.Speaker, Unknown
			out = append(out, t.Segment)
		case open != "" && start != Unknown:
			t.Speaker, t.Start, start = open, start, Unknown
			out = append(out, t.Segment)
		default:
			t.Speaker = open
			if open == "" {
				notes.add(t.Line, "these words stand before the first name and are kept without a speaker")
			}
			out = append(out, t.Segment)
		}
	}
	return out
}

// loose keeps notes line by line; a name counts only where it is surely one.
func loose(turns []turn, seen map[string]int) []Segment {
	var out []Segment
	for _, t := range turns {
		if t.blank || t.alone && t.Text == "" && t.Speaker == "" {
			continue
		}
		if t.alone {
			t.Text, t.Speaker = t.Speaker, ""
		} else if t.Speaker != "" && !surely(t.Speaker, seen[t.Speaker]) {
			t.Text, t.Speaker = t.Speaker+": "+t.Text, ""
		}
		out = append(out, t.Segment)
	}
	return out
}
