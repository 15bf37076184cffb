package tale

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
)

// Call is a call that was held; its words stand in the deal's folder under the call's word.
type Call struct {
	Word, Title  string
	Kind         string // empty for a call
	Theirs, Ours []string
	Consent      string // empty for given by the first of theirs
}

// Call holds a call now and records it an hour later.
func (t *Tale) Call(c Call) {
	held := t.moment()
	text, err := t.script(c.Word)
	t.Wait(64)
	t.then(func(w *writing) error {
		if err != nil {
			return err
		}
		script, err := discovery.ReadScript(strings.NewReader(text), c.Word+"-call.vtt")
		if err != nil {
			return err
		}
		if err := w.do("discovery.record", func(ctx context.Context, tx *journal.Tx) error { return t.record(ctx, tx, c, held, script) }); err != nil {
			return err
		}
		return nil
	})
}

func (t *Tale) record(ctx context.Context, tx *journal.Tx, c Call, held clock.Instant, script *discovery.Script) error {
	in := discovery.Recording{Deal: t.id("deal"), Title: c.Title, Kind: c.Kind, HeldAt: held, Contacts: t.allIDs(c.Theirs), People: t.allIDs(c.Ours), Consent: c.Consent, Script: script}
	if in.Consent == "" {
		in.Consent = "given"
	}
	if in.Consent == "given" {
		in.ConsentBy, in.ConsentAt = t.id(c.Theirs[0]), held
	}
	rec, err := discovery.Record(ctx, tx, in)
	if err != nil {
		return err
	}
	t.ids[c.Word] = rec.Call.ID
	t.found[c.Word], err = discovery.OfCall(ctx, tx.Reader, rec.Call.ID)
	return err
}

// Notes keeps a call of which there is no transcript.
func (t *Tale) Notes(c Call) {
	held := t.moment()
	t.Wait(64)
	t.act("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
		rec, err := discovery.Record(ctx, tx, discovery.Recording{Deal: t.id("deal"), Title: c.Title, Kind: c.Kind, HeldAt: held, Contacts: t.allIDs(c.Theirs), People: t.allIDs(c.Ours)})
		t.ids[c.Word] = rec.Call.ID
		return err
	})
}

// Meets puts down a call or meeting that is still to come.
func (t *Tale) Meets(c Call, day int, hours string) {
	at := clock.At(t.Calendar.At(day, hours))
	t.act("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
		rec, err := discovery.Record(ctx, tx, discovery.Recording{Deal: t.id("deal"), Title: c.Title, Kind: c.Kind, HeldAt: at, Contacts: t.allIDs(c.Theirs), People: t.allIDs(c.Ours)})
		t.ids[c.Word] = rec.Call.ID
		return err
	})
}

// Fact is how something is at the customer. With a call its quote comes from there.
type Fact struct {
	Call, Quote             string
	Word, Name, Value, Unit string
	SaidBy                  string // without a call: a contact, or nobody for an assumption of ours
}

// Knows records facts of how things are today.
func (t *Tale) Knows(facts ...Fact) {
	for _, f := range facts {
		if f.Call != "" {
			t.then(func(w *writing) error {
				return t.accept(w, f.Call, f.Quote, discovery.Acceptance{Sort: discovery.AsIs, Name: f.Name, Value: f.Value, Unit: f.Unit}, func(o discovery.Outcome) { t.ids[f.Word] = o.Fact.ID })
			})
			continue
		}
		t.act("discovery.add-fact", func(ctx context.Context, tx *journal.Tx) error {
			in := discovery.FactSaid{Deal: t.id("deal"), Name: f.Name, Value: t.Say(f.Value), Unit: f.Unit, State: discovery.Assumed}
			if f.SaidBy != "" {
				in.State, in.SaidBy = discovery.Stated, t.id(f.SaidBy)
			}
			fact, err := discovery.AddFact(ctx, tx, in)
			t.ids[f.Word] = fact.ID
			return err
		})
	}
}

// Verifies says how a fact came to be known for certain.
func (t *Tale) Verifies(word, how string) {
	how = t.Say(how)
	t.act("discovery.verify-fact", func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.VerifyFact(ctx, tx, discovery.FactVerified{ID: t.id(word), How: how})
		return err
	})
}

// Notices writes down evidence for the qualification of the deal.
func (t *Tale) Notices(element qualification.Element, contact, words, source string) {
	words, source = t.Say(words), t.Say(source)
	t.act("discovery.add-note", func(ctx context.Context, tx *journal.Tx) error {
		in := discovery.NoteSaid{Deal: t.id("deal"), Element: element, Sort: "ours", Words: words, Source: source}
		if contact != "" {
			in.Sort, in.Contact = "customer", t.id(contact)
		}
		_, err := discovery.AddNote(ctx, tx, in)
		return err
	})
}
