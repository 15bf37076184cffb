package tour

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// choice is what a person decides on one candidate. The candidate is found by words of its
// quote; what is left empty stays as the program proposed it.
type choice struct {
	name      string // the story's own word for what it becomes
	words     []string
	statement string // edited in place
	priority  thread.Priority
	group     string
	into      string // merged into the requirement of that name
	reject    string // the reason
	value     string // of a fact
	due       clock.Date
}

// choose decides on candidates of a call, in the order of the choices.
func (l *life) choose(call string, sort discovery.Sort, choices []choice) {
	for _, c := range choices {
		l.decide(l.pick(call, sort, c.words), c)
	}
}

// pick finds the one undecided candidate of a call whose quote holds the words.
func (l *life) pick(call string, sort discovery.Sort, words []string) discovery.Candidate {
	if l.err != nil {
		return discovery.Candidate{}
	}
	all, err := discovery.OfCall(l.ctx, l.reader(), call)
	if err != nil {
		l.err = err
		return discovery.Candidate{}
	}
	var found []discovery.Candidate
	for _, c := range all {
		if c.Sort == sort && c.State == discovery.Found && holds(c.Quote.String(), words) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		l.fail("the call must hold one %s with the words %s; it holds %d. The story cannot be lived on this text.", sort, strings.Join(words, ", "), len(found))
		return discovery.Candidate{}
	}
	return found[0]
}

func holds(text string, words []string) bool {
	text = strings.ToLower(text)
	for _, w := range words {
		if !strings.Contains(text, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

func (l *life) decide(c discovery.Candidate, how choice) {
	switch {
	case how.reject != "":
		l.write("mara", "discovery.reject", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Reject(ctx, tx, c.ID, c.Revision, how.reject)
			return err
		})
	case how.into != "":
		into := l.needs(how.into)[0]
		l.write("mara", "discovery.merge", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Merge(ctx, tx, c.ID, c.Revision, into)
			return err
		})
	default:
		l.accept(c, how)
	}
}

func (l *life) accept(c discovery.Candidate, how choice) {
	in := discovery.Acceptance{ID: c.ID, Revision: c.Revision, Statement: how.statement, Priority: how.priority, Group: how.group, Due: how.due}
	if c.Sort == discovery.AsIs {
		in.Name, in.Value = how.name, how.value
		if m := c.Measure(); m != nil && how.value == "" {
			in.Value, in.Unit = thread.Number(m.Target), m.Unit
		}
	}
	out := does(l, "mara", "discovery.accept", discovery.Accept, in)
	switch {
	case out.Requirement != nil:
		l.required[how.name] = out.Requirement.ID
	case out.Promise != nil:
		l.promised[how.name] = out.Promise.ID
	}
}

// tellCall says what a call gave and what was made of it.
func (l *life) tellCall(call string) {
	if l.err != nil {
		return
	}
	all, err := discovery.OfCall(l.ctx, l.reader(), call)
	if err != nil {
		l.err = err
		return
	}
	sorts, states := map[discovery.Sort]int{}, map[discovery.Decision]int{}
	for _, c := range all {
		sorts[c.Sort]++
		states[c.State]++
	}
	l.say("%d candidates: %d needs, %d facts of today, %d promises of ours", len(all), sorts[discovery.Need], sorts[discovery.AsIs], sorts[discovery.Promise])
	l.say("%d accepted, %d merged, %d rejected, %d left undecided", states[discovery.Accepted], states[discovery.Merged], states[discovery.Rejected], states[discovery.Found])
}
