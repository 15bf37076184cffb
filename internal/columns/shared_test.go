package columns

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"throughline/internal/sheet"
)

// named is what the manifest of the shared questionnaires says of one sheet.
type named struct {
	sheet   string // empty: every sheet of the file
	use     Use    // Nothing: any use but a list
	header  int
	columns map[string]Meaning
	items   int // 0: not said
}

var masvs = map[string]Meaning{"B": Number, "C": Number, "D": Wording, "E": Level, "F": Level, "G": Response, "K": Comment}

// manifest names the sheets of the shared workbooks.
var manifest = map[string][]named{
	"owasp-asvs-3.0.1.xlsx": {
		{"ASVS 3.0.1", List, 1, map[string]Meaning{"B": Number, "C": Group, "D": Wording, "E": Level, "F": Level, "G": Level}, 182},
		{"Where is...", Nothing, 0, nil, 0},
	},
	"owasp-samm-1.5-toolbox.xlsx":                  samm,
	"owasp-samm-1.5-toolbox-answered.xlsx":         samm,
	"owasp-masvs-1.2-checklist.en.xlsx":            {{"Security Requirements - Android", List, 3, masvs, 0}, {"Security Requirements - iOS", List, 3, masvs, 0}, {"Dashboard", Nothing, 0, nil, 0}, {"Version history", Nothing, 0, nil, 0}},
	"owasp-masvs-1.2-checklist.fr.xlsx":            {{"Exigences de Sécurité - Android", List, 3, masvs, 0}, {"Exigences de Sécurité - IOS", List, 3, masvs, 0}, {"Tableau de Bord", Nothing, 0, nil, 0}, {"Historique des versions", Nothing, 0, nil, 0}},
	"rfp/18f-searchgov-pricing-form.xlsx":          {{"", Nothing, 0, nil, 0}},
	"rfp/18f-fedramp-dashboard-labor-pricing.xlsx": {{"", Nothing, 0, nil, 0}},
	"rfp/alaska-aries-cost-proposal.xlsx":          {{"", Nothing, 0, nil, 0}},
	"owasp-asvs-5.0.0.csv":                         {{"", List, 1, map[string]Meaning{"A": Group, "B": Group, "C": Group, "D": Group, "E": Number, "F": Wording, "G": Level}, 345}},
}

var samm = []named{
	{"Interview", List, 17, map[string]Meaning{"C": Wording, "E": Response, "I": Comment}, 77},
	{"Attribution and License", Nothing, 0, nil, 0}, {"Lookups", Nothing, 0, nil, 0}, {"Roadmap", Nothing, 0, nil, 0},
}

// questionnaires is the folder of the shared questionnaires, empty where it is absent.
func questionnaires(t testing.TB) string {
	dir := os.Getenv("THROUGHLINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	for _, d := range []string{filepath.Join(dir, "questionnaires"), filepath.Join(dir, "data", "questionnaires")} {
		if _, err := os.Stat(d); err == nil {
			return d
		}
	}
	t.Log("not run: data absent (set THROUGHLINE_SHARED to its folder)")
	return ""
}

func readShared(t testing.TB, dir, name string) *sheet.Book {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read(f, info.Size(), sheet.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b
}

func TestRealQuestionnairesComeOutAsTheirManifestNamesThem(t *testing.T) {
	dir := questionnaires(t)
	if dir == "" {
		return
	}
	files, right := 0, 0
	var all tally
	for name, sheets := range manifest {
		began := time.Now()
		book := readShared(t, dir, name)
		layouts := Detect(book)
		took := time.Since(began)
		var c tally
		for i := range book.Sheets {
			for _, want := range sheets {
				if want.sheet == "" || want.sheet == book.Sheets[i].Name {
					c.addCells(want.judged(t, name, &book.Sheets[i], layouts[i], &c))
				}
			}
		}
		files++
		whole := c.sheets == c.sheetsOf && c.columns == c.columnsOf && c.headers == c.headersOf
		right += bit(whole)
		all.add(c)
		t.Logf("%-46s sheets %d/%d, columns %d/%d, %v", name, c.sheets, c.sheetsOf, c.columns, c.columnsOf, took.Round(time.Millisecond))
	}
	t.Logf("%d of %d files come out right without a correction; sheets %d/%d, named columns %d/%d", right, files, all.sheets, all.sheetsOf, all.columns, all.columnsOf)
	if right*10 < files*9 {
		t.Errorf("less than nine of ten files are right")
	}
}

func (n named) judged(t *testing.T, file string, s *sheet.Sheet, got Layout, c *tally) (columns tally) {
	c.sheetsOf++
	if (got.Use == List) == (n.use == List) && (n.items == 0 || items(&got) == n.items) {
		c.sheets++
	} else {
		t.Logf("%s, %q: %s with %d rows (%s)", file, s.Name, got.Use, items(&got), got.Why)
	}
	if n.use != List {
		return columns
	}
	c.headersOf++
	c.headers += bit(len(got.Header) > 0 && got.Header[0] == n.header)
	for letter, m := range n.columns {
		columns.columnsOf++
		_, at, _ := sheet.ParseCell(letter + "1")
		for _, col := range got.Columns {
			if col.At == at && col.Meaning == m {
				columns.columns++
			} else if col.At == at {
				t.Logf("%s, %q: column %s is %s, not %s (%s)", file, s.Name, letter, m, col.Meaning, col.Why)
			}
		}
	}
	return columns
}

func TestALongDocumentGivesTheRequirementsOfItsOwnList(t *testing.T) {
	dir := questionnaires(t)
	if dir == "" {
		return
	}
	truth := map[string]bool{}
	csv := readShared(t, dir, "owasp-asvs-5.0.0.csv")
	for _, e := range Entries(csv, Detect(csv)) {
		truth[strings.TrimPrefix(e.Number, "V")] = true
	}
	doc := readShared(t, dir, "owasp-asvs-5.0.0.docx")
	found, invented := 0, 0
	for _, e := range Entries(doc, Detect(doc)) {
		if truth[e.Number] {
			found++
			delete(truth, e.Number)
		} else {
			invented++
		}
	}
	t.Logf("document of 98 tables: found %d, missed %d, invented %d", found, len(truth), invented)
	if found < 340 || invented > 5 {
		t.Errorf("found %d, invented %d", found, invented)
	}
}
