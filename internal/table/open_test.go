package table

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// row is what a test compares: the line and the cells.
type row struct {
	line  int
	cells string
}

func opened(t *testing.T, text string, o Options) *Table {
	t.Helper()
	tb, err := Open(strings.NewReader(text), o)
	if err != nil {
		t.Fatalf("Open(%q): %v", Clip(text), err)
	}
	return tb
}

// readAll gives rows and faults of a table, cells joined by |.
func readAll(t *testing.T, tb *Table) (rows []row, faults []*Fault) {
	t.Helper()
	for rec, err := range tb.Records(nil) {
		var f *Fault
		switch {
		case errors.As(err, &f):
			faults = append(faults, f)
		case err != nil:
			t.Fatal(err)
		default:
			rows = append(rows, row{rec.Line, strings.Join(rec.Cells, "|")})
		}
	}
	return rows, faults
}

func TestRowsAreReadInEveryDialect(t *testing.T) {
	for _, c := range []struct {
		name, text string
		delim      byte
		want       []row
	}{
		{"comma", "Name,City\nA,B\nC,D\n", ',', []row{{2, "A|B"}, {3, "C|D"}}},
		{"semicolon with decimal commas", "Name;Sum\nA;1,5\nB;2,5\n", ';', []row{{2, "A|1,5"}, {3, "B|2,5"}}},
		{"tab", "Name\tCity\nA\tB, C\n", '\t', []row{{2, "A|B, C"}}},
		{"pipe", "Name|City\nA|B\n", '|', []row{{2, "A|B"}}},
		{"declared delimiter", "sep=;\r\nName;City\r\nA;B\r\n", ';', []row{{3, "A|B"}}},
		{"byte order mark", "\uFEFFName,City\nA,B\n", ',', []row{{2, "A|B"}}},
		{"carriage returns alone", "Name,City\rA,B\rC,D", ',', []row{{2, "A|B"}, {3, "C|D"}}},
		{"no line end at the end", "Name,City\nA,B", ',', []row{{2, "A|B"}}},
		{"CRLF rows", "Name,City\r\nA,B\r\n", ',', []row{{2, "A|B"}}},
		{"CRLF inside a cell of LF rows", "Name,City\n\"A\r\nB\",C\nD,E\n", ',', []row{{2, "A\r\nB|C"}, {4, "D|E"}}},
		{"doubled quotes", "Name,City\n\"say \"\"hi\"\"\",B\n", ',', []row{{2, `say "hi"|B`}}},
		{"quote inside an open cell", "Name,City\n5\" disk,B\n", ',', []row{{2, `5" disk|B`}}},
		{"blanks around a quoted cell", "Name,City\nA, \"B, C\" \n", ',', []row{{2, "A|B, C"}}},
		{"empty lines and rows of nothing", "Name,City\n\n,\nA,B\n\n", ',', []row{{4, "A|B"}}},
		{"header standing again", "Name,City\nA,B\nName,City\nC,D\n", ',', []row{{2, "A|B"}, {4, "C|D"}}},
		{"title before the header", "All customers\n\nName,City\nA,B\n", ',', []row{{4, "A|B"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tb := opened(t, c.text, Options{})
			rows, faults := readAll(t, tb)
			if tb.Delimiter != c.delim || !slices.Equal(rows, c.want) || len(faults) > 0 {
				t.Errorf("delimiter %q, rows %v, faults %v; want %q, %v", tb.Delimiter, rows, faults, c.delim, c.want)
			}
			again, _ := readAll(t, tb)
			if !slices.Equal(again, rows) {
				t.Errorf("the second reading gives %v", again)
			}
		})
	}
}

func TestEncodingIsFoundOut(t *testing.T) {
	text := "Name,City\nSociété Générale,Zürich\n"
	curly := "Name,City\nÉtape “un”,Köln\n"
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
		want Encoding
	}{
		{"UTF-8", encoding.Nop, text, UTF8},
		{"UTF-8 that is ASCII", encoding.Nop, "Name,City\nA,B\n", UTF8},
		{"ISO 8859-1", charmap.ISO8859_1, text, Latin1},
		{"Windows-1252 with curly quotes", charmap.Windows1252, curly, Windows1252},
		{"UTF-16 little endian with mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text, UTF16LE},
		{"UTF-16 big endian with mark", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text, UTF16BE},
		{"UTF-16 little endian without mark", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text, UTF16LE},
		{"UTF-16 big endian without mark", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text, UTF16BE},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw, err := c.enc.NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			tb := opened(t, raw, Options{})
			rows, _ := readAll(t, tb)
			want := strings.ReplaceAll(strings.Split(c.text, "\n")[1], ",", "|")
			if tb.Encoding != c.want || len(rows) != 1 || rows[0].cells != want {
				t.Errorf("read %v as %s; want %q as %s", rows, tb.Encoding, want, c.want)
			}
		})
	}
}

