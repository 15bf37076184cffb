package transcript

import (
	"html"
	"regexp"
	"strings"
)

var scripts = regexp.MustCompile(`(?is)<(script|style)\b[^>]*>.*?</(script|style)\s*>`)

// dropScripts takes scripts and styles out with their content; line ends stay, so that line
// numbers stay true.
func dropScripts(text string, notes *remarks) string {
	if !strings.Contains(text, "<") {
		return text
	}
	return scripts.ReplaceAllStringFunc(text, func(s string) string {
		notes.add(0, "a script or style was left out")
		return strings.Repeat("\n", strings.Count(s, "\n"))
	})
}

// voiced is a stretch of one cue's text with the name of its <v> tag.
type voiced struct{ speaker, text string }

// longestTag bounds the search for the end of a tag.
const longestTag = 1024

// voices splits the text of a cue at its <v Name> tags and strips all other markup.
func voices(s string) []voiced {
	var out []voiced
	var text strings.Builder
	speaker := ""
	flush := func() {
		if t := fold(unescape(text.String())); t != "" {
			out = append(out, voiced{speaker, t})
		}
		text.Reset()
	}
	eachTag(s, &text, func(tag string) {
		if name, ok := voiceName(tag); ok {
			flush()
			speaker = name
		}
	})
	flush()
	return out
}

// eachTag writes s without its markup to text and calls found with the inside of every tag.
func eachTag(s string, text *strings.Builder, found func(tag string)) {
	for s != "" {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			text.WriteString(s)
			return
		}
		text.WriteString(s[:open])
		s = s[open:]
		if !tagStarts(s) {
			text.WriteByte('<')
			s = s[1:]
			continue
		}
		end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
		if end < 0 { // a tag that never ends: its words are kept, its bracket is not
			s = strings.TrimLeft(s, "</!?")
			continue
		}
		found(s[1:end])
		if breaks(s[1:end]) {
			text.WriteByte(' ')
		}
		s = s[end+1:]
	}
}

// strip is voices for text in which names are not looked for.
func strip(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return fold(s)
	}
	parts := []string{}
	for _, v := range voices(s) {
		parts = append(parts, v.text)
	}
	return strings.Join(parts, " ")
}

// tagStarts says whether a '<' opens markup; in 'below < 2 seconds' it does not.
func tagStarts(s string) bool {
	if len(s) < 2 {
		return false
	}
	switch c := s[1]; {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '/', c == '!', c == '?':
		return true
	case c >= '0' && c <= '9': // <00:01:02.000>, the clock inside a rolling caption
		end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
		if end < 0 {
			return false
		}
		_, ok := clock(s[1:end])
		return ok
	}
	return false
}

func breaks(tag string) bool {
	tag = strings.ToLower(strings.Trim(tag, "/ "))
	for _, t := range []string{"br", "p", "div", "li", "td", "tr", "h1", "h2", "h3"} {
		if tag == t || strings.HasPrefix(tag, t+" ") {
			return true
		}
	}
	return false
}

// voiceName reads the inside of <v.loud Name>.
func voiceName(tag string) (string, bool) {
	if tag == "v" || !strings.HasPrefix(tag, "v.") && !strings.HasPrefix(tag, "v ") && !strings.HasPrefix(tag, "v\t") && !strings.HasPrefix(tag, "v\n") {
		return "", false
	}
	_, name, ok := strings.Cut(strings.ReplaceAll(tag, "\t", " "), " ")
	name = tidyName(unescape(name))
	return name, ok && name != ""
}

// unescape reads &amp; and the like. What then looks like markup goes too: a transcript has no
// use for it, and a page that forgets to escape would run it.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	eachTag(html.UnescapeString(s), &b, func(string) {})
	return clean(b.String())
}

// fold makes every run of white space one blank.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
