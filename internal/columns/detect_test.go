package columns

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

// known gives one fixture.
func known(t testing.TB, name string) *sheet.Book {
	t.Helper()
	for _, f := range fixtures(t, "known") {
		if f.name == name+".txt" {
			return f.book(t)
		}
	}
	t.Fatalf("no fixture %s", name)
	return nil
}

func meanings(l Layout) string {
	var out []string
	for _, c := range l.Columns {
		if c.Meaning != Other {
			out = append(out, sheet.Letters(c.At)+" "+string(c.Meaning))
		}
	}
	return strings.Join(out, ", ")
}

func TestAPersonsWordGoesBeforeWhatIsFound(t *testing.T) {
	book := known(t, "bank-plain")
	found := Detect(book)[0]
	if got := meanings(found); got != "A number, B wording, C priority, D response, E comment" {
		t.Fatalf("found: %s", got)
	}
	none := []int{}
	for _, c := range []struct {
		name string
		said Correction
		want string
		also func(Layout) string
	}{
		{"a column", Correction{Columns: map[int]Meaning{3: Level}}, "A number, B wording, C level, D response, E comment", nil},
		{"the wording", Correction{Columns: map[int]Meaning{3: Wording}}, "A number, C wording", func(l Layout) string {
			if l.Of(Wording) != 3 || l.All(Wording)[0] != 3 || len(l.All(Wording)) != 1 {
				return "there is another wording"
			}
			return ""
		}},
		{"not the wording", Correction{Columns: map[int]Meaning{2: Comment}}, "", func(l Layout) string {
			if l.Of(Wording) == 2 {
				return "the wording is still there"
			}
			return ""
		}},
		{"no header", Correction{Headers: &none}, "", func(l Layout) string {
			if len(l.Header) != 0 || l.Rows[0].Role == Header {
				return "there is still a header"
			}
			return ""
		}},
		{"another header", Correction{Headers: &[]int{2}}, "", func(l Layout) string {
			if !slices.Equal(l.Header, []int{2}) || items(&l) != 9 {
				return fmt.Sprint("header ", l.Header, ", items ", items(&l))
			}
			return ""
		}},
		{"no list", Correction{Use: Cover}, "", func(l Layout) string {
			if l.Use != Cover || l.Confidence != 1 {
				return "it is a list"
			}
			return ""
		}},
		{"a row", Correction{Rows: map[int]Role{3: Section, 4: Note}}, "", func(l Layout) string {
			if l.Rows[2].Role != Section || l.Rows[2].Title == "" || l.Rows[3].Role != Note || items(&l) != 8 {
				return fmt.Sprint(l.Rows[2:4])
			}
			return ""
		}},
	} {
		l := Detect(book, c.said)[0]
		if got := meanings(l); c.want != "" && !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if c.also != nil {
			if bad := c.also(l); bad != "" {
				t.Errorf("%s: %s", c.name, bad)
			}
		}
		for _, col := range l.Columns {
			if m, ok := c.said.Columns[col.At]; ok && (col.Meaning != m || !col.Said || col.Confidence != 1) {
				t.Errorf("%s: %+v", c.name, col)
			}
		}
	}
}

func TestASheetThatIsNoListBecomesOneWhenAPersonSaysSo(t *testing.T) {
	book := known(t, "price-form")
	if n := len(Entries(book, Detect(book))); n != 0 {
		t.Fatalf("%d entries of a price form", n)
	}
	l := Detect(book, Correction{Use: List, Columns: map[int]Meaning{2: Wording}})
	if got := Entries(book, l); len(got) != 4 || got[0].Wording != "Licence for named users" {
		t.Errorf("%+v", got)
	}
}

func TestNamesAndOrderOfSheetsAreNoSignal(t *testing.T) {
	for _, name := range []string{"telecom-questionnaire", "three-lists-and-history", "broadcaster-scores", "water-fr"} {
		book := known(t, name)
		before := Detect(book)
		turned := *book
		turned.Sheets = slices.Clone(book.Sheets)
		slices.Reverse(turned.Sheets)
		for i := range turned.Sheets {
			turned.Sheets[i].Name = fmt.Sprint("x", i)
		}
		after := Detect(&turned)
		for i := range before {
			a, b := before[i], after[len(after)-1-i]
			if a.Use != b.Use || meanings(a) != meanings(b) || a.Confidence != b.Confidence {
				t.Errorf("%s, sheet %d: %s %s, turned %s %s", name, i, a.Use, meanings(a), b.Use, meanings(b))
			}
		}
	}
}

