package crm

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sharedExports is the folder of exports that stands outside of the repository;
// the test says so and ends where it does not.
func sharedExports(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("THROUGHLINE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	dir := filepath.Join(shared, "crm", "exports")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("The shared data is absent: set THROUGHLINE_SHARED to its folder to run this test.")
	}
	return dir
}

func openFile(t *testing.T, path string) (*File, []Record) {
	t.Helper()
	src, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = src.Close() })
	f, err := Open(filepath.Base(path), src, Map{})
	if err != nil {
		t.Fatal(err)
	}
	return f, readAll(t, f)
}

func TestTheExportsOfThreeCRMsAreRead(t *testing.T) {
	dir := sharedExports(t)
	for _, c := range []struct {
		file, form    string
		taken, errors int
		footers       int
		last          string // account, name, amount, currency, close date, state of the last row
	}{
		{"salesforce-opportunity-report.utf8.csv", "Salesforce report of opportunities", 5, 0, 5, "Nordfrakt AS/Nordfrakt - Parcel status/48000000//2026-06-30/open"},
		{"salesforce-opportunity-report.iso-8859-1.csv", "Salesforce report of opportunities", 4, 0, 5, "Nordfrakt AS/Nordfrakt - Parcel status/48000000//2026-06-30/open"},
		{"salesforce-opportunity-report.multicurrency.csv", "Salesforce report of opportunities", 5, 0, 5, "Nordfrakt AS/Nordfrakt - Parcel status/48000000/EUR/2026-06-30/open"},
		{"salesforce-account-report.csv", "Salesforce report of accounts", 2, 0, 5, "Harbor & Pike, Inc."},
		{"salesforce-data-export-Opportunity.csv", "Salesforce data export of opportunities", 1, 0, 0, "/Nordfrakt - Parcel status/48000000//2026-06-30/open"},
		{"hubspot-crm-exports-all-deals.csv", "HubSpot export of deals", 2, 1, 0, "Harbor & Pike, Inc./Harbor & Pike, warehouse pilot/unknown//2026-01-31/lost"},
		{"hubspot-crm-exports-all-companies.csv", "HubSpot export of companies", 3, 0, 0, "NORDFRAKT A/S"},
		{"hubspot-crm-exports-all-contacts.csv", "HubSpot export of contacts", 2, 1, 0, "Nordfrakt AS"},
		{"pipedrive-deals.csv", "Pipedrive export of deals", 2, 0, 0, "Harbor & Pike, Inc./Harbor & Pike, warehouse pilot/0/USD/2026-01-31/lost"},
		{"pipedrive-organizations.csv", "Pipedrive export of organizations", 2, 0, 0, "Harbor & Pike, Inc."},
		{"pipedrive-people.csv", "Pipedrive export of people", 1, 0, 0, "Nordfrakt AS"},
	} {
		t.Run(c.file, func(t *testing.T) {
			f, rows := openFile(t, filepath.Join(dir, c.file))
			if f.Source.Form != c.form || len(rows) != c.taken || f.ErrorCount != c.errors || len(f.Footers) != c.footers || len(f.Questions) > 0 {
				t.Errorf("%s: %d rows, %d errors %v, %d footers, questions %v", f.Source.Form, len(rows), f.ErrorCount, f.Errors, len(f.Footers), f.Questions)
			}
			if got := summary(rows[len(rows)-1]); got != c.last {
				t.Errorf("the last row is %s, want %s", got, c.last)
			}
		})
	}
}

func summary(r Record) string {
	o := r.Opportunity
	if o == nil {
		return r.Account.Name
	}
	amount := "unknown"
	if o.Amount != nil {
		amount = fmt.Sprint(*o.Amount)
	}
	return strings.Join([]string{r.Account.Name, o.Name, amount, o.Currency, o.CloseOn.String(), string(o.State)}, "/")
}

func TestAssociatedThingsOfADealAreKeptApart(t *testing.T) {
	f, rows := readText(t, "Record ID,Deal Name,Deal Stage,Associated Company IDs,Associated Company,Associated Contact IDs,Associated Contact\n"+
		"1,Deal,Closed Won,7;8,\"Harbor & Pike, Inc.;Harbor Pike Canada\",801;802,Ingrid (INGRID@n.example);Raj Patel\n"+
		"2,Deal,Closed Won,9,A;B GmbH,,\n", Map{})
	if len(rows) != 2 {
		t.Fatal(f.Errors)
	}
	r := rows[0]
	if r.Account.ExternalID != "7" || r.Account.Name != "Harbor & Pike, Inc." || len(r.Others) != 1 || r.Others[0].Name != "Harbor Pike Canada" {
		t.Errorf("accounts %+v, %+v", r.Account, r.Others)
	}
	if len(r.Contacts) != 2 || r.Contacts[0].Email != "ingrid@n.example" || r.Contacts[0].Name != "Ingrid" || r.Contacts[1].ExternalID != "802" {
		t.Errorf("contacts %+v", r.Contacts)
	}
	if rows[1].Account.Name != "A;B GmbH" {
		t.Errorf("a semicolon within one name splits it: %q", rows[1].Account.Name)
	}
}

func TestTheFilesOfTheTourAreRead(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "testdata", "tour")
	f, rows := openFile(t, filepath.Join(dir, "salesforce-opportunities.csv"))
	if len(rows) != 8 || f.ErrorCount != 1 || len(f.Footers) != 5 || len(f.Questions) > 0 || len(f.Warnings) > 0 {
		t.Errorf("%d rows, errors %v, footers %v, questions %v, warnings %v", len(rows), f.Errors, f.Footers, f.Questions, f.Warnings)
	}
	if !told(f.Errors, 10, "Close Date", "11/31/2026") {
		t.Errorf("errors %v", f.Errors)
	}
	if got, want := summary(rows[0]), "Northwind Freight/Northwind Freight - Relay platform/48600000/USD/2026-09-30/open"; got != want {
		t.Errorf("the first row is %s, want %s", got, want)
	}
	f, rows = openFile(t, filepath.Join(dir, "hubspot-deals.csv"))
	if len(rows) != 4 || f.ErrorCount != 0 || len(f.Warnings) > 0 || len(f.Questions) > 0 {
		t.Errorf("%d rows, errors %v, warnings %v", len(rows), f.Errors, f.Warnings)
	}
}

func TestFootersAreDroppedAndCounted(t *testing.T) {
	head := "Account Name,Opportunity Name,Stage\nA,Deal,Discovery\n"
	for _, c := range []struct {
		name, text      string
		footers, errors int
	}{
		{"after empty lines", head + "\n\n\nMy report\nCopyright (c) 2000-2026 salesforce.com, inc.\nOurselves\n", 3, 0},
		{"without empty lines", head + "\"Grand Totals (5700 records)\"\nConfidential Information - Do Not Distribute\n", 2, 0},
		{"sums in the columns", head + "Grand Totals (2 records),,\nTotal,,\n", 2, 0},
		{"in German", head + "Vertrauliche Informationen - Nicht verteilen\nErstellt von: D. W.\n", 2, 0},
		{"two reports pasted together", head + "\n\n\nMy report\nOurselves\n" + head, 2, 0},
		{"a deal named Total is a deal", head + "Total,Grand Total,Discovery\n", 0, 0},
		{"a lone cell among the rows is no footer", head + "Deal,\nB,Deal,Discovery\n", 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, _ := readText(t, c.text, Map{})
			if len(f.Footers) != c.footers || f.ErrorCount != c.errors {
				t.Errorf("footers %v, errors %v", f.Footers, f.Errors)
			}
		})
	}
}
