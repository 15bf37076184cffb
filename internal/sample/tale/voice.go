package tale

import (
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// pace is how fast people talk: milliseconds a letter, and the pause between turns.
const (
	pace  = 62
	pause = 900
)

// script reads a call's text ('Dana: words', a turn a paragraph) and gives it as a recorder
// writes it down: WebVTT with full names and time marks.
func (t *Tale) script(file string) (string, error) {
	raw, err := fs.ReadFile(t.texts, t.folder+"/"+file+".txt")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString("WEBVTT\n")
	at := 4 * time.Second
	for _, turn := range strings.Split(t.Say(string(raw)), "\n\n") {
		turn = strings.Join(strings.Fields(turn), " ")
		if turn == "" {
			continue
		}
		word, words, ok := strings.Cut(turn, ": ")
		name := t.fullName(word)
		if !ok || name == "" {
			return "", fmt.Errorf("%s/%s: nobody speaks in %.40q", t.folder, file, turn)
		}
		end := at + time.Duration(len(words)*pace)*time.Millisecond
		fmt.Fprintf(&out, "\n%s --> %s\n<v %s>%s\n", timestamp(at), timestamp(end), name, words)
		at = end + pause*time.Millisecond
	}
	return out.String(), nil
}

func (t *Tale) fullName(word string) string {
	word = strings.ToLower(word)
	if n := t.names[word]; n != "" {
		return n
	}
	return t.People[word].Name
}

func timestamp(d time.Duration) string {
	return fmt.Sprintf("%02d:%02d:%02d.%03d", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60, d.Milliseconds()%1000)
}
