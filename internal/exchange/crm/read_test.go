package crm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"throughline/internal/table"
)

// readText opens a file given as text and reads all of it.
func readText(t *testing.T, text string, m Map) (*File, []Record) {
	t.Helper()
	f, err := Open("deals.csv", strings.NewReader(text), m)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return f, readAll(t, f)
}

func readAll(t *testing.T, f *File) []Record {
	t.Helper()
	var all []Record
	for r := range f.Records() {
		all = append(all, r)
	}
	if err := f.Err(); err != nil {
		t.Fatalf("Err: %v", err)
	}
	return all
}

// told finds a refusal or warning on a line whose reason holds some words.
func told(list []Refusal, line int, column, words string) bool {
	for _, r := range list {
		if r.Line == line && r.Column == column && strings.Contains(r.Reason, words) {
			return true
		}
	}
	return false
}

const salesforceHeader = "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount Currency,Amount,Close Date,Created Date,Type,Opportunity ID\n"

func TestARowIsRefusedOrKeptByTheRuleOfEachCell(t *testing.T) {
	base := salesforceHeader + "Dana,Ostara Health,Base,Discovery,USD,\"1,250,000.00\",12/18/2026,12/19/2025,New Business,006Hs00001oStE3\n"
	for _, c := range []struct {
		name, row string
		taken     bool
		column    string
		says      string // in errors when refused, in warnings when taken
	}{
		{"no account", "Dana,,Deal,Discovery,USD,5,12/18/2026,,New Business,", false, "Account Name", "no account"},
		{"no name", "Dana,Acme,,Discovery,USD,5,12/18/2026,,New Business,", false, "Opportunity Name", "no name"},
		{"close date of no calendar", "Dana,Acme,Deal,Discovery,USD,5,11/31/2026,,New Business,", false, "Close Date", "not a day of the calendar"},
		{"created date of no calendar", "Dana,Acme,Deal,Discovery,USD,5,12/18/2026,2/30/2026,New Business,", false, "Created Date", "not a day of the calendar"},
		{"word for a date", "Dana,Acme,Deal,Discovery,USD,5,soon,,New Business,", false, "Close Date", "not a date"},
		{"cut off", "Dana,Acme,Deal,Disc", false, "", "4 of 10 columns"},
		{"delimiter without quotes", "Dana,Acme, Inc.,Deal,Discovery,USD,5,12/18/2026,,New Business,", false, "", "11 columns"},
		{"no close date", "Dana,Acme,Deal,Discovery,USD,5,,,New Business,", true, "", ""},
		{"unknown stage", "Dana,Acme,Deal,Warp 9,USD,5,12/18/2026,,New Business,", true, "Stage", "not known"},
		{"unknown type", "Dana,Acme,Deal,Discovery,USD,5,12/18/2026,,Existing Business,", true, "Type", "not known"},
		{"unknown currency", "Dana,Acme,Deal,Discovery,Doubloons,5,12/18/2026,,New Business,", true, "Amount Currency", "no currency of ISO 4217"},
		{"negative amount", "Dana,Acme,Deal,Discovery,USD,\"-5,000.00\",12/18/2026,,New Business,", true, "Amount", "negative"},
		{"absurd amount", "Dana,Acme,Deal,Discovery,USD,99999999999999,12/18/2026,,New Business,", true, "Amount", "too large"},
		{"NaN", "Dana,Acme,Deal,Discovery,USD,NaN,12/18/2026,,New Business,", true, "Amount", "not a number"},
		{"word for an amount", "Dana,Acme,Deal,Discovery,USD,TBD,12/18/2026,,New Business,", true, "Amount", "not an amount"},
		{"formula for an amount", "Dana,Acme,Deal,Discovery,USD,=1+1,12/18/2026,,New Business,", true, "Amount", "not an amount"},
		{"closes before it was created", "Dana,Acme,Deal,Discovery,USD,5,12/18/2025,12/19/2025,New Business,", true, "Close Date", "before it was created"},
		{"no Salesforce id", "Dana,Acme,Deal,Discovery,USD,5,12/18/2026,,New Business,42", true, "Opportunity ID", "no Salesforce id"},
		{"an id twice", "Dana,Acme,Deal,Discovery,USD,5,12/18/2026,,New Business,006Hs00001oStE3", false, "Opportunity ID", "already on line 2"},
		{"the same id in 18 characters", "Dana,Acme,Deal,Discovery,USD,5,12/18/2026,,New Business,006Hs00001oStE3IAK", false, "Opportunity ID", "already on line 2"},
		{"currency in the amount", "Dana,Acme,Deal,Discovery,USD,EUR 5.00,12/18/2026,,New Business,", true, "Amount", "another currency"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, rows := readText(t, base+c.row+"\n", Map{})
			if taken := len(rows) == 2; taken != c.taken || len(rows) == 0 {
				t.Fatalf("%d rows taken, errors %v", len(rows), f.Errors)
			}
			if !c.taken && (len(f.Errors) != 1 || f.ErrorCount != 1 || !told(f.Errors, 3, c.column, c.says)) {
				t.Errorf("errors %v, want line 3, %q, %q", f.Errors, c.column, c.says)
			}
			if c.taken && (len(f.Errors) > 0 || c.says != "" && !told(f.Warnings, 3, c.column, c.says) || c.says == "" && len(f.Warnings) > 0) {
				t.Errorf("errors %v, warnings %v, want %q, %q", f.Errors, f.Warnings, c.column, c.says)
			}
			if c.taken && (c.column == "Amount" && c.name != "currency in the amount") && rows[1].Opportunity.Amount != nil {
				t.Errorf("the amount is %d, want unknown", *rows[1].Opportunity.Amount)
			}
		})
	}
}