func TestEveryDecisionHasAReasonAndAConfidence(t *testing.T) {
	for _, f := range fixtures(t, "known") {
		for _, l := range Detect(f.book(t)) {
			if l.Why == "" || l.Confidence <= 0 || l.Confidence > 1 {
				t.Errorf("%s: %s %v %q", f.name, l.Use, l.Confidence, l.Why)
			}
			for _, c := range l.Columns {
				if c.Why == "" || c.Confidence <= 0 || c.Confidence > 1 {
					t.Errorf("%s: column %s %v %q", f.name, sheet.Letters(c.At), c.Confidence, c.Why)
				}
			}
			for _, r := range l.Rows {
				if r.Role == Note && r.Why == "" {
					t.Errorf("%s: row %d is left out without a reason", f.name, r.At)
				}
			}
		}
	}
}

func TestAFormIsKnownAgainWhateverItsRowsSay(t *testing.T) {
	a, b := known(t, "bank-plain"), known(t, "bank-plain")
	b.Sheets[0].Rows[3].Cells[1].Text = "Something else must be done by then."
	b.Sheets[0].Name = "other"
	x, y := Detect(a), Detect(b)
	if Shape(&a.Sheets[0], &x[0]) != Shape(&b.Sheets[0], &y[0]) {
		t.Error("another wording makes another shape")
	}
	b.Sheets[0].Rows[0].Cells[2].Text = "Owner"
	if y = Detect(b); Shape(&a.Sheets[0], &x[0]) == Shape(&b.Sheets[0], &y[0]) {
		t.Error("another header makes the same shape")
	}
}

func TestHiddenRowsAreGivenAndSaid(t *testing.T) {
	book := known(t, "ministry-hidden")
	l := Detect(book)
	hidden := 0
	for _, e := range Entries(book, l) {
		hidden += bit(e.Hidden)
	}
	if hidden != 1 || !slices.ContainsFunc(l[0].Doubts, func(d string) bool { return strings.Contains(d, "1 row is hidden") }) {
		t.Errorf("%d hidden, doubts %v", hidden, l[0].Doubts)
	}
}

func TestNumbersThatBecameDaysAreDoubted(t *testing.T) {
	l := Detect(known(t, "school-dates"))
	if !slices.ContainsFunc(l[0].Doubts, func(d string) bool { return strings.Contains(d, "column A are dates") }) {
		t.Errorf("doubts: %v", l[0].Doubts)
	}
}

// big makes a list of n rows in eight columns.
func big(n int) *sheet.Book {
	r := rand.New(rand.NewSource(1))
	words := strings.Fields("the system must keep each order of a user and show what was changed by whom within two seconds on every page of the portal")
	s := sheet.Sheet{Name: "Big", Shape: sheet.Grid, Width: 8}
	head := []string{"ID", "Area", "Sub-area", "Requirement", "Priority", "Source", "Vendor response", "Comments"}
	add := func(number int, texts []string) {
		row := sheet.Row{Number: number}
		for c, text := range texts {
			if text != "" {
				row.Cells = append(row.Cells, sheet.Cell{Column: c + 1, Text: text})
			}
		}
		s.Rows = append(s.Rows, row)
	}
	add(1, head)
	for i := range n {
		r.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
		add(i+2, []string{fmt.Sprintf("REQ-%05d", i+1), fmt.Sprint("Area ", i/500), fmt.Sprint("Part ", i/50), strings.Join(words[:12+r.Intn(12)], " ") + ".",
			[]string{"Must", "Should", "Could"}[r.Intn(3)], "Workshop", "", ""})
	}
	return &sheet.Book{Form: sheet.Workbook, Sheets: []sheet.Sheet{s}}
}

func TestFiftyThousandRowsAreProposed(t *testing.T) {
	book := big(50_000)
	l := Detect(book)
	if got := meanings(l[0]); got != "A number, B group, C group, D wording, E priority, G response, H comment" || items(&l[0]) != 50_000 {
		t.Errorf("%s, %d items", got, items(&l[0]))
	}
}

func BenchmarkDetectTenThousandRows(b *testing.B) {
	book := big(10_000)
	for b.Loop() {
		Detect(book)
	}
}

func BenchmarkReadAndDetectFiveHundredRows(b *testing.B) {
	s := sheettest.Sheet{Name: "Big"}
	for _, row := range big(500).Sheets[0].Rows {
		cells := make([]sheettest.Cell, 8)
		for _, c := range row.Cells {
			cells[c.Column-1] = sheettest.Cell{Text: c.Text}
		}
		s.Rows = append(s.Rows, cells)
	}
	data := sheettest.Workbook(s)
	for b.Loop() {
		book, err := sheet.Read(strings.NewReader(string(data)), int64(len(data)), sheet.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		Entries(book, Detect(book))
	}
}
