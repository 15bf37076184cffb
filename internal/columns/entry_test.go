package columns

import (
	"strings"
	"testing"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

func TestAnEntryKeepsWhatStandsBesideIt(t *testing.T) {
	book := known(t, "telecom-questionnaire")
	e := Entries(book, Detect(book))
	if len(e) != 10 {
		t.Fatalf("%d entries", len(e))
	}
	if e[3].Number != "Q4" || e[3].Wording != "Is customer data encrypted at rest?" || strings.Join(e[3].Group, "/") != "Data" || e[3].Place != `Sheet "Questions", C6` || e[3].Row != 6 {
		t.Errorf("%+v", e[3])
	}
	if a := e[3].Answers; len(a) != 2 || a[0].Column != 4 || a[0].Meaning != Response || strings.Join(a[0].Options, "|") != "Yes|No|Partly|N/A" || a[1].Meaning != Comment || a[1].Options != nil {
		t.Errorf("%+v", a)
	}
	e = Entries(known(t, "priority-ticks"), Detect(known(t, "priority-ticks")))
	if e[0].Priority != "Must" || e[1].Priority != "Should" || e[3].Priority != "Could" {
		t.Errorf("priorities: %q %q %q", e[0].Priority, e[1].Priority, e[3].Priority)
	}
	e = Entries(known(t, "city-merged-groups"), Detect(known(t, "city-merged-groups")))
	if e[2].Group[0] != "Permits" || e[3].Group[0] != "Inspections" || e[6].Group[0] != "Inspections" {
		t.Errorf("groups are not carried down: %v %v", e[2].Group, e[6].Group)
	}
	e = Entries(known(t, "one-column-numbered"), Detect(known(t, "one-column-numbered")))
	if e[0].Number != "1" || e[0].Wording != "The system must sell tickets for three seasons at once." {
		t.Errorf("%+v", e[0])
	}
	e = Entries(known(t, "header-again"), Detect(known(t, "header-again")))
	if strings.Join(e[3].Group, "/") != "2 Traceability" {
		t.Errorf("%+v", e[3])
	}
}

func TestAQuestionThatFollowsAnotherKnowsIt(t *testing.T) {
	for wording, want := range map[string]bool{"If yes, how often?": true, "- If so, who gets it?": true, "Wenn ja, wie?": true, "Si oui, lequel ?": true, "En caso afirmativo, ¿cuál?": true,
		"Is it logged?": false, "Iffy yes": false, "What happens if yes is chosen?": false} {
		if followsUp(wording) != want {
			t.Errorf("%q: %v", wording, !want)
		}
	}
	b, err := sheet.ReadText("1. Do you log?\n2. If yes, where?\n3. If so, how long?\n4. Do you test?", sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	e := Entries(b, Detect(b))
	if len(e) != 4 || e[0].Follows != -1 || e[1].Follows != 0 || e[2].Follows != 0 || e[3].Follows != -1 {
		t.Errorf("%+v", e)
	}
}

func TestOptionsAreReadWhereOnlyWordsTellThem(t *testing.T) {
	for header, want := range map[string]string{"Complies (Yes / No / Partly)": "Yes|No|Partly", "Cumple (Sí/No)": "Sí|No", "Y / N / N/A": "Y|N|N/A", "Select: Yes / No / Partially": "Yes|No|Partially",
		"Conformité (O/N/P)": "", "Response": "", "Yes": "", "Ja oder Nein": "Ja|Nein", "Frage (ja, nein)": "ja|nein"} {
		if got := strings.Join(optionsIn(header), "|"); got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
	book := known(t, "hr-legend")
	e := Entries(book, Detect(book))
	if got := strings.Join(e[0].Answers[0].Options, "|"); got != "F|C|T|N" {
		t.Errorf("legend: %q", got)
	}
	book = known(t, "bank-plain")
	if e = Entries(book, Detect(book)); e[0].Answers[0].Options != nil {
		t.Errorf("invented: %q", e[0].Answers[0].Options)
	}
}

func TestANumberedListOfADocumentIsAList(t *testing.T) {
	p := sheettest.Paragraph
	data := sheettest.Document(p("berschrift1", "", "Operations"), p("", "", "The following is asked of the supplier."),
		p("", "1/0", "The supplier must answer within an hour."), p("", "1/0", "Spare parts must be in the country."), p("berschrift1", "", "Training"),
		p("", "1/0", "Trainers speak Polish."), p("", "1/0", "Training can be repeated after a year."))
	book, err := sheet.Read(strings.NewReader(string(data)), int64(len(data)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	e := Entries(book, Detect(book))
	if len(e) != 4 || e[2].Number != "3" || e[2].Wording != "Trainers speak Polish." || strings.Join(e[2].Group, "/") != "Training" {
		t.Errorf("%+v", e)
	}
}