func TestAmbiguousDatesAreAskedForAndNeverGuessed(t *testing.T) {
	text := "Account Name,Opportunity Name,Stage,Close Date\nAcme,One,Discovery,03/04/2026\nAcme,Two,Discovery,05/06/2026\nAcme,Three,Discovery,2026-07-08\nAcme,Four,Discovery,07.07.2026\n"
	f, rows := readText(t, text, Map{})
	if len(f.Questions) != 1 || f.Questions[0].Setting != "dates" || f.Questions[0].Column != "Close Date" || f.Questions[0].Line != 2 || f.Questions[0].Rows != 2 {
		t.Errorf("questions %+v", f.Questions)
	}
	if len(rows) != 2 || f.ErrorCount != 2 || !told(f.Errors, 2, "Close Date", `"dates" to "day-first" or "month-first"`) {
		t.Errorf("%d rows, errors %v", len(rows), f.Errors)
	}
	for order, want := range map[table.Order]string{table.DayFirst: "2026-04-03", table.MonthFirst: "2026-03-04"} {
		f, rows := readText(t, text, Map{Dates: order})
		if len(f.Questions) > 0 || len(rows) != 4 || rows[0].Opportunity.CloseOn.String() != want {
			t.Errorf("%s: questions %v, errors %v, want %s", order, f.Questions, f.Errors, want)
		}
	}
}

func TestAnotherColumnOfDatesMaySayTheOrder(t *testing.T) {
	_, rows := readText(t, "Account Name,Opportunity Name,Stage,Close Date,Created Date\nAcme,One,Discovery,03/04/2026,12/19/2025\n", Map{})
	if len(rows) != 1 || rows[0].Opportunity.CloseOn.String() != "2026-03-04" {
		t.Errorf("rows %+v", rows)
	}
}

