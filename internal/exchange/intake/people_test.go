package intake_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/exchange/intake"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

const contactHeader = "\"Contact ID\",\"First Name\",\"Last Name\",\"Email\",\"Title\",\"Account Name\",\"Account ID\"\n"

func contact(n int, name, email, account string, accountID int) string {
	return fmt.Sprintf("\"%s\",\"\",\"%s\",\"%s\",\"Head of IT\",\"%s\",\"%s\"\n", id15("003", n), name, email, account, id15("001", accountID))
}

func contactsOf(t *testing.T, w *wiretest.World, name string) []account.Contact {
	t.Helper()
	all, err := account.ByName(w.Ctx(), w.Reader(), name)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d accounts %q, %v", len(all), name, err)
	}
	out, err := account.ContactsOf(w.Ctx(), w.Reader(), all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFilesFindEachOtherInWhateverOrderTheyAreNamed(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		report := file("deals.csv", strings.Replace(strings.Replace(header, `"Next Step"`, `"Primary Contact"`, 1), "\n", "\n", 1)+
			strings.Replace(deal("Calder", "Depots", "Discovery", "1.00", "11/18/2026", id15("001", 1), id15("006", 1)), "Call them", "Ada Byron", 1))
		people := file("people.csv", contactHeader+contact(1, "Ada Byron", "ada@calder.example", "Calder", 1)+contact(2, "Bo Lund", "", "Calder", 1))
		want(t, take(t, w, intake.Options{}, report, people), "both", "+1/2/1 ~0/0/0 =0/0/0 !0")
		holders, err := journal.List[account.Stakeholder](w.Ctx(), w.Reader(), find(t, w, "Depots").ID)
		if err != nil || len(holders) != 1 {
			t.Fatalf("stakeholders %v, %v", holders, err)
		}
		for _, c := range contactsOf(t, w, "Calder") {
			if c.Name.String() == "Ada Byron" && (c.ID != holders[0].Contact || c.Email.String() != "ada@calder.example" || c.Title != "Head of IT") {
				t.Errorf("the stakeholder is another than %+v", c)
			}
		}
		want(t, take(t, w, intake.Options{}, people, report), "again", "+0/0/0 ~0/0/0 =1/2/1 !0")
		moved := file("people.csv", contactHeader+contact(1, "Ada Byron-King", "ada@calder.example", "Calder", 1))
		want(t, take(t, w, intake.Options{}, moved), "renamed", "+0/0/0 ~0/1/0 =1/0/0 !0")
		w.Verify()
	})
}

func TestAnErasedContactIsNotBroughtBack(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		people := file("people.csv", contactHeader+contact(1, "Ada Byron", "ada@calder.example", "Calder", 1))
		nameless := file("names.csv", strings.Replace(contactHeader, `"Contact ID"`, `"Code"`, 1)+contact(1, "Ada Byron", "ada@calder.example", "Calder", 1))
		take(t, w, intake.Options{}, people)
		ada := contactsOf(t, w, "Calder")[0]
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, ada.ID) })
		want(t, take(t, w, intake.Options{}, people), "by id", "+0/0/0 ~0/0/0 =1/1/0 !0")
		r := take(t, w, intake.Options{}, nameless)
		want(t, r, "by name", "+0/0/0 ~0/0/0 =1/0/0 !0")
		if len(r.Warnings) != 1 || r.Warnings[0].Value != "" || !strings.Contains(r.Warnings[0].Reason, "was erased") {
			t.Errorf("warnings %v", r.Warnings)
		}
		if all := contactsOf(t, w, "Calder"); len(all) != 1 || all[0].Name.String() != "[erased]" {
			t.Errorf("the contacts are %+v", all)
		}
		w.Verify()
	})
}

