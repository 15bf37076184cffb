package discovery_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"testing"

	"throughline/internal/account"
	"throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// footprint is everything the database keeps, as bytes: SQLite's files after a checkpoint,
// PostgreSQL's tables after VACUUM FULL.
func (w world) footprint() []byte {
	w.t.Helper()
	db := w.Journal.DB
	exec := func(statement string) {
		w.t.Helper()
		if _, err := db.Writer().Exec(statement); err != nil {
			w.t.Fatalf("%s: %v", statement, err)
		}
	}
	var out []byte
	if db.Dialect == store.SQLite {
		exec("PRAGMA wal_checkpoint(TRUNCATE)")
		var seq int
		var name, path string
		if err := db.Read.QueryRow("PRAGMA database_list").Scan(&seq, &name, &path); err != nil {
			w.t.Fatal(err)
		}
		for _, end := range []string{"", "-wal", "-shm"} {
			b, err := os.ReadFile(path + end)
			if err != nil && !os.IsNotExist(err) {
				w.t.Fatal(err)
			}
			out = append(out, b...)
		}
		return out
	}
	exec("VACUUM FULL")
	for _, table := range column(w.t, db.Read, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'") {
		for _, row := range column(w.t, db.Read, fmt.Sprintf("SELECT x::text FROM %s x", table)) {
			out = append(out, row...)
		}
	}
	return out
}

func column(t *testing.T, db *sql.DB, query string) (out []string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	defer func() {
		if err := rows.Err(); err != nil {
			t.Error(err)
		}
	}()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// said are words of Dana's on the call, in every form they could be kept in.
var said = []string{"two million rows must finish", "never later than six", "Whitfield"}

// nowhere demands that none of the words stands in any file or table. Before the erasure the
// search index holds some of them; it too must be rid of them.
func (w world) nowhere(words ...string) {
	w.t.Helper()
	all := w.footprint()
	if !bytes.Contains(all, []byte("discovery.record")) {
		w.t.Fatal("the footprint does not hold what is kept in the clear: it looks at the wrong place")
	}
	for _, words := range words {
		if bytes.Contains(all, []byte(words)) {
			w.t.Errorf("the database still holds %q in the clear", words)
		}
	}
}

func TestAnErasedContactsSegmentsQuotesAndCandidatesAreGoneEverywhere(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		o, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "two million").ID, Statement: "Export nightly within 10 minutes",
			Measure: &thread.Measure{Metric: "time to export", Comparison: "<=", Target: 10, Unit: "min"}})
		if err != nil {
			t.Fatal(err)
		}
		note, err := w.note(discovery.NoteSaid{Element: qualification.Pain, Sort: "customer", Words: "never later than six", Call: r.Call.ID})
		if err != nil {
			t.Fatal(err)
		}
		fact, err := w.fact(discovery.FactSaid{Name: "Rows", Value: "2000000", SaidBy: w.Dana, Call: r.Call.ID, Quote: "two million rows must finish"})
		if err != nil {
			t.Fatal(err)
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		w.nowhere(said...)
		segments, err := discovery.Segments(w.Ctx(), w.Reader(), r.Call)
		if err != nil || len(segments) != 5 || segments[1].Text != seal.Erased || segments[1].Start != 7000 || segments[2].Text == seal.Erased {
			t.Errorf("segments %+v, %v", segments, err)
		}
		for _, c := range w.candidates() {
			if gone := c.Quote.Gone() && c.Statement.Gone() && c.Why.Gone() && c.Measure() == nil; gone != (c.Position == 1) {
				t.Errorf("candidate at %d: %q %q %q", c.Position, c.Quote, c.Statement, c.Why)
			}
		}
		quotes, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(quotes) != 1 || !quotes[0].Words.Gone() {
			t.Errorf("quotes %v, %v", quotes, err)
		}
		voices, err := discovery.Voices(w.Ctx(), w.Reader(), r.Call.ID)
		if err != nil || voices[1].Label.String() != seal.Erased || voices[2].Label.String() != "Tomás Rey" {
			t.Errorf("voices %v, %v", voices, err)
		}
		if n, err := journal.Load[discovery.Note](w.Ctx(), w.Reader(), note.ID); err != nil || !n.Words.Gone() {
			t.Errorf("note %v, %v", n.Words, err)
		}
		if f, err := journal.Load[discovery.Fact](w.Ctx(), w.Reader(), fact.ID); err != nil || !f.Quote.Gone() || f.Value != "2000000" {
			t.Errorf("fact %v, %v", f, err)
		}
		if kept, err := journal.Load[thread.Requirement](w.Ctx(), w.Reader(), o.Requirement.ID); err != nil || kept.Statement != "Export nightly within 10 minutes" {
			t.Errorf("the requirement's statement stays: %v, %v", kept.Statement, err)
		}
		w.Do("discovery.propose", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Propose(ctx, tx, r.Call.ID)
			return err
		})
		w.saying(discovery.Need, "Zebrafish")
		w.Verify()
	})
}

