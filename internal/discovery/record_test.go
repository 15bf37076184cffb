package discovery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func TestARecordedCallIsReadInOrderAndItsSpeakersAreProposed(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, `C:\calls\nightly.vtt`, "given")
		if r.Call.State != discovery.ReadOut || r.Call.FileName != "nightly.vtt" || r.Call.ConsentBy != "mara" || len(r.Call.SHA256) != 64 {
			t.Errorf("call %+v", r.Call)
		}
		segments, err := discovery.Segments(w.Ctx(), w.Reader(), r.Call)
		if err != nil || len(segments) != 5 {
			t.Fatalf("%d segments, %v", len(segments), err)
		}
		if s := segments[1]; s.Start != 7000 || s.End != 15500 || !strings.HasPrefix(s.Text, "The nightly export of two million rows") {
			t.Errorf("second segment %+v", s)
		}
		voices, err := discovery.Voices(w.Ctx(), w.Reader(), r.Call.ID)
		if err != nil || len(voices) != 4 {
			t.Fatalf("%d voices, %v", len(voices), err)
		}
		for i, want := range []string{"mara", w.Dana, w.Tomas, ""} {
			if v := voices[i]; v.Who() != want || v.Proposed != (want != "") {
				t.Errorf("voice %s is %q, want %q", v.Label, v.Who(), want)
			}
		}
		need := w.saying(discovery.Need, "two million rows")
		if need.Speaker != w.Dana || need.Clock() != "00:00:07" || need.State != discovery.Found || need.Measure() == nil {
			t.Errorf("need %+v", need)
		}
		w.saying(discovery.Promise, "written sizing")
		w.Verify()
	})
}

func TestATranscriptWithoutConsentIsHeldUntilItIsGiven(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "none")
		if r.Call.State != discovery.Held || len(w.candidates()) != 0 {
			t.Errorf("held call %+v with %d candidates", r.Call, len(w.candidates()))
		}
		if _, err := discovery.Segments(w.Ctx(), w.Reader(), r.Call); problem.Of(err) != problem.Refused {
			t.Errorf("the words of a held call gave %v", err)
		}
		for name, act := range map[string]func(context.Context, *journal.Tx) error{
			"propose": func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Propose(ctx, tx, r.Call.ID)
				return err
			},
			"mark": func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.MarkCandidate(ctx, tx, discovery.Marking{Call: r.Call.ID, Quote: "Zebrafish"})
				return err
			},
		} {
			if _, err := w.Try("discovery."+name, act); problem.Of(err) != problem.Refused {
				t.Errorf("%s of a held call gave %v", name, err)
			}
		}
		consent := func(what string) (out discovery.Recorded) {
			w.Do("discovery.consent", func(ctx context.Context, tx *journal.Tx) (err error) {
				out, err = discovery.Consent(ctx, tx, discovery.ConsentGiven{Call: r.Call.ID, Consent: what, By: w.Dana})
				return err
			})
			return out
		}
		given := consent("given")
		if given.Call.State != discovery.ReadOut || given.Candidates == 0 || given.Call.ConsentBy != w.Dana || given.Call.ConsentAt.IsZero() {
			t.Errorf("given: %+v", given)
		}
		if _, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "two million").ID}); err != nil {
			t.Fatal(err)
		}
		if back := consent("refused"); back.Call.State != discovery.Held {
			t.Errorf("refused: %+v", back.Call)
		}
		if left := w.candidates(); len(left) != 1 || left[0].State != discovery.Accepted {
			t.Errorf("after the refusal %v are left", quotes(left))
		}
		w.Verify()
	})
}

func TestOwnNotesNeedNoConsentAndAreReadWithoutSpeakers(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record("They must keep audit logs for 7 years.\nReports should open in under 2 seconds.\n", "notes.txt", "none")
		if r.Call.State != discovery.ReadOut || r.Call.Form != "notes" || r.Candidates == 0 {
			t.Errorf("notes: %+v", r)
		}
		if v := r.Voices; len(v) != 1 || v[0].Who() != "" || !v[0].Label.IsZero() {
			t.Errorf("voices of notes: %+v", v)
		}
		w.Verify()
	})
}

