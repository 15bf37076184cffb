package crm

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPossibleDuplicatesAreShownWithTheReason(t *testing.T) {
	accounts := []Account{
		0:  {Name: "GTX Pro"},
		1:  {Name: "GTXPro"},
		2:  {Name: "GTX Pro, Inc."},
		3:  {Name: "Nordfrakt", Domain: "nordfrakt.example"},
		4:  {Name: "Nordfrakt Norge", Domain: "nordfrakt.example"},
		5:  {Name: "Société Générale"},
		6:  {Name: "Societe Generale"},
		7:  {Name: "Kestrel Mutual"},
		8:  {Name: "Kestral Mutual"},
		9:  {Name: "Distribution Plant 1"},
		10: {Name: "Distribution Plant 2"},
		11: {Name: "Acme", Domain: "gmail.com"},
		12: {Name: "Acne", Domain: "gmail.com"},
		13: {Name: "Meridian Parcel", ExternalID: "p1"},
		14: {Name: "Meridian Parcel GmbH", ParentID: "p1"},
	}
	var got []string
	for _, d := range PossibleDuplicates(accounts) {
		got = append(got, fmt.Sprint(d.Accounts, " ", d.Why))
	}
	want := []string{"[0 1 2] " + whyForm, "[3 4] " + whyDomain, "[5 6] " + whyAccents, "[7 8] " + whyLetter}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSalesforceIDsAreComparedInEighteenCharacters(t *testing.T) {
	for _, c := range []struct {
		id, want string
		fault    bool
	}{
		{"006xx000003GYkJ", "006xx000003GYkJAAW", false},
		{"006xx000003GYkJAAW", "006xx000003GYkJAAW", false},
		{"006xx000003GYkJaaw", "006xx000003GYkJAAW", false},
		{"006XX000003GYKJAAW", "006xx000003GYkJAAW", false}, // all upper case: the suffix still knows
		{"006xx000003gykjAAW", "006xx000003GYkJAAW", false},
		{"006xx000003GYkJAAA", "006xx000003GYkJAAW", true},
		{"42", "42", true},
		{"006xx000003GYk!", "006xx000003GYk!", true},
	} {
		got, fault := ID18(c.id)
		if got != c.want || (fault != "") != c.fault {
			t.Errorf("ID18(%q) = %q, %q; want %q", c.id, got, fault, c.want)
		}
	}
}

func TestDomainsAreReadFromAddresses(t *testing.T) {
	for in, want := range map[string]string{
		"www.nordfrakt.example": "nordfrakt.example", "HTTPS://Nordfrakt.example:8080/about?x=1": "nordfrakt.example",
		"nordfrakt.example.": "nordfrakt.example", "http://münchen.example/": "münchen.example",
		"n/a": "", "none": "", "a b.example": "", "..": "", "": "", "://": "", "me@nordfrakt.example": "",
	} {
		if got := Domain(in); got != want {
			t.Errorf("Domain(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzID(f *testing.F) {
	for _, s := range []string{"006xx000003GYkJ", "https://me@a.example:1/", "Straße"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, _ := ID18(s)
		if twice, _ := ID18(id); twice != id {
			t.Fatalf("the id of %q is %q, of which the id is %q", s, id, twice)
		}
		Domain(s)
	})
}

// FuzzOpen holds that no file and no map makes the reading of an export panic,
// and that every row is either taken, refused, dropped or deleted.
func FuzzOpen(f *testing.F) {
	f.Add(salesforceHeader+"D,A,One,Discovery,USD,\"1,250\",12/18/2026,,New Business,006Hs00001oStE3\nTotal,,\n\n\n\nfoot\n", "", "")
	f.Add("Record ID;Deal Name;Deal Stage;Amount;Close Date;Associated Company\n1;D;Won;1.250;03.04.2026;A;B\n", "day-first", "EUR")
	f.Fuzz(func(t *testing.T, text, dates, currency string) {
		m, err := ParseMap(strings.NewReader(fmt.Sprintf(`{"dates":%q,"currency":%q}`, dates, currency)))
		if err != nil {
			m = Map{}
		}
		file, err := Open("f.csv", strings.NewReader(text), m)
		if err != nil {
			return
		}
		for r := range file.Records() {
			if r.Line <= file.table.HeaderLine || r.Account.Name == "" && r.Account.ExternalID == "" {
				t.Fatalf("taken: %+v", r)
			}
			if o := r.Opportunity; o != nil && (o.Name == "" || o.Amount != nil && *o.Amount < 0) {
				t.Fatalf("taken: %+v", o)
			}
		}
		for _, e := range file.Errors {
			if e.Reason == "" {
				t.Fatal("refused without a reason")
			}
		}
	})
}