func TestTheOwnerIsPutOnADealThatNobodyIsOn(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for _, p := range []auth.Person{{Email: "cole@ours.example", Name: "Cole Reyes", Role: auth.AE}, {Email: "lena@ours.example", Name: "Lena Holt", Role: auth.SE},
			{Email: "a@ours.example", Name: "Two Names", Role: auth.AE}, {Email: "b@ours.example", Name: "Two Names", Role: auth.AE}} {
			w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
		}
		row := func(owner, name string, n int) string {
			return strings.Replace(deal("Calder", name, "Discovery", "1.00", "11/18/2026", id15("001", 1), id15("006", n)), "Cole Reyes", owner, 1)
		}
		take(t, w, intake.Options{}, file("deals.csv", header+row("cole  reyes", "A", 1)+row("LENA@ours.example", "B", 2)+row("Two Names", "C", 3)+row("Nobody", "D", 4)))
		people, err := auth.People(w.Ctx(), w.Reader())
		if err != nil {
			t.Fatal(err)
		}
		name := map[string]string{"": ""}
		for _, p := range people {
			name[p.ID] = p.Name
		}
		for deal, want := range map[string][2]string{"A": {"Cole Reyes", ""}, "B": {"", "Lena Holt"}, "C": {"", ""}, "D": {"", ""}} {
			if d := find(t, w, deal); name[d.AE] != want[0] || name[d.SE] != want[1] {
				t.Errorf("%s has AE %q and SE %q, want %v", deal, name[d.AE], name[d.SE], want)
			}
		}
		w.Verify()
	})
}

func TestWhatComesBeforeItsParentIsJoinedAtTheEnd(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		report := strings.Replace(header, "\n", ",\"Original Opportunity ID\"\n", 1)
		row := func(name string, n int, from string) string {
			return strings.TrimSuffix(deal("Calder", name, "Discovery", "1.00", "11/18/2026", id15("001", 1), id15("006", n)), "\n") + ",\"" + from + "\"\n"
		}
		f := file("deals.csv", report+row("Renewal", 2, id15("006", 1))+row("First", 1, "")+row("Expansion", 3, id15("006", 1)))
		accounts := file("accounts.csv", "\"Account Name\",\"Account ID\",\"Parent Account ID\",\"Website\"\n\"Calder Canada\",\""+id15("001", 2)+"\",\""+id15("001", 1)+"\",\"https://www.calder.example/ca\"\n"+
			"\"Calder\",\""+id15("001", 1)+"\",\"\",\"calder.example\"\n")
		want(t, take(t, w, intake.Options{}, f, accounts), "first", "+2/0/3 ~0/0/0 =0/0/0 !0")
		first := find(t, w, "First").ID
		for _, name := range []string{"Renewal", "Expansion"} {
			if d := find(t, w, name); d.BeginsFrom != first {
				t.Errorf("%s begins from %q, want %q", name, d.BeginsFrom, first)
			}
		}
		all, err := account.ByName(w.Ctx(), w.Reader(), "Calder Canada")
		if err != nil || len(all) != 1 || all[0].Domain != "calder.example" {
			t.Fatalf("the subsidiary is %+v, %v", all, err)
		}
		if mother, err := journal.Load[account.Account](w.Ctx(), w.Reader(), all[0].Parent); err != nil || mother.Name != "Calder" {
			t.Errorf("its parent is %+v, %v", mother, err)
		}
		if alike, err := intake.Duplicates(w.Ctx(), w.Reader()); err != nil || len(alike) != 0 {
			t.Errorf("mother and daughter are put forward as one: %+v, %v", alike, err)
		}
		want(t, take(t, w, intake.Options{}, f, accounts), "again", "+0/0/0 ~0/0/0 =2/0/3 !0")
		w.Verify()
	})
}

