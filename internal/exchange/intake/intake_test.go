package intake_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

type seeker struct{ *bytes.Reader }

func (seeker) Close() error { return nil }

// file is an export held in memory.
func file(name, text string) intake.File {
	return intake.File{Name: name, Open: func(context.Context) (io.ReadSeekCloser, error) {
		return seeker{bytes.NewReader([]byte(text))}, nil
	}}
}

const header = `"Opportunity Owner","Account Name","Opportunity Name","Stage","Amount Currency","Amount","Close Date","Type","Next Step","Account ID","Opportunity ID"` + "\n"

// deal is a row of a report: owner, account, name, stage, amount, close date, ids.
func deal(account, name, stage, amount, closes, accountID, id string) string {
	return fmt.Sprintf("\"Cole Reyes\",\"%s\",\"%s\",\"%s\",\"USD\",\"%s\",\"%s\",\"New Business\",\"Call them\",\"%s\",\"%s\"\n", account, name, stage, amount, closes, accountID, id)
}

// id15 is a Salesforce id.
func id15(prefix string, n int) string { return fmt.Sprintf("%s%012d", prefix, n) }

func take(t *testing.T, w *wiretest.World, o intake.Options, files ...intake.File) intake.Report {
	t.Helper()
	w.Clock.Add(60e9)
	r, err := intake.Take(w.Ctx(), w.Journal, w.Who, files, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func counts(r intake.Report) string {
	return fmt.Sprintf("+%d/%d/%d ~%d/%d/%d =%d/%d/%d !%d", r.Created.Accounts, r.Created.Contacts, r.Created.Opportunities,
		r.Updated.Accounts, r.Updated.Contacts, r.Updated.Opportunities, r.Unchanged.Accounts, r.Unchanged.Contacts, r.Unchanged.Opportunities, r.Refused)
}

func want(t *testing.T, r intake.Report, what, sums string) {
	t.Helper()
	if got := counts(r); got != sums {
		t.Errorf("%s: %s, want %s; errors %v", what, got, sums, r.Errors)
	}
}

func find(t *testing.T, w *wiretest.World, name string) account.Opportunity {
	t.Helper()
	d, err := account.Find(w.Ctx(), w.Reader(), name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func threeDeals() string {
	return header + deal("Calder & Sons", "Depots", "Discovery", "212,500.00", "11/18/2026", id15("001", 1), id15("006", 1)) +
		deal("Calder & Sons", "Plants", "Proposal/Price Quote", "", "9/30/2026", id15("001", 1), id15("006", 2)) +
		deal("Ostara Health", "Results", "Closed Lost", "0", "2/27/2026", id15("001", 2), id15("006", 3))
}

func TestTheSecondImportCreatesAndChangesNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		f := file("deals.csv", threeDeals())
		want(t, take(t, w, intake.Options{Dry: true}, f), "dry", "+2/0/3 ~0/0/0 =0/0/0 !0")
		if all, _ := account.Accounts(w.Ctx(), w.Reader(), "", 10); len(all) != 1 {
			t.Errorf("a dry run left %d accounts", len(all))
		}
		want(t, take(t, w, intake.Options{}, f), "first", "+2/0/3 ~0/0/0 =0/0/0 !0")
		head, _ := journal.Head(w.Ctx(), w.Reader())
		r := take(t, w, intake.Options{}, f)
		want(t, r, "second", "+0/0/0 ~0/0/0 =2/0/3 !0")
		if after, _ := journal.Head(w.Ctx(), w.Reader()); after != head || len(r.Acts) != 0 {
			t.Errorf("the second import wrote: row %d, then %d", head, after)
		}
		want(t, take(t, w, intake.Options{Dry: true}, f), "dry again", "+0/0/0 ~0/0/0 =2/0/3 !0")
		d := find(t, w, "Depots")
		if d.Amount != (account.Money{Known: true, Minor: 21250000, Currency: "USD"}) || d.CloseOn != "2026-11-18" || d.Stage != "Discovery" ||
			d.Owner != "Cole Reyes" || d.Type != "new" || d.NextStep != "Call them" || d.Prefix != "CDS" || d.Phase != account.Open {
			t.Errorf("the deal is %+v", d)
		}
		if d := find(t, w, "Plants"); d.Amount.Known {
			t.Errorf("a missing amount is %+v, not unknown", d.Amount)
		}
		w.Verify()
	})
}

func TestAnImportWritesWhatIsTheCRMsAndLeavesWhatIsOurs(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		take(t, w, intake.Options{}, file("deals.csv", threeDeals()))
		before := find(t, w, "Depots")
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, before.ID)
			d.SE, d.GoLiveOn, d.Standard = "mara", "2027-01-15", true
			if err == nil {
				err = journal.Update(ctx, tx, &d)
			}
			return err
		})
		later := header + deal("Calder & Sons", "Depots, phase 2", "Closed Won", "250,000.00", "10/20/2026", id15("001", 1), id15("006", 1))
		dry, real := take(t, w, intake.Options{Dry: true}, file("deals.csv", later)), take(t, w, intake.Options{}, file("deals.csv", later))
		want(t, dry, "dry", "+0/0/0 ~0/0/1 =1/0/0 !0")
		want(t, real, "real", "+0/0/0 ~0/0/1 =1/0/0 !0")
		if got := strings.Join(real.Lines[0].Changes, "; "); got != "Name: Depots → Depots, phase 2; Stage: Discovery → Closed Won; Amount: 212500.00 USD → 250000.00 USD; Close date: 2026-11-18 → 2026-10-20" {
			t.Errorf("the line says %q", got)
		}
		d := find(t, w, "Depots, phase 2")
		if d.ID != before.ID || d.SE != "mara" || d.GoLiveOn != "2027-01-15" || !d.Standard || d.Prefix != before.Prefix {
			t.Errorf("what was ours changed: %+v", d)
		}
		if d.Phase != account.Open || d.SignedOn != "" || d.CRMState != "won" {
			t.Errorf("Closed Won signed by itself: %+v", d)
		}
		for person, n := range map[string]int{"mara": 1, "jonas": 0} {
			waits, err := intake.Area().Inbox(w.Ctx(), w.Reader(), person, w.Today())
			if err != nil || len(waits) != n {
				t.Errorf("%s is proposed %v, %v", person, waits, err)
			}
		}
		w.Verify()
	})
}

