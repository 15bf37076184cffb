package tour

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// findPromise gives the id of the deal's promise whose words hold the text; empty for none.
func findPromise(text string) func(context.Context, journal.Source, string) (string, error) {
	return func(ctx context.Context, src journal.Source, deal string) (string, error) {
		all, err := thread.Promises(ctx, src, deal)
		for _, p := range all {
			if strings.Contains(p.Words.String(), text) {
				return p.ID, err
			}
		}
		return "", err
	}
}

// settle moves a promise of the story on.
func (l *life) settle(who, name string, in thread.Settlement) {
	if l.promised[name] == "" {
		l.fail("no promise of the story is called %q", name)
	}
	in.ID = l.promised[name]
	p := does(l, who, "promise.settle", thread.SettlePromise, in)
	words := p.Words
	if !p.NewWords.IsZero() {
		words = p.NewWords
	}
	l.say("promise P%d %s: “%s”", p.Number, p.State, words)
}
