package listing

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/id"
	"throughline/internal/opc"
	"throughline/internal/sheet"
)

type money struct {
	Known    bool   `json:"known"`
	Minor    int64  `json:"minor"`
	Currency string `json:"currency"`
}

type item struct {
	ID     string    `json:"id"`
	Key    string    `json:"key"`
	Words  string    `json:"words"`
	Owner  string    `json:"owner"`
	Call   string    `json:"call"` // an id without words: left out
	Due    string    `json:"due"`
	At     time.Time `json:"at"`
	Count  float64   `json:"count"`
	Won    bool      `json:"won"`
	Amount *money    `json:"amount,omitempty"`
	Tags   []string  `json:"tags"`
	Parts  []any     `json:"parts"`
}

var berlin, _ = time.LoadLocation("Europe/Berlin")

func known(id string) string { return map[string]string{"p1": "Dana Whitfield"}[id] }

func made(t *testing.T) List {
	t.Helper()
	l, err := Of("NWF: promises [all]/x", []item{
		{ID: "1", Key: "NWF-1", Words: `=HYPERLINK("http://evil.example")`, Owner: "p1", Call: id.New(context.Background()), Due: "2026-03-02", At: time.Date(2026, 3, 29, 1, 30, 0, 0, time.UTC), Count: 2.5, Won: true, Amount: &money{true, 10050, "EUR"}},
		{ID: "2", Words: "a\nline, \"quoted\" <b>\x00\u202e", Due: "soon", Tags: []string{"x", "p1"}, Parts: []any{map[string]any{"title": "T"}, 3.0}},
	}, known, berlin)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestColumnsAreTheFieldsInTheirOrder(t *testing.T) {
	l := made(t)
	if got := strings.Join(l.Heads, ","); got != "Key,Words,Owner,Due,At,Count,Won,Amount,Amount currency,Tags,Parts" {
		t.Error(got)
	}
	if c := l.Rows[0][4]; c.Kind != Moment || c.Text != "2026-03-29 03:30" {
		t.Errorf("a moment over the change to summer time is %+v", c)
	}
	if l.Rows[1][9].Text != "x; Dana Whitfield" || l.Rows[1][10].Text != "T; 3" || l.Rows[1][4].Kind != Nothing || l.Rows[1][3].Kind != Text {
		t.Errorf("%+v", l.Rows[1])
	}
	none, err := Of("none", []*item{}, known, berlin)
	if err != nil || len(none.Heads) < 9 || len(none.Rows) != 0 {
		t.Errorf("a list of nothing has the heads %v (%v)", none.Heads, err)
	}
}

func TestNothingRunsInACSV(t *testing.T) {
	b, err := CSV(made(t))
	if err != nil {
		t.Fatal(err)
	}
	want := "NWF-1,\"'=HYPERLINK(\"\"http://evil.example\"\")\",Dana Whitfield,2026-03-02,2026-03-29 03:30,2.5,yes,100.50,EUR,,\r\n"
	if !strings.Contains(string(b), want) {
		t.Errorf("%s", b)
	}
}

func TestAWorkbookHoldsWhatTheListHolds(t *testing.T) {
	b, err := XLSX(made(t))
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := XLSX(made(t)); !bytes.Equal(b, again) {
		t.Error("written twice, it differs")
	}
	if err := opc.Check(b); err != nil {
		t.Error(err)
	}
	book, err := sheet.Read(bytes.NewReader(b), int64(len(b)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	if s.Name != "NWF  promises  all  x" || len(s.Rows) != 3 {
		t.Fatalf("%q with %d rows", s.Name, len(s.Rows))
	}
	var got []string
	for _, c := range s.Rows[1].Cells {
		got = append(got, c.Text)
	}
	if line := strings.Join(got, "|"); line != `NWF-1|=HYPERLINK("http://evil.example")|Dana Whitfield|2026-03-02|2026-03-29 03:30|2.5|yes|100.5|EUR` {
		t.Error(line)
	}
}

func TestALongTextIsCutWhereExcelWould(t *testing.T) {
	l := List{Heads: []string{"A"}, Rows: [][]Cell{{{Kind: Text, Text: strings.Repeat("ä", 40000)}}}}
	b, err := XLSX(l)
	if err != nil {
		t.Fatal(err)
	}
	if err := opc.Check(b); err != nil {
		t.Error(err)
	}
}

func BenchmarkXLSX(b *testing.B) {
	items := make([]item, 10000)
	for i := range items {
		items[i] = item{Key: "NWF-1", Words: "Replay any 24 hours of events", Due: "2026-03-02"}
	}
	for b.Loop() {
		l, err := Of("x", items, known, berlin)
		if err == nil {
			_, err = XLSX(l)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