func TestALetterOfLatin1FarBehindTheStartIsSeen(t *testing.T) {
	text := "Name,City\n" + strings.Repeat("A,B\n", 50_000) + "Z\xfcrich,B\n"
	tb := opened(t, text, Options{})
	rows, _ := readAll(t, tb)
	if last := rows[len(rows)-1]; last.cells != "Zürich|B" || last.line != 50_002 {
		t.Errorf("the last row is %v", last)
	}
}

func TestDamagedUTF8CostsOnlyItsRow(t *testing.T) {
	tb := opened(t, "Name,City\nZürich,Köln\nbro\xffken,B\nMünchen,C\n", Options{})
	rows, faults := readAll(t, tb)
	if len(rows) != 2 || len(faults) != 1 || faults[0].Line != 3 || !strings.Contains(faults[0].Reason, "not UTF-8") {
		t.Errorf("rows %v, faults %v", rows, faults)
	}
}

func TestWhatIsNoDelimitedTextIsRefusedWithASentence(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "empty"},
		{"blanks only", " \n\r\n\t\n", "only blanks"},
		{"byte order mark only", "\uFEFF", "only blanks"},
		{"Excel workbook", "PK\x03\x04abcdef", "Excel workbook"},
		{"old Excel workbook", "\xD0\xCF\x11\xE0\xA1\xB1", "Excel workbook"},
		{"HTML named .xls", "<html><table><tr><td>Name", "web page"},
		{"NUL byte", "Name,City\nA,B\nC,\x00D\n", "line 3: A NUL byte"},
		{"binary without NUL", strings.Repeat("\x01\x02\x03\x04abc\xff\xfe", 100), "binary"},
		{"a million columns", strings.Repeat("a,", 1_000_000) + "a\n" + strings.Repeat("1,", 1_000_000) + "1\n", "More than 2000 columns"},
		{"one endless line", strings.Repeat("abcdefgh", 1<<19), "More than"},
		{"no header, dates", "2026-01-02,Harbor\n2026-01-03,Pike\n", "like a row"},
		{"no header, numbers", "41,Harbor\n42,Pike\n", "like a row"},
		{"no header, addresses", "Raj,raj@nordfrakt.example\n", "like a row"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(strings.NewReader(c.text), Options{})
			var f *Fault
			if c.name == "one endless line" && errors.As(err, &f) {
				return
			}
			if !errors.As(err, &f) || !f.Fatal || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Open says %v, want %q", err, c.want)
			}
		})
	}
}

