package columns

import (
	"fmt"
	"strings"
	"testing"

	"throughline/internal/sheet"
)

// gridOf makes a sheet of lines with cells set off by |.
func gridOf(text string) *sheet.Book {
	s := sheet.Sheet{Name: "A", Shape: sheet.Grid}
	for i, l := range strings.Split(text, "\n") {
		row := sheet.Row{Number: i + 1}
		for c, cell := range strings.Split(l, "|") {
			if cell = strings.TrimSpace(cell); cell != "" {
				row.Cells = append(row.Cells, sheet.Cell{Column: c + 1, Text: cell})
				s.Width = max(s.Width, c+1)
			}
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return &sheet.Book{Form: sheet.Workbook, Sheets: []sheet.Sheet{s}}
}

// sound fails where a proposal breaks its own promises.
func sound(t *testing.T, book *sheet.Book, layouts []Layout) {
	t.Helper()
	if len(layouts) != len(book.Sheets) {
		t.Fatalf("%d layouts for %d sheets", len(layouts), len(book.Sheets))
	}
	for i, l := range layouts {
		s := &book.Sheets[i]
		if l.Sheet != i || l.Confidence < 0 || l.Confidence > 1 || l.Why == "" {
			t.Fatalf("%+v", l)
		}
		if len(l.Rows) != 0 && len(l.Rows) != len(s.Rows) || l.Use == List && len(l.Rows) == 0 && len(s.Rows) > 0 && !l.Said {
			t.Fatalf("%d of %d rows are judged", len(l.Rows), len(s.Rows))
		}
		wordings := 0
		for _, c := range l.Columns {
			if c.At < 1 || c.At > s.Width+300 || c.Confidence < 0 || c.Confidence > 1 {
				t.Fatalf("%+v", c)
			}
			wordings += bit(c.Meaning == Wording && !c.Said)
		}
		if wordings > 1 {
			t.Fatalf("%d wordings", wordings)
		}
		for k, r := range l.Rows {
			if r.At != k {
				t.Fatalf("row %d stands at %d", r.At, k)
			}
		}
	}
	for i, e := range Entries(book, layouts) {
		if e.Follows >= i || e.Place == "" || e.Row == 0 {
			t.Fatalf("%+v", e)
		}
	}
}

func TestStrangeSheetsAreJudgedWithoutHarm(t *testing.T) {
	long := strings.Repeat("a very long text that must not end ", 3000)
	wide := strings.Repeat("x|", 400) + "The system must work"
	for _, c := range []struct {
		name, text string
		items      int // -1: any
	}{
		{"nothing", "", 0},
		{"one cell", "Requirement", 0},
		{"a header and nothing below", "ID|Requirement|Priority", 0},
		{"the header twice", "ID|Requirement|Priority\nID|Requirement|Priority\n1|The system must print.|Must\n2|The system must fold.|Must\n3|The system must sort.|Must", 3},
		{"numbers only", "1|2|3\n4|5|6\n7|8|9", 0},
		{"marks only", "x|x|x\nx|x|x", 0},
		{"one value again and again", strings.Repeat("Yes|Yes\n", 50), 0},
		{"formula-like texts", "Nr|Requirement\n1|=SUM must be supported in sheets\n2|+49 numbers must be dialled\n3|@mentions must reach people\n4|-5 degrees must be survived", 4},
		{"right to left", "الرقم|المتطلب\n1|يجب أن يعمل النظام بدون اتصال بالشبكة\n2|يجب أن تحفظ البيانات داخل البلاد\n3|هل يمكن تصدير التقارير؟\n4|يجب أن يسجل كل تغيير", 4},
		{"emoji", "#|Wish\n1|🚀 The app must start fast\n2|🔒 Data must be safe\n3|🌍 It must speak Welsh", 3},
		{"long texts", "ID|Requirement\n1|" + long + "\n2|" + long + "x\n3|" + long + "y", 3},
		{"200 columns", wideHeader(200) + "\n1|" + strings.Repeat("v|", 198) + "The system must cope\n2|" + strings.Repeat("w|", 198) + "The system must not stop\n3|" + strings.Repeat("v|", 198) + "Users must see it", 3},
		{"more columns than are looked at", strings.Repeat(wide+"\n", 4), -1},
		{"control letters", "ID|Requirement\n1|The system\x01 must\u202e work\n2|Zero\u200bwidth must pass", -1},
	} {
		book := gridOf(c.text)
		l := Detect(book)
		sound(t, book, l)
		if got := len(Entries(book, l)); c.items >= 0 && got != c.items {
			t.Errorf("%s: %d entries, want %d (%s: %s; %s)", c.name, got, c.items, l[0].Use, l[0].Why, meanings(l[0]))
		}
	}
	if got := Detect(&sheet.Book{}); len(got) != 0 {
		t.Errorf("an empty book: %v", got)
	}
}

func wideHeader(n int) string {
	var b strings.Builder
	b.WriteString("ID")
	for i := range n - 2 {
		fmt.Fprintf(&b, "|Field %c%d", 'a'+i%26, i)
	}
	return b.String() + "|Requirement"
}

func TestOverlappingMergesAndHugeListsOfChoicesDoNoHarm(t *testing.T) {
	book := gridOf("ID|Requirement|Answer\n1|It must work.|\n2|It must hold.|\n3|It must end.|")
	s := &book.Sheets[0]
	for i := range 50_000 {
		s.Merges = append(s.Merges, sheet.Range{FirstRow: 1 + i%4, FirstColumn: 1, LastRow: 4, LastColumn: 1 + i%16000})
		s.Choices = append(s.Choices, sheet.Choice{Cells: []sheet.Range{{FirstRow: 1, FirstColumn: 3, LastRow: 1 << 20, LastColumn: 3}}, Options: []string{"Yes"}})
	}
	sound(t, book, Detect(book))
}

func TestTheSameListTwiceInOneFileIsTwoLists(t *testing.T) {
	book := gridOf("ID|Requirement|Priority\n1|The system must print.|Must\n2|The system must fold.|Must\n3|The system must sort.|Could")
	book.Sheets = append(book.Sheets, book.Sheets[0])
	book.Sheets[1].Name = "Copy"
	if got := Entries(book, Detect(book)); len(got) != 6 || got[3].Sheet != 1 {
		t.Errorf("%d entries", len(got))
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("ID|Requirement|Priority\n1|The system must print.|Must\n|Data|\n2|Do you fold?|x", uint8(0))
	f.Add("|a|\n•|b must c\n1.|d?", uint8(3))
	f.Add("No|Q|A\n1|2|3\nNo|Q|A\n=|?|:", uint8(255))
	all := append([]Meaning{""}, Meanings...)
	f.Fuzz(func(t *testing.T, text string, flags uint8) {
		if len(text) > 20_000 {
			return
		}
		book := gridOf(text)
		s := &book.Sheets[0]
		for i := range s.Rows {
			for k := range s.Rows[i].Cells {
				c := &s.Rows[i].Cells[k]
				c.Formula, c.Bold = flags&1 > 0 && i%3 == 0, flags&2 > 0 && k == 0
			}
			if flags&4 > 0 {
				s.Merges = append(s.Merges, sheet.Range{FirstRow: i + 1, FirstColumn: 1 + i%5, LastRow: i + 2, LastColumn: 3 + i%7})
			}
		}
		if flags&8 > 0 {
			s.Choices = []sheet.Choice{{Cells: []sheet.Range{{FirstRow: 2, FirstColumn: 3, LastRow: 9, LastColumn: 3}}, Options: []string{"Yes", "No"}}}
		}
		if flags&16 > 0 {
			s.Shape = sheet.Lines
		}
		if flags&32 > 0 {
			s.Shape = sheet.Table
			book.Sheets = append(book.Sheets, *s)
		}
		sound(t, book, Detect(book))
		said := Correction{Columns: map[int]Meaning{int(flags % 7): all[int(flags)%len(all)]}, Rows: map[int]Role{int(flags % 5): Item}}
		if flags&64 > 0 {
			said.Headers, said.Use = &[]int{int(flags % 4)}, List
		}
		delete(said.Columns, 0)
		sound(t, book, Detect(book, said))
	})
}
