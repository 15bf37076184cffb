package reply_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/auth"
	"throughline/internal/blob"
	"throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/exchange/reply"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// theirs is a workbook with a list to choose from, a comment, and a formula where one would answer.
func theirs() []byte {
	rows := [][]sheettest.Cell{sheettest.Texts("No.", "Requirement", "Compliance", "Comment")}
	for _, r := range [][2]string{{"1", "The system must encrypt all data at rest."}, {"2", "The system must keep logs for seven years."}, {"3", "Users must sign in with their company account."}, {"4", "Exports must finish within ten minutes."}} {
		rows = append(rows, sheettest.Texts(r[0], r[1]))
	}
	rows[4] = append(rows[4], sheettest.Cell{Text: "No", Formula: true})
	return sheettest.Workbook(sheettest.Sheet{Name: "Requirements", Rows: rows, Choices: map[string]string{"C2:C5": `"Yes,No"`}}, sheettest.Sheet{Name: "Cover", Rows: [][]sheettest.Cell{sheettest.Texts("Customer", "x")}})
}

// taken takes the workbook into the deal, accepts all of it, and gives the list.
func taken(t *testing.T, w *wiretest.World, kept blob.Store) discovery.Call {
	t.Helper()
	file := theirs()
	l, err := list.Read(bytes.NewReader(file), nil, nil)
	if err != nil || len(l.Rows) != 4 {
		t.Fatalf("%d rows, %v", len(l.Rows), err)
	}
	plain, err := kept.In("waiting").Put(w.Ctx(), "theirs.xlsx", bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	sealed, key, err := kept.In("waiting").Seal(w.Ctx(), plain.Hash, kept)
	if err != nil {
		t.Fatal(err)
	}
	var out discovery.Recorded
	w.Do("discovery.take-list", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = discovery.TakeList(ctx, tx, discovery.ListTaken{Deal: w.Deal, Title: "Requirements", SentBy: w.Dana, FileName: "theirs.xlsx", SHA256: plain.Hash, Kept: discovery.KeptFile{Hash: sealed.Hash, Key: key}, Rows: l.Rows, Said: l.Said})
		return err
	})
	found, err := discovery.OfCall(w.Ctx(), w.Reader(), out.Call.ID)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range found {
		ids = append(ids, c.ID)
	}
	w.Do("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.AcceptMany(ctx, tx, w.Deal, ids)
		return err
	})
	return out.Call
}

// answer writes and approves an answer to the requirement with a number.
func answer(w *wiretest.World, number int, verdict answers.Verdict, words string) {
	w.Do("answers.approve", func(ctx context.Context, tx *journal.Tx) error {
		all, err := thread.Requirements(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		a, err := answers.Write(ctx, tx, answers.Wording{Deal: w.Deal, Requirements: []string{all[number-1].ID}, Words: words, Verdict: verdict})
		if err != nil {
			return err
		}
		_, err = answers.Approve(ctx, tx, answers.Approval{ID: a.ID})
		return err
	})
}

func TestWhatStandsOnTheThreadIsWrittenIntoTheirWorkbook(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error {
			return auth.Add(ctx, tx, &auth.Person{Row: journal.Row{ID: "mara"}, Email: "mara@vendor.example", Name: "Mara", Role: auth.SE})
		})
		kept := blob.Store{Folder: t.TempDir()}
		call := taken(t, w, kept)
		out, err := reply.Of(w.Ctx(), w.Reader(), kept, call)
		if err != nil || !bytes.Equal(out.File, theirs()) || !strings.Contains(out.Same, "Nothing on the thread answers a row of it yet") {
			t.Fatalf("before anything is answered: %q, %v", out.Same, err)
		}
		answer(w, 1, answers.Affirm, "=AES(256) everywhere")
		answer(w, 2, answers.Partly, "Five years; seven with archiving.")
		answer(w, 4, answers.Affirm, "Within four minutes.")
		if out, err = reply.Of(w.Ctx(), w.Reader(), kept, call); err != nil {
			t.Fatal(err)
		}
		book, err := sheet.Read(bytes.NewReader(out.File), int64(len(out.File)), sheet.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		rows := book.Sheets[0].Rows
		for at, want := range map[int][2]string{1: {"Yes", "=AES(256) everywhere"}, 2: {"", "Five years; seven with archiving."}, 3: {"", ""}, 4: {"No", "Within four minutes."}} {
			if c := rows[at].Cell(4); rows[at].At(3) != want[0] || rows[at].At(4) != want[1] || c != nil && c.Formula {
				t.Errorf("row %d holds %q and %q", at+1, rows[at].At(3), rows[at].At(4))
			}
		}
		if out.Name != "theirs answered.xlsx" || out.Filled != 4 || out.Answered != 3 || out.Same != "" {
			t.Errorf("%s: %d cells of %d rows, %q", out.Name, out.Filled, out.Answered, out.Same)
		}
		for at, why := range map[int]string{1: "None of its values (Yes, No) says “Partly”", 2: "no approved answer", 3: "C5: A formula stands there."} {
			if !strings.Contains(strings.Join(out.Lines[at].Why, " "), why) {
				t.Errorf("row %d: %q, want %q", at+1, out.Lines[at].Why, why)
			}
		}
		w.Verify()
	})
}

func TestErasingTheGiverErasesTheKeptFile(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		kept := blob.Store{Folder: t.TempDir()}
		call := taken(t, w, kept)
		if file, err := reply.Original(w.Ctx(), kept, call); err != nil || !bytes.Equal(file, theirs()) {
			t.Fatalf("the file as it came: %d bytes, %v", len(file), err)
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		call, err := journal.Load[discovery.Call](w.Ctx(), w.Reader(), call.ID)
		if err != nil {
			t.Fatal(err)
		}
		if file, err := reply.Original(w.Ctx(), kept, call); problem.Of(err) != problem.Refused || file != nil || !strings.Contains(err.Error(), "was erased with the words of the one who gave it") {
			t.Errorf("after the erasure: %d bytes, %v", len(file), err)
		}
		if call.FileKey.String() != "[erased]" || call.Outline() != nil {
			t.Errorf("its key reads %q, its headings %v", call.FileKey, call.Outline())
		}
		w.Verify()
	})
}
