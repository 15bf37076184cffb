package folder

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/transcript"
)

// A transcript is written as people read one, a line for each piece that was said:
//
//	[0:12:03.120 - 0:12:07.000] <anna-keller>: We have to replay a day in an hour.
//
// A mark that is not known is left empty; a piece of several lines, or one that would be misread,
// is quoted as in JSON.

// said is one piece with the key of its voice.
type said struct {
	position, start, end int64
	voice, text          string
}

// transcript is what was said on a call, in order.
func (g *gathering) transcript(call *thing) (string, error) {
	var all []said
	for _, t := range g.things["speech"] {
		s := t.value.Interface().(discovery.Speech)
		if s.Call != call.head.ID {
			continue
		}
		words := s.Words
		if words.IsZero() {
			words = s.Held
		}
		var texts []string
		if !words.IsZero() && !words.Gone() {
			if err := json.Unmarshal([]byte(words.String()), &texts); err != nil {
				return "", err
			}
		}
		voice := s.Voice
		if v := g.byID[s.Voice]; v != nil {
			voice = v.key
		}
		for i, m := range s.Marks {
			p := said{m[0], m[1], m[2], voice, seal.Erased}
			if i < len(texts) {
				p.text = texts[i]
			}
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b said) int { return cmp.Compare(a.position, b.position) })
	lines := make([]string, len(all))
	for i, p := range all {
		lines[i] = p.line()
	}
	return strings.Join(lines, "\n"), nil
}

func (p said) line() string {
	text := p.text
	if text == "" || strings.TrimSpace(text) != text || text[0] == '"' || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
		b, _ := json.Marshal(text) // a string always encodes
		text = string(b)
	}
	return fmt.Sprintf("[%s - %s] <%s>: %s", mark(p.start), mark(p.end), p.voice, text)
}

func mark(ms int64) string {
	if ms < 0 {
		return ""
	}
	return fmt.Sprintf("%d:%02d:%02d.%03d", ms/3600000, ms/60000%60, ms/1000%60, ms%1000)
}

var (
	piece  = regexp.MustCompile(`^\[([0-9:.]*) - ([0-9:.]*)\] <([^>]+)>: (.*)$`)
	timing = regexp.MustCompile(`^([0-9]{1,4}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})$`)
)

func unmark(s string) (time.Duration, bool) {
	if s == "" {
		return transcript.Unknown, true
	}
	m := timing.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n := make([]int64, 4)
	for i := range n {
		n[i], _ = strconv.ParseInt(m[i+1], 10, 64)
	}
	return time.Duration(n[0]*3600000+n[1]*60000+n[2]*1000+n[3]) * time.Millisecond, true
}

// speech is what each voice of a call said, as rows.
func (t *taking) speech(call *record, c discovery.Call) ([]journal.Thing, error) {
	var voices []string
	var segments []transcript.Segment
	texts := map[string][]string{}
	for i, line := range strings.Split(call.body, "\n") {
		at := call.bodyLine + i
		m := piece.FindStringSubmatch(line)
		if m == nil {
			t.fault(call.file, at, "Is no line of a transcript. Write it as '[0:12:03.120 - 0:12:07.000] <voice>: words'.")
			continue
		}
		start, ok1 := unmark(m[1])
		end, ok2 := unmark(m[2])
		if !ok1 || !ok2 {
			t.fault(call.file, at, "Has a mark that is no time. Write it as 0:12:03.120.")
		}
		text := m[4]
		if strings.HasPrefix(text, `"`) && json.Unmarshal([]byte(text), &text) != nil {
			t.fault(call.file, at, `Has a quote that does not end. Write " inside of quotes as \".`)
		}
		voice := t.named(call.file, at, m[3], "voice")
		voices, segments = append(voices, voice), append(segments, transcript.Segment{Start: start, End: end, Text: text})
		texts[voice] = append(texts[voice], text)
	}
	for v, all := range texts {
		if !slices.ContainsFunc(all, func(s string) bool { return s != seal.Erased }) {
			t.erased[v] = true
		}
	}
	rows, err := discovery.Spoken(c, voices, segments)
	out := make([]journal.Thing, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	return out, err
}