func TestAmbiguousAmountsAreAskedForAndNeverGuessed(t *testing.T) {
	text := "Account Name;Opportunity Name;Stage;Amount\nAcme;One;Discovery;1.250\nAcme;Two;Discovery;75.500\nAcme;Three;Discovery;480000\nAcme;Four;Discovery;\n"
	f, rows := readText(t, text, Map{Currency: "EUR"})
	if len(f.Questions) != 1 || f.Questions[0].Setting != "amounts" || len(rows) != 2 || f.ErrorCount != 2 || !told(f.Errors, 2, "Amount", `"amounts"`) {
		t.Errorf("questions %v, %d rows, errors %v", f.Questions, len(rows), f.Errors)
	}
	if rows[1].Opportunity.Amount != nil {
		t.Errorf("a missing amount is %d", *rows[1].Opportunity.Amount)
	}
	for marks, want := range map[table.Marks]int64{table.DecimalPoint: 125, table.DecimalComma: 125000} {
		if _, rows := readText(t, text, Map{Currency: "EUR", Amounts: marks}); len(rows) != 4 || *rows[0].Opportunity.Amount != want {
			t.Errorf("%s: %d rows, want %d", marks, len(rows), want)
		}
	}
}

func TestAnAmountOfAnotherConventionIsReadInItsOwn(t *testing.T) {
	f, rows := readText(t, salesforceHeader+
		"D,A,One,Discovery,USD,\"1,250,000.00\",12/18/2026,,New Business,\n"+
		"D,A,Two,Discovery,EUR,\"4.200.000,00\",18.12.2026,,New Business,\n"+
		"D,A,Three,Discovery,CHF,1'150'000.00,2026-12-18,,New Business,\n", Map{})
	if len(rows) != 3 || len(f.Questions) > 0 {
		t.Fatalf("errors %v, questions %v", f.Errors, f.Questions)
	}
	for i, want := range []string{"125000000 USD", "420000000 EUR", "115000000 CHF"} {
		o := rows[i].Opportunity
		if got := fmt.Sprintf("%d %s", *o.Amount, o.Currency); got != want || o.CloseOn.String() != "2026-12-18" {
			t.Errorf("row %d: %s on %s, want %s", i, got, o.CloseOn, want)
		}
	}
}

func TestTextThatLooksLikeAFormulaIsText(t *testing.T) {
	_, rows := readText(t, "Account Name,Opportunity Name,Stage,Next Step\n\"=HYPERLINK(\"\"http://x.invalid\"\")\",@SUM(A1),Discovery,+49 call\n", Map{})
	if r := rows[0]; r.Account.Name != `=HYPERLINK("http://x.invalid")` || r.Opportunity.Name != "@SUM(A1)" || r.Opportunity.NextStep != "+49 call" {
		t.Errorf("read %+v", r)
	}
}

func TestHeadersInOtherLanguagesAreKnown(t *testing.T) {
	for _, c := range []struct{ name, text, system string }{
		{"Salesforce, German", "Account-Name;Opportunity-Name;Phase;Betrag;Währung;Schlusstermin;Opportunity-Inhaber\nBergmann GmbH;Projekt;Angebot;1.250.000,00;EUR;18.12.2026;Jonas\n", "salesforce"},
		{"Salesforce, French", "Nom du compte,Nom de l'opportunité,Étape,Montant,Devise,Date de clôture\nBergmann GmbH,Projekt,Proposition,\"1 250 000,00\",EUR,18/12/2026\n", "salesforce"},
		{"HubSpot, German", "Datensatz-ID,Deal-Name,Deal-Phase,Pipeline,Betrag,Währung,Abschlussdatum,Zugeordnetes Unternehmen\n7,Projekt,Angebot,Standard,1250000,EUR,2026-12-18 10:00,Bergmann GmbH\n", "hubspot"},
		{"HubSpot, Spanish", "ID de registro,Nombre del negocio,Etapa del negocio,Importe,Moneda,Fecha de cierre,Empresa asociada\n7,Projekt,Propuesta,1250000,EUR,2026-12-18,Bergmann GmbH\n", "hubspot"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, rows := readText(t, c.text, Map{})
			if f.Source.System != c.system || len(rows) != 1 {
				t.Fatalf("%s, errors %v", f.Source.Form, f.Errors)
			}
			r := rows[0]
			if r.Account.Name != "Bergmann GmbH" || r.Opportunity.Phase != PhaseProposal || *r.Opportunity.Amount != 125000000 || r.Opportunity.CloseOn.String() != "2026-12-18" {
				t.Errorf("read %+v %+v", r.Account, r.Opportunity)
			}
		})
	}
}

