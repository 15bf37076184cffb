package transcript

import (
	"encoding/json"
	"strings"
	"time"
)

// cue is one block of a WebVTT or SRT file before its markup is read.
type cue struct {
	start, end time.Duration
	line       int
	text       []string
}

// readCues reads WebVTT and SRT alike: SRT has commas in its clocks and no header, and both
// are met with the other's habits.
func readCues(lines []string, notes *remarks) []Segment {
	cues := gather(lines, notes)
	rolling := false
	for _, c := range cues {
		for _, l := range c.text {
			if i := strings.IndexByte(l, '<'); i >= 0 && len(l) > i+1 && isDigit(l[i+1]) && tagStarts(l[i:]) {
				rolling = true
			}
		}
	}
	var out []Segment
	last := ""
	for _, c := range cues {
		if rolling { // a rolling caption shows the line before once more
			for len(c.text) > 0 && strip(c.text[0]) == last {
				c.text = c.text[1:]
			}
			if n := len(c.text); n > 0 {
				last = strip(c.text[n-1])
			}
		}
		out = append(out, segments(c)...)
	}
	nameCues(out, notes)
	return out
}

// gather collects cues. Words outside of a cue are kept as a cue without a time.
func gather(lines []string, notes *remarks) []cue {
	var cues []cue
	inside, skip := false, false // within a cue's text; within NOTE, STYLE, REGION or the header
	for i, raw := range lines {
		line := strings.TrimSpace(raw)
		start, end, ok := timing(line)
		switch {
		case ok:
			if n := len(cues); inside && n > 0 && len(cues[n-1].text) > 0 { // no blank line before: the number above is not talk
				if t := cues[n-1].text; allDigits(t[len(t)-1]) {
					cues[n-1].text = t[:len(t)-1]
				}
			}
			cues = append(cues, cue{start, end, i + 2, nil})
			inside, skip = true, false
			if end == Unknown {
				notes.add(i+1, "the end of this time mark cannot be read; the words are kept")
			}
		case line == "":
			inside, skip = false, false
		case skip:
		case strings.Contains(line, "-->"):
			notes.add(i+1, "this time mark cannot be read; the words below are kept without a time")
			cues = append(cues, cue{Unknown, Unknown, i + 2, nil})
			inside = true
		case inside:
			cues[len(cues)-1].text = append(cues[len(cues)-1].text, line)
		case header(line, i, lines):
			skip = true
		case nextIsTiming(lines, i), allDigits(line): // the cue's own name or number
		default:
			notes.add(i+1, "these words stand outside of a time mark and are kept without one")
			cues = append(cues, cue{Unknown, Unknown, i + 1, []string{line}})
			inside = true
		}
	}
	return cues
}

func header(line string, i int, lines []string) bool {
	first := strings.TrimPrefix(strings.Fields(line)[0], "\uFEFF")
	switch first {
	case "WEBVTT":
		for _, l := range lines[:i] {
			if strings.TrimSpace(l) != "" {
				return false
			}
		}
		return true
	case "NOTE", "STYLE", "REGION":
		return line == first || first == "NOTE"
	}
	return false
}

func nextIsTiming(lines []string, i int) bool {
	return i+1 < len(lines) && strings.Contains(lines[i+1], "-->")
}

func allDigits(s string) bool {
	_, ok := digits(strings.TrimSpace(s))
	return ok
}

// segments reads one cue's text: by <v> tags, by the JSON of Teams' time-coded metadata, or as it is.
func segments(c cue) []Segment {
	text := strings.Join(c.text, "\n")
	if strings.HasPrefix(text, "{") {
		var m struct {
			SpeakerName string `json:"speakerName"`
			SpokenText  string `json:"spokenText"`
		}
		if json.Unmarshal([]byte(text), &m) == nil && m.SpokenText != "" {
			if s := strip(m.SpokenText); s != "" {
				return []Segment{{c.start, c.end, tidyName(strip(m.SpeakerName)), s, c.line}}
			}
		}
	}
	var out []Segment
	for _, v := range voices(text) {
		out = append(out, Segment{c.start, c.end, v.speaker, v.text, c.line})
	}
	return out
}

// nameCues reads 'Name: words' where the file has no <v> tags. A cue without a name goes on with
// the one before if that stopped within a sentence, or if the file names people only when they change.
func nameCues(out []Segment, notes *remarks) {
	seen := map[string]int{}
	named := 0
	for _, s := range out {
		if s.Speaker != "" {
			named++
		} else if name, _, ok := prefix(s.Text); ok {
			seen[name]++
			named++
		}
	}
	onChange := named > 1 && len(out) > named && (len(out)-named)*10 > len(out)*3
	before := ""
	for i := range out {
		s := &out[i]
		if s.Speaker == "" {
			name, rest, ok := prefix(s.Text)
			switch {
			case ok && (surely(name, seen[name]) || seen[name] > 1 || named*10 > len(out)*7):
				s.Speaker, s.Text = name, rest
			case before != "" && i > 0 && (onChange || midSentence(out[i-1].Text)):
				s.Speaker = before
				notes.add(s.Line, "no name stands here; taken as "+before+" going on")
			}
		}
		before = s.Speaker
	}
}

func midSentence(s string) bool {
	return !strings.ContainsAny(s[len(s)-1:], ".?!\"") && !strings.HasSuffix(s, "…")
}