func TestDealsThatEndedBeforeTheyCameAreTakenAsTheCRMHasThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		take(t, w, intake.Options{}, file("deals.csv", header+
			deal("Ostara Health", "Results", "Closed Lost", "0", "1/30/2026", id15("001", 2), id15("006", 3))+
			deal("Ostara Health", "Portal", "Closed Won", "10.00", "1/20/2026", id15("001", 2), id15("006", 4))))
		if d := find(t, w, "Results"); d.Phase != account.Lost || d.Why != "From the CRM." || d.Amount.Minor != 0 || !d.Amount.Known {
			t.Errorf("the lost deal is %+v", d)
		}
		d := find(t, w, "Portal")
		if d.Phase != account.Won || d.SignedOn != "" {
			t.Errorf("the won deal is %+v", d)
		}
		if tally, _, err := w.Tally(w.Ctx(), w.Reader(), d.ID, w.Today()); err != nil || tally.Breaks != 0 {
			t.Errorf("a deal won before it came counts %d breaks, %v", tally.Breaks, err)
		}
		w.Verify()
	})
}

func TestAccountsThatOnlyLookAlikeStayApartAndAreShown(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		noIDs := "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n" +
			"\"GTX Pro\",\"A\",\"Discovery\",\"2026-11-18\"\n\"GTXPro\",\"B\",\"Discovery\",\"2026-11-18\"\n" +
			"\"GTX Pro, Inc.\",\"C\",\"Discovery\",\"2026-11-18\"\n\"gtx  pro\",\"D\",\"Discovery\",\"2026-11-18\"\n"
		f := file("deals.csv", noIDs)
		dry := take(t, w, intake.Options{Dry: true}, f)
		r := take(t, w, intake.Options{}, f)
		for _, r := range []intake.Report{dry, r} {
			want(t, r, "first", "+3/0/4 ~0/0/0 =0/0/0 !0")
			if n := len(r.Warnings); n != 2 || r.Warnings[0].Line != 3 || r.Warnings[0].Column != "Account Name" || !strings.Contains(r.Warnings[0].Reason, `"GTX Pro"`) {
				t.Errorf("%d warnings: %v", n, r.Warnings)
			}
		}
		alike, err := intake.Duplicates(w.Ctx(), w.Reader())
		if err != nil || len(alike) != 1 || len(alike[0].Accounts) != 3 {
			t.Fatalf("possible duplicates %+v, %v", alike, err)
		}
		into := alike[0].Accounts[0]
		for _, from := range alike[0].Accounts[1:] {
			w.Do("account.merge", func(ctx context.Context, tx *journal.Tx) error {
				return account.MergeAccounts(ctx, tx, account.Merge{Into: into.ID, From: from.ID})
			})
		}
		want(t, take(t, w, intake.Options{}, f), "after the merge", "+0/0/0 ~0/0/0 =1/0/4 !0")
		if alike, err = intake.Duplicates(w.Ctx(), w.Reader()); err != nil || len(alike) != 0 {
			t.Errorf("after the merge %+v, %v are left", alike, err)
		}
		w.Verify()
	})
}