func TestADealWithARowForEachProductIsOneDeal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		report := strings.Replace(header, "\n", ",\"Product Name\"\n", 1)
		row := func(name string, n int, product string) string {
			return strings.TrimSuffix(deal("Calder", name, "Discovery", "1.00", "11/18/2026", id15("001", 1), id15("006", n)), "\n") + ",\"" + product + "\"\n"
		}
		f := file("deals.csv", report+row("A", 1, "Relay")+row("B", 2, "Relay")+row("A", 1, "Relay Clinical"))
		want(t, take(t, w, intake.Options{}, f), "first", "+1/0/2 ~0/0/0 =0/0/0 !0")
		if p := find(t, w, "A").Products; strings.Join(p, ", ") != "Relay, Relay Clinical" {
			t.Errorf("the products are %v", p)
		}
		want(t, take(t, w, intake.Options{}, f), "again", "+0/0/0 ~0/0/0 =1/0/2 !0")
		w.Verify()
	})
}

func TestDealsOfOneNameAreToldApartByIDOnly(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		take(t, w, intake.Options{}, file("deals.csv", header+
			deal("Calder", "Renewal", "Discovery", "1.00", "11/18/2026", id15("001", 1), id15("006", 1))+
			deal("Calder", "Renewal", "Discovery", "2.00", "11/18/2026", id15("001", 1), id15("006", 2))))
		noIDs := file("short.csv", "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Calder\",\"Renewal\",\"Proposal\",\"2026-11-18\"\n")
		for name, o := range map[string]intake.Options{"dry": {Dry: true}, "real": {}} {
			r := take(t, w, o, noIDs)
			if r.Refused != 1 || r.Errors[0].Column != "Opportunity Name" || !strings.Contains(r.Errors[0].Reason, "more than one deal") {
				t.Errorf("%s: %s, %v", name, counts(r), r.Errors)
			}
		}
		w.Verify()
	})
}

func TestAnAccountKnownByItsIDOnlyGetsItsNameLater(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		export := file("Opportunity.csv", "\"Id\",\"AccountId\",\"Name\",\"StageName\",\"CloseDate\"\n\""+id15("006", 1)+"\",\""+id15("001", 1)+"\",\"Depots\",\"Prospecting\",\"2026-11-18\"\n")
		r := take(t, w, intake.Options{}, export)
		want(t, r, "the deals", "+1/0/1 ~0/0/0 =0/0/0 !0")
		if len(r.Warnings) != 1 || find(t, w, "Depots").Prefix != "DEP" {
			t.Errorf("%v, %s", r.Warnings, find(t, w, "Depots").Prefix)
		}
		accounts := file("Account.csv", "\"Account Name\",\"Account ID\"\n\"Calder\",\""+id15("001", 1)+"\"\n")
		want(t, take(t, w, intake.Options{}, accounts), "the accounts", "+0/0/0 ~1/0/0 =0/0/0 !0")
		want(t, take(t, w, intake.Options{}, export), "the deals again", "+0/0/0 ~0/0/0 =1/0/1 !0")
		if all, err := account.ByName(w.Ctx(), w.Reader(), "Calder"); err != nil || len(all) != 1 {
			t.Errorf("%v, %v", all, err)
		}
		w.Verify()
	})
}

func TestTwoPeopleImportOneFileAtOnceAndNothingIsMadeTwice(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		var text strings.Builder
		text.WriteString(header)
		for i := range 700 {
			text.WriteString(deal(fmt.Sprint("Account ", i/3), fmt.Sprint("Deal ", i), "Discovery", "10.00", "11/18/2026", "", ""))
		}
		var all sync.WaitGroup
		created := make([]int, 3)
		for i := range created {
			all.Go(func() {
				r, err := intake.Take(w.Ctx(), w.Journal, w.Who, []intake.File{file("deals.csv", text.String())}, intake.Options{})
				if err != nil {
					t.Error(err)
				}
				created[i] = r.Created.Opportunities
			})
		}
		all.Wait()
		if sum := created[0] + created[1] + created[2]; sum != 700 {
			t.Errorf("%v deals were made, together %d", created, sum)
		}
		w.Verify()
	})
}
