package tour

import (
	"context"
	"fmt"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// moment is how the story writes when something happens.
const moment = "2006-01-02 15:04"

// at moves the story on to a moment.
func (l *life) at(when string) {
	t, err := time.Parse(moment, when)
	if err == nil && t.Before(l.clock.T) {
		err = fmt.Errorf("%s lies before %s, where the story is", when, l.clock.T.Format(moment))
	}
	if l.err == nil && err != nil {
		l.err = err
		return
	}
	l.clock.Set(t)
}

// instant is a moment of the story as acts take it.
func (l *life) instant(when string) clock.Instant {
	t, err := time.Parse(moment, when)
	if err != nil && l.err == nil {
		l.err = err
	}
	return clock.At(t)
}

// today is the story's day.
func (l *life) today() clock.Date { return clock.DateOf(l.clock.T) }

// write does one act of one of ours, a minute after the one before.
func (l *life) write(who, act string, do func(context.Context, *journal.Tx) error) {
	if l.err != nil {
		return
	}
	actor, ok := l.who[who]
	if !ok {
		l.fail("nobody of ours is called %q", who)
		return
	}
	l.clock.Add(time.Minute)
	if _, err := l.house.Journal.Write(l.ctx, actor, act, do); err != nil {
		l.err = fmt.Errorf("%s by %s: %w", act, who, err)
	}
}

// does runs an act that gives something.
func does[In, Out any](l *life, who, name string, act func(context.Context, *journal.Tx, In) (Out, error), in In) Out {
	var out Out
	l.write(who, name, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = act(ctx, tx, in)
		return err
	})
	return out
}

// do runs an act that gives nothing.
func do[In any](l *life, who, name string, act func(context.Context, *journal.Tx, In) error, in In) {
	l.write(who, name, func(ctx context.Context, tx *journal.Tx) error { return act(ctx, tx, in) })
}

// reads gives what a read of the deal finds.
func reads[Out any](l *life, read func(context.Context, journal.Source, string) (Out, error)) Out {
	var out Out
	if l.err == nil {
		out, l.err = read(l.ctx, l.reader(), l.deal.ID)
	}
	return out
}

func (l *life) reader() *journal.Reader { return l.house.Journal.Reader(l.story.Workspace) }

// fail ends the story with a sentence.
func (l *life) fail(format string, args ...any) {
	if l.err == nil {
		l.err = problem.New(problem.Invalid, format, args...)
	}
}

// say notes what the step found.
func (l *life) say(format string, args ...any) {
	if l.err == nil {
		l.step.Found = append(l.step.Found, fmt.Sprintf(format, args...))
	}
}

// count says how many of a thing, in words that fit the number.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// thread weaves the deal as it stands, on the story's day.
func (l *life) thread() thread.Thread {
	var t thread.Thread
	if l.err == nil {
		t, l.err = l.house.Thread(l.ctx, l.reader(), l.deal.ID, l.today())
	}
	return t
}

// needs gives the ids of requirements by the story's own words for them.
func (l *life) needs(names ...string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		if l.required[n] == "" {
			l.fail("no requirement of the story is called %q", n)
		}
		out = append(out, l.required[n])
	}
	return out
}

// theirs gives contacts' ids by first names.
func (l *life) theirs(names ...string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		if l.contact[n] == "" {
			l.fail("no contact of the story is called %q", n)
		}
		out = append(out, l.contact[n])
	}
	return out
}

// ours gives persons' ids by first names.
func (l *life) ours(names ...string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		out = append(out, l.who[n].Person)
	}
	return out
}

// key is a requirement's key, by the story's own word for it.
func (l *life) key(name string) string {
	ids := l.needs(name)
	if l.err != nil {
		return ""
	}
	r, err := journal.Load[thread.Requirement](l.ctx, l.reader(), ids[0])
	if err != nil {
		l.err = err
	}
	return r.Key(l.deal.Prefix)
}
