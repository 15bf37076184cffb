package tale

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Lists records a requirement by hand, from a list or a note of theirs.
func (t *Tale) Lists(group, by, mark string, n Need) {
	t.needs = append(t.needs, n.Word)
	t.act("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: t.id("deal"), Statement: t.Say(n.Say), Kind: n.Kind, Priority: n.Priority, Measure: n.Measure, Group: group,
			RaisedBy: t.id(by), Quotes: []thread.NewQuote{{From: "list", Words: t.Say(n.Quote), Speaker: t.id(by), Mark: mark}}})
		t.ids[n.Word] = r.ID
		return err
	})
}

// Rewords changes a requirement.
func (t *Tale) Rewords(word string, how func(e *thread.Edit)) {
	t.act("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
		r, err := journal.Load[thread.Requirement](ctx, tx, t.id(word))
		if err != nil {
			return err
		}
		e := thread.Edit{ID: r.ID, Statement: r.Statement, Kind: r.Kind, Priority: r.Priority, Measure: r.Measure, Group: r.Grouping, Product: r.Product, RaisedBy: r.RaisedBy}
		how(&e)
		_, err = thread.Reword(ctx, tx, e)
		return err
	})
}

// Withdraws takes a requirement out.
func (t *Tale) Withdraws(word, why string) {
	t.act("requirement.withdraw", func(ctx context.Context, tx *journal.Tx) error {
		return thread.Withdraw(ctx, tx, t.id(word), 0, t.Say(why))
	})
}

// Judges marks whether requirements can be done.
func (t *Tale) Judges(f thread.Feasibility, why string, words ...string) {
	for _, word := range words {
		t.act("requirement.feasible", func(ctx context.Context, tx *journal.Tx) error {
			return thread.MarkFeasible(ctx, tx, t.id(word), 0, f, t.Say(why))
		})
	}
}

// Dates gives a station of a requirement a date of its own.
func (t *Tale) Dates(word string, s thread.Station, due clock.Date) {
	t.act("requirement.date", func(ctx context.Context, tx *journal.Tx) error {
		return thread.SetDate(ctx, tx, t.id(word), 0, s, due)
	})
}

// Owes says what requirements owe in place of the rule.
func (t *Tale) Owes(why string, stations []thread.Station, words ...string) {
	t.act("requirement.owe", func(ctx context.Context, tx *journal.Tx) error {
		return thread.SetOwed(ctx, tx, t.allIDs(words), &stations, t.Say(why))
	})
}

// Asks puts a question to one of ours about a requirement.
func (t *Tale) Asks(word, need, of, words string) {
	t.act("question.ask", func(ctx context.Context, tx *journal.Tx) error {
		q := thread.Question{Row: journal.Row{Deal: t.id("deal")}, Words: t.Say(words), AskedOf: t.id(of)}
		if need != "" {
			q.Requirement = t.id(need)
		}
		err := thread.Ask(ctx, tx, &q)
		t.ids[word] = q.ID
		return err
	})
}

// Replies answers a question.
func (t *Tale) Replies(word, answer string) {
	t.act("question.answer", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.AnswerQuestion(ctx, tx, t.id(word), 0, t.Say(answer))
		return err
	})
}

// Promises records what one of ours promised.
func (t *Tale) Promises(word, need, sort, words, to, where string, due clock.Date) {
	t.act("promise.give", func(ctx context.Context, tx *journal.Tx) error {
		in := thread.NewPromise{Deal: t.id("deal"), Words: t.Say(words), Sort: sort, ToContact: t.id(to), Where: t.Say(where), Due: due}
		if need != "" {
			in.Requirement = t.id(need)
		}
		p, err := thread.Give(ctx, tx, in)
		t.ids[word] = p.ID
		return err
	})
}

// Settles says what became of a promise.
func (t *Tale) Settles(word string, in thread.Settlement) {
	t.act("promise.settle", func(ctx context.Context, tx *journal.Tx) error {
		in.ID, in.Proof, in.Why, in.With, in.NewWords = t.id(word), t.Say(in.Proof), t.Say(in.Why), t.Say(in.With), t.Say(in.NewWords)
		_, err := thread.SettlePromise(ctx, tx, in)
		return err
	})
}

// promiseOf names the promise that speaks of a thing and has no name yet: made by an answer, a
// segment or a caveat.
func (t *Tale) promiseOf(ctx context.Context, tx *journal.Tx, word string) error {
	all, err := thread.Promises(ctx, tx, t.id("deal"))
	if err == nil && len(all) > 0 {
		t.ids[word] = all[len(all)-1].ID
	}
	return err
}