func TestWhatCannotBeRecordedIsRefusedWithTheReason(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "binary": "\x00\x01\x02\x03\x04\x05\xff\xfe\x00", "too many pieces": strings.Repeat("a line of notes\n", 20_001),
		"too large": strings.Repeat("words and words ", 600_000),
	} {
		if _, err := discovery.ReadScript(strings.NewReader(text), "../../x.vtt"); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), "x.vtt") || strings.Contains(err.Error(), "..") {
			t.Errorf("%s gave %v", name, err)
		}
	}
	each(t, func(t *testing.T, w world) {
		w.record(nightly, "nightly.vtt", "given")
		good := discovery.Recording{Deal: w.Deal, Title: "Again", HeldAt: clock.At(wiretest.Start)}
		for name, row := range map[string]struct {
			change func(*discovery.Recording)
			want   problem.Kind
		}{
			"the same file":      {func(in *discovery.Recording) { in.Script = script(t, nightly, "copy.vtt") }, problem.Refused},
			"no title":           {func(in *discovery.Recording) { in.Title = " " }, problem.Invalid},
			"no date":            {func(in *discovery.Recording) { in.HeldAt = clock.Instant{} }, problem.Invalid},
			"unknown kind":       {func(in *discovery.Recording) { in.Kind = "lunch" }, problem.Invalid},
			"unknown consent":    {func(in *discovery.Recording) { in.Consent = "maybe" }, problem.Invalid},
			"unknown attendee":   {func(in *discovery.Recording) { in.Contacts = []string{"nobody"} }, problem.Missing},
			"unknown person":     {func(in *discovery.Recording) { in.People = []string{"nobody"} }, problem.Missing},
			"unknown consent by": {func(in *discovery.Recording) { in.Consent, in.ConsentBy = "given", "nobody" }, problem.Missing},
			"unknown deal":       {func(in *discovery.Recording) { in.Deal = "elsewhere" }, problem.Missing},
		} {
			in := good
			row.change(&in)
			if _, err := w.Try("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Record(ctx, tx, in)
				return err
			}); problem.Of(err) != row.want {
				t.Errorf("%s gave %v, want %s", name, err, row.want)
			}
		}
		calls, err := discovery.Calls(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(calls) != 1 {
			t.Errorf("%d calls are kept, %v", len(calls), err)
		}
	})
}

func TestManySpeakersAndHostileNamesAreKeptAsWords(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		var b strings.Builder
		b.WriteString("WEBVTT\n\n")
		for i := range 300 {
			b.WriteString("00:01.000 --> 00:02.000\n<v " + strings.Repeat("X", i%7) + "Voice" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + ">We need <script>alert(1)</script> export number 🚀.\n\n")
		}
		r := w.record(b.String(), "many.vtt", "given")
		if len(r.Voices) > 201 || r.Call.Segments != 300 || len(r.Warnings) == 0 {
			t.Errorf("%d voices, %d segments, warnings %v", len(r.Voices), r.Call.Segments, r.Warnings)
		}
		w.Verify()
	})
}

func TestACallIsRemovedWithWhatWaitsAndComesBackWhole(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		before := len(w.candidates())
		o, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "two million").ID})
		if err != nil {
			t.Fatal(err)
		}
		remove := func(revision int64) (journal.Receipt, error) {
			return w.Try("discovery.remove-call", func(ctx context.Context, tx *journal.Tx) error {
				return discovery.RemoveCall(ctx, tx, r.Call.ID, revision)
			})
		}
		if _, err := remove(9); problem.Of(err) != problem.Stale {
			t.Errorf("a stale removal gave %v", err)
		}
		receipt, err := remove(1)
		if err != nil || len(w.candidates()) != 0 {
			t.Fatalf("%d candidates are left, %v", len(w.candidates()), err)
		}
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil || th.Rows[0].Requirement.ID != o.Requirement.ID || len(th.Rows[0].Cells[0].Verdict.Evidence) != 1 {
			t.Errorf("the accepted requirement lost its quote: %+v, %v", th.Rows, err)
		}
		w.Verify()
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		if s, err := discovery.Segments(w.Ctx(), w.Reader(), r.Call); err != nil || len(s) != 5 || len(w.candidates()) != before {
			t.Errorf("back are %d segments and %d candidates of %d, %v", len(s), len(w.candidates()), before, err)
		}
		w.Verify()
	})
}