func TestAVoiceNamedLaterTakesItsWordsAlongWhoeverItWasBefore(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		o, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "Zebrafish").ID})
		if err != nil {
			t.Fatal(err)
		}
		unknown := r.Voices[3]
		name := func(in discovery.Naming) (receipt journal.Receipt, err error) {
			in.Voice = unknown.ID
			return w.Try("discovery.name-voice", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.NameVoice(ctx, tx, in)
				return err
			})
		}
		for label, row := range map[string]struct {
			in   discovery.Naming
			want problem.Kind
		}{
			"both":       {discovery.Naming{Contact: w.Dana, Person: "mara"}, problem.Invalid},
			"a side":     {discovery.Naming{Side: "middle"}, problem.Invalid},
			"no contact": {discovery.Naming{Contact: "nobody"}, problem.Missing},
			"stale":      {discovery.Naming{Contact: w.Dana, Revision: 4}, problem.Stale},
		} {
			if _, err := name(row.in); problem.Of(err) != row.want {
				t.Errorf("%s: %v", label, err)
			}
		}
		if _, err := name(discovery.Naming{Contact: w.Dana}); err != nil { // by mistake
			t.Fatal(err)
		}
		receipt, err := name(discovery.Naming{Contact: w.Tomas, Revision: 2})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); problem.Of(err) != problem.Refused {
			t.Errorf("undoing a naming gave %v", err)
		}
		if c := w.saying(discovery.Need, "Zebrafish"); c.Speaker != w.Tomas {
			t.Errorf("candidate says %q, want Tomás", c.Speaker)
		}
		erase := func(contact string) string {
			w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, contact) })
			quotes, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
			if err != nil || quotes[0].Requirement != o.Requirement.ID || quotes[0].Speaker != w.Tomas {
				t.Fatalf("%+v, %v", quotes, err)
			}
			return quotes[0].Words.String()
		}
		if words := erase(w.Dana); words == seal.Erased {
			t.Error("erasing Dana took Tomás's words")
		}
		if words := erase(w.Tomas); words != seal.Erased {
			t.Errorf("erasing Tomás left %q", words)
		}
		if _, err := name(discovery.Naming{Contact: w.Dana}); problem.Of(err) != problem.Refused {
			t.Errorf("naming an erased contact gave %v", err)
		}
		w.Verify()
	})
}

func TestTheWordsOfAHeldCallStandNowhereInTheClear(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "none")
		words := []string{"two million rows", "never later than six", "quarantine", "Speaker 4"}
		w.nowhere(words...)
		for _, consent := range []string{"given", "refused"} {
			w.Do("discovery.consent", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Consent(ctx, tx, discovery.ConsentGiven{Call: r.Call.ID, Consent: consent})
				return err
			})
			r.Call.State = discovery.ReadOut
			s, err := discovery.Segments(w.Ctx(), w.Reader(), r.Call)
			if err != nil || len(s) != 5 || (s[4].Text == "") != (consent == "refused") {
				t.Errorf("%s: %+v, %v", consent, s, err)
			}
		}
		w.nowhere(words...)
		w.Verify()
	})
}

func TestAForgottenCallGivesNoWordsBack(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "refused")
		forget := func() (journal.Receipt, error) {
			return w.Try("discovery.forget-call", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.ForgetCall(ctx, tx, r.Call.ID, 0)
				return err
			})
		}
		receipt, err := forget()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := forget(); problem.Of(err) != problem.Refused {
			t.Errorf("forgotten twice: %v", err)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); problem.Of(err) != problem.Refused {
			t.Errorf("undone: %v", err)
		}
		w.Do("discovery.consent", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Consent(ctx, tx, discovery.ConsentGiven{Call: r.Call.ID, Consent: "given"})
			return err
		})
		c, err := journal.Load[discovery.Call](w.Ctx(), w.Reader(), r.Call.ID)
		if err != nil || c.State != discovery.Forgotten {
			t.Errorf("%+v, %v", c, err)
		}
		voices, err := discovery.Voices(w.Ctx(), w.Reader(), c.ID)
		if err != nil || !voices[1].Label.Gone() {
			t.Errorf("%v, %v", voices, err)
		}
		w.Verify()
	})
}