func TestBadRowsAreRefusedAndGoodOnesKeptUnlessStrict(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		bad := threeDeals() + deal("", "No account", "Discovery", "1", "1/30/2027", "", id15("006", 5)) +
			deal("Ostara Health", "Bad day", "Discovery", "1", "2/31/2026", id15("001", 2), id15("006", 6)) +
			deal("Ostara Health", strings.Repeat("x", 301), "Discovery", "1", "1/30/2027", id15("001", 2), id15("006", 7)) +
			deal("Ostara Health", "=HYPERLINK(1+2)", "Discovery", "1", "1/30/2027", id15("001", 2), id15("006", 8))
		r := take(t, w, intake.Options{Strict: true}, file("deals.csv", bad))
		want(t, r, "strict", "+0/0/0 ~0/0/0 =0/0/0 !3")
		if all, _ := account.Accounts(w.Ctx(), w.Reader(), "", 10); len(all) != 1 {
			t.Errorf("strict left %d accounts", len(all))
		}
		for name, o := range map[string]intake.Options{"dry": {Dry: true}, "real": {}} {
			if name == "real" {
				continue
			}
			want(t, take(t, w, o, file("deals.csv", bad)), name, "+2/0/4 ~0/0/0 =0/0/0 !3")
		}
		r = take(t, w, intake.Options{}, file("deals.csv", bad))
		want(t, r, "real", "+2/0/4 ~0/0/0 =0/0/0 !3")
		for i, e := range []crm.Refusal{{Line: 5, Column: "Account Name"}, {Line: 6, Column: "Close Date", Value: "2/31/2026"}, {Line: 7, Column: "Opportunity Name"}} {
			got := r.Errors[i]
			if got.Line != e.Line || got.Column != e.Column || e.Value != "" && got.Value != e.Value || got.Reason == "" || got.File != "deals.csv" {
				t.Errorf("error %d is %+v", i, got)
			}
		}
		if d := find(t, w, "=HYPERLINK(1+2)"); d.Prefix == "" {
			t.Error("text that looks like a formula is not kept as text")
		}
		w.Verify()
	})
}

func TestAnotherWorkspaceIsNotTouchedAndNotSeen(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		f := file("deals.csv", threeDeals())
		take(t, w, intake.Options{}, f)
		other := *w
		other.Who.Workspace = "other-workspace"
		other.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			return account.Found(ctx, tx, &account.Workspace{Name: "Other"})
		})
		head, _ := journal.Head(w.Ctx(), w.Reader())
		want(t, take(t, &other, intake.Options{}, f), "the other's first", "+2/0/3 ~0/0/0 =0/0/0 !0")
		if after, _ := journal.Head(w.Ctx(), w.Reader()); after != head {
			t.Error("an import into another workspace wrote here")
		}
		w.Verify()
	})
}

func TestAnImportIsTakenBack(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		var text strings.Builder
		text.WriteString(header)
		for i := range 620 { // more than one act
			text.WriteString(deal(fmt.Sprint("Account ", i/4), fmt.Sprint("Deal ", i), "Discovery", "10.00", "11/18/2026", id15("001", i/4), id15("006", i)))
		}
		r := take(t, w, intake.Options{}, file("deals.csv", text.String()))
		want(t, r, "import", "+155/0/620 ~0/0/0 =0/0/0 !0")
		if len(r.Acts) != 2 {
			t.Errorf("%d acts", len(r.Acts))
		}
		if _, err := intake.TakeBack(w.Ctx(), w.Journal, w.Who, r.Acts); err != nil {
			t.Fatal(err)
		}
		want(t, take(t, w, intake.Options{Dry: true}, file("deals.csv", text.String())), "after", "+155/0/620 ~0/0/0 =0/0/0 !0")
		w.Verify()
	})
}