func TestAHeaderOfNoKnownCRMNeedsAMap(t *testing.T) {
	text := "Kunde;Vorgang;Wert;Fällig;Stand\nBergmann;Projekt;1.250,00;18.12.2026;Warm\n"
	_, err := Open("x.csv", strings.NewReader(text), Map{})
	var f *table.Fault
	if !errors.As(err, &f) || !strings.Contains(f.Reason, "Kunde, Vorgang") || !strings.Contains(f.Reason, "map") {
		t.Fatalf("Open says %v", err)
	}
	m, err := ParseMap(strings.NewReader(`{"source":"old","columns":{"account":"Kunde","opportunity":"Vorgang","amount":"Wert","close_date":"Fällig","stage":"Stand"},"currency":"EUR","stages":{"Warm":"evaluation"}}`))
	if err != nil {
		t.Fatal(err)
	}
	file, rows := readText(t, text, m)
	if len(rows) != 1 || rows[0].Opportunity.Phase != PhaseEvaluation || *rows[0].Opportunity.Amount != 125000 || file.Map.Source != "old" || len(file.Warnings) > 0 {
		t.Errorf("rows %+v, warnings %v", rows, file.Warnings)
	}
}

func TestAFileThatCannotBeAnExportIsRefusedWithASentence(t *testing.T) {
	for _, c := range []struct {
		name, text string
		m          Map
		says       string
	}{
		{"empty", "", Map{}, "empty"},
		{"binary", "Account Name,Opportunity Name\n\x00\x01", Map{}, "NUL"},
		{"a million columns", strings.Repeat("Account Name,", 1_000_000) + "\n", Map{}, "More than 2000 columns"},
		{"no header", "2026-12-18,Acme,Deal\n", Map{}, "not like a header"},
		{"a needed column twice", "Account Name,Opportunity Name,Amount,Amount\nA,B,1,2\n", Map{}, "stands twice"},
		{"no column for the account", "Opportunity Name,Stage\nA,Discovery\n", Map{}, `"columns": {"account"`},
		{"a map for another file", "Account Name,Opportunity Name\nA,B\n", Map{Columns: map[Field]string{"amount": "Wert"}}, "no such column"},
		{"a map with an unknown word", "Account Name,Opportunity Name\nA,B\n", Map{Dates: "us"}, "month-first"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open("x.csv", strings.NewReader(c.text), c.m)
			if err == nil || !strings.Contains(err.Error(), c.says) || Refused("x.csv", err).Reason == "" {
				t.Errorf("Open says %v, want %q", err, c.says)
			}
		})
	}
}

func TestAMapWithAnUnknownWordIsRefused(t *testing.T) {
	for _, text := range []string{
		"", "[]", "{", `{"datez":"day-first"}`, `{"dates":"us"}`, `{"amounts":"1"}`, `{"currency":"eur"}`, `{"columns":{"acount":"x"}}`,
		`{"stages":{"A":"hot"}}`, `{"types":{"A":"old"}}`, `{"object":"leads"}`, `{"delimiter":"x"}`, `{}{}`,
	} {
		if _, err := ParseMap(strings.NewReader(text)); err == nil {
			t.Errorf("%s is taken", text)
		}
	}
	if _, err := ParseMap(strings.NewReader(`{"dates":"day-first","delimiter":"\t"}`)); err != nil {
		t.Error(err)
	}
}