func TestAStrayQuoteCostsItsRowAndNotTheFile(t *testing.T) {
	for _, c := range []struct {
		name, text string
		rows       []row
		fault      int
		says       string
	}{
		{"never closed, all cells quoted", "\"N\",\"C\"\n\"A\",\"B\"\n\"C,\"D\"\n\"E\",\"F\"\n",
			[]row{{2, "A|B"}, {4, "E|F"}}, 3, "middle of a cell"},
		{"never closed, the rest open", "N,C\nA,B\n\"C,D\nE,F\nG,H\n",
			[]row{{2, "A|B"}, {4, "E|F"}, {5, "G|H"}}, 3, "never closed"},
		{"cut off inside a quoted cell", "N,C\nA,B\nC,\"wait",
			[]row{{2, "A|B"}}, 3, "cut off"},
		{"cut off in the second line of a cell", "N,C\nA,B\nC,\"wait\nfor the",
			[]row{{2, "A|B"}}, 3, "Lines 3 to 4 were left out"},
		{"quotes not doubled", "N,C\nA,B\n\"say \"hi\"\",D\nE,F\n",
			[]row{{2, "A|B"}, {4, "E|F"}}, 3, "twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, faults := readAll(t, opened(t, c.text, Options{}))
			if !slices.Equal(rows, c.rows) || len(faults) != 1 || faults[0].Line != c.fault || !strings.Contains(faults[0].Reason, c.says) {
				t.Errorf("rows %v, faults %v; want %v and line %d %q", rows, faults, c.rows, c.fault, c.says)
			}
		})
	}
}

func TestARowOverALimitIsRefusedAndTheRestIsRead(t *testing.T) {
	l := Limits{Columns: 4, FieldBytes: 100, RecordBytes: 1000}
	wide, long := strings.Repeat("x,", 500), strings.Repeat("y", 500_000)
	rows, faults := readAll(t, opened(t, "N,C\nA,B\n"+wide+"\nC,"+long+"\nE,F\n", Options{Limits: l}))
	if want := []row{{2, "A|B"}, {5, "E|F"}}; !slices.Equal(rows, want) || len(faults) != 2 || faults[0].Line != 3 || faults[1].Line != 4 {
		t.Errorf("rows %v, faults %v", rows, faults)
	}
}

func TestAFileOfBadRowsIsGivenUp(t *testing.T) {
	tb := opened(t, "N,C\n"+strings.Repeat("\"a\"b,c\n", 5000), Options{})
	_, faults := readAll(t, tb)
	if len(faults) != 1001 || !faults[1000].Fatal {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
}

func TestAShortOrLongRowIsNotWhole(t *testing.T) {
	tb := opened(t, "A,B,C\n1,2,3\n1,2\n1,2,3,\n1,2,3,4\n", Options{})
	var got []bool
	for rec := range tb.Records(nil) {
		got = append(got, tb.Whole(rec) == nil)
	}
	if want := []bool{true, false, false, false}; !slices.Equal(got, want) {
		t.Errorf("whole: %v, want %v", got, want)
	}
}

func TestAHeaderIsFoundByTheWordsOfTheCaller(t *testing.T) {
	known := func(s string) bool { return s == "Account Name" || s == "Stage" }
	tb := opened(t, "Report,Filters\nAs of,17 March\n\n Account Name ,Stage,Account Name\nA,B,C\n", Options{Known: known})
	if tb.HeaderLine != 4 || tb.Column("Stage") != 1 || !slices.Equal(tb.Twice(), []string{"Account Name"}) {
		t.Errorf("header %q on line %d, twice %q", tb.Header, tb.HeaderLine, tb.Twice())
	}
}

func TestUnknownOptionsAreRefused(t *testing.T) {
	for _, o := range []Options{{Encoding: "ebcdic"}, {Delimiter: 'x'}} {
		if _, err := Open(strings.NewReader("A,B\n"), o); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
}

// failing gives an error after some bytes, as a broken disk does.
type failing struct {
	*strings.Reader
	left int
}

var errDisk = errors.New("disk broken")

func (f *failing) Read(p []byte) (int, error) {
	if f.left <= 0 {
		return 0, errDisk
	}
	n, err := f.Reader.Read(p[:min(len(p), f.left)])
	f.left -= n
	return n, err
}

func TestAReadErrorIsNotTakenForTheEnd(t *testing.T) {
	text := "A,B\n" + strings.Repeat("1,2\n", 100_000)
	src := &failing{strings.NewReader(text), 1 << 30}
	tb, err := Open(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	src.left = 200_000
	var last error
	for _, err := range tb.Records(nil) {
		last = err
	}
	if !errors.Is(last, errDisk) || errors.Is(last, io.EOF) {
		t.Errorf("the last error is %v", last)
	}
}