func TestProductRowsOfOneOpportunityBelongTogether(t *testing.T) {
	f, rows := readText(t, "Account Name,Opportunity Name,Stage,Product Name,Opportunity ID\nA,Deal,Discovery,Relay,006Hs00001oStE3\nA,Deal,Discovery,Relay Clinical,006Hs00001oStE3\n", Map{})
	if len(rows) != 2 || len(f.Errors) > 0 || rows[0].Opportunity.Repeats != 0 || rows[1].Opportunity.Repeats != 2 {
		t.Errorf("rows %+v, errors %v", rows, f.Errors)
	}
}

func TestWonAndClosedColumnsGoBeforeTheStagesName(t *testing.T) {
	_, rows := readText(t, "Id,Name,AccountId,StageName,CloseDate,IsClosed,IsWon,IsDeleted\n"+
		"006Hs00001oStE3IAK,A,001Hs00003oStC3IAK,Delivered,2026-12-18,1,1,0\n"+
		"006Hs00001oStE4IAK,B,001Hs00003oStC3IAK,Parked,2026-12-18,1,0,0\n"+
		"006Hs00001oStE5IAK,C,001Hs00003oStC3IAK,Closed Won,2026-12-18,0,0,0\n"+
		"006Hs00001oStE6IAK,D,001Hs00003oStC3IAK,Closed Won,2026-12-18,0,0,1\n", Map{})
	if len(rows) != 3 || rows[0].Opportunity.State != StateWon || rows[1].Opportunity.State != StateLost || rows[2].Opportunity.State != StateOpen {
		t.Errorf("rows %+v", rows)
	}
}

func TestEqualWarningsAreCountedAndNotRepeated(t *testing.T) {
	f, rows := readText(t, "Account Name,Opportunity Name,Stage\n"+strings.Repeat("A,B,Warp 9\n", 500), Map{})
	if len(rows) != 500 || len(f.Warnings) != 1 || f.Warnings[0].Rows != 500 || f.Warnings[0].Line != 2 {
		t.Errorf("%d rows, warnings %v", len(rows), f.Warnings)
	}
}

func TestRefusalsAreBoundedAndCounted(t *testing.T) {
	f, _ := readText(t, "Account Name,Opportunity Name,Stage\nA,B,Discovery\n"+strings.Repeat(",B,Discovery\n", 30_000), Map{})
	if f.ErrorCount != 30_000 || len(f.Errors) != keptAtMost || !strings.Contains(f.Errors[keptAtMost-1].Reason, "counted only") {
		t.Errorf("%d counted, %d kept", f.ErrorCount, len(f.Errors))
	}
}

func TestTheMapInForceReadsTheFileAgainAlike(t *testing.T) {
	text := salesforceHeader + "D,A,One,Warm,USD,\"1,250\",03/04/2026,,Land,006Hs00001oStE3\n"
	said := Map{Dates: table.DayFirst, Amounts: table.DecimalComma, Stages: map[string]string{"Warm": "proposal"}, Types: map[string]string{"Land": "new"}}
	first, rows := readText(t, text, said)
	kept, err := json.Marshal(first.Map)
	if err != nil {
		t.Fatal(err)
	}
	m, err := ParseMap(bytes.NewReader(kept))
	if err != nil {
		t.Fatalf("%s: %v", kept, err)
	}
	second, again := readText(t, text, m)
	if diff := cmp.Diff(rows, again); diff != "" || !reflect.DeepEqual(first.Map, second.Map) || len(first.Warnings)+len(second.Warnings) > 0 {
		t.Errorf("read otherwise: %s, maps %+v, %+v, warnings %v", diff, first.Map, second.Map, first.Warnings)
	}
}

func TestAPersonWhoWritesAMapSeesTheColumns(t *testing.T) {
	columns, err := Columns(strings.NewReader("Kunde;Vorgang\nA;B\n"), Map{})
	if err != nil || !slices.Equal(columns, []string{"Kunde", "Vorgang"}) {
		t.Errorf("columns %q, %v", columns, err)
	}
}
