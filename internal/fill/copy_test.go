package fill_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"throughline/internal/fill"
	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

func read(t testing.TB, file []byte) *sheet.Book {
	t.Helper()
	book, err := sheet.Read(bytes.NewReader(file), int64(len(file)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func filled(t testing.TB, file []byte, values ...fill.Value) ([]byte, fill.Report) {
	t.Helper()
	var out bytes.Buffer
	report, err := fill.Copy(&out, bytes.NewReader(file), int64(len(file)), read(t, file), values)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), report
}

// parts are the entries of a package in their order, as they are packed.
func parts(t testing.TB, file []byte) (names []string, packed map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	packed = map[string]string{}
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, packed[f.Name] = append(names, f.Name), string(b)
	}
	return names, packed
}

func questions() sheettest.Sheet {
	return sheettest.Sheet{Name: "Fragen", Merges: []string{"C6:D6"}, Choices: map[string]string{"C2:C6": `"Yes,No"`}, Rows: [][]sheettest.Cell{
		sheettest.Texts("Nr.", "Frage", "Antwort", "Kommentar"),
		{{Text: "1"}, {Text: "Is it encrypted?"}},
		{{Text: "2"}, {Text: "Is it logged?"}, {Text: "No"}},
		{{Text: "3"}, {Text: "Is it counted?"}, {Text: "4", Formula: true}},
		{{Text: "4"}, {Text: "Is it on?"}, {}, {Text: "kept"}},
		{{Text: "5"}, {Text: "Is it merged?"}},
	}}
}

func TestOnlyTheCellsOfAWorkbookChange(t *testing.T) {
	file := sheettest.Workbook(questions(), sheettest.Sheet{Name: "Cover", Rows: [][]sheettest.Cell{sheettest.Texts("x")}})
	out, report := filled(t, file,
		fill.Value{Row: 2, Column: 3, Text: "Yes"}, fill.Value{Row: 2, Column: 4, Text: "=HYPERLINK(\"x\")\nü & <b> _x0041_ \x07"}, fill.Value{Row: 3, Column: 3, Text: "Yes"},
		fill.Value{Row: 4, Column: 3, Text: "5", Over: true}, fill.Value{Row: 5, Column: 3, Text: "in between"}, fill.Value{Row: 6, Column: 4, Text: "merged away"},
		fill.Value{Row: 90, Column: 3, Text: "nowhere"}, fill.Value{Sheet: 7, Row: 1, Column: 1, Text: "no sheet"}, fill.Value{Row: 6, Column: 3, Text: strings.Repeat("x", 32_768)})
	if report.Filled != 3 || len(report.Left) != 6 {
		t.Fatalf("%d filled, left %+v", report.Filled, report.Left)
	}
	why := map[string]string{}
	for _, l := range report.Left {
		why[sheet.CellName(l.Row, l.Column)+l.Why] = l.Why
	}
	for _, want := range []string{"C3Something stands there already.", "C4A formula stands there.", "D6The cell is merged into C6.", "C90The file has no such row.", "A1The file has no such cell.", "C6The text is longer than the 32767 letters that a cell can hold."} {
		if why[want] == "" {
			t.Errorf("no %q in %v", want, why)
		}
	}
	was, is := read(t, file), read(t, out)
	for i, row := range is.Sheets[0].Rows {
		for _, c := range row.Cells {
			at, want := sheet.CellName(row.Number, c.Column), was.Sheets[0].Rows[i].At(c.Column)
			switch at {
			case "C2":
				want = "Yes"
			case "D2":
				want = "=HYPERLINK(\"x\")\nü & <b> _x0041_ "
			case "C5":
				want = "in between"
			}
			if c.Text != want || c.Formula != (at == "C4") {
				t.Errorf("%s holds %q, want %q", at, c.Text, want)
			}
		}
	}
	names, before := parts(t, file)
	after, now := parts(t, out)
	if strings.Join(names, " ") != strings.Join(after, " ") {
		t.Errorf("parts %v became %v", names, after)
	}
	for _, name := range names {
		if same := before[name] == now[name]; same == (name == "xl/worksheets/sheet1.xml") {
			t.Errorf("%s: the same is %v", name, same)
		}
	}
	again, _ := filled(t, file, fill.Value{Row: 2, Column: 3, Text: "Yes"})
	if twice, _ := filled(t, file, fill.Value{Row: 2, Column: 3, Text: "Yes"}); !bytes.Equal(again, twice) {
		t.Error("the same values give other bytes")
	}
}

func TestACellThatIsNotInTheFileGetsTheFormOfItsRowOrColumn(t *testing.T) {
	made := sheettest.WorkbookParts(sheettest.Sheet{Name: "S", Rows: [][]sheettest.Cell{sheettest.Texts("x")}})
	made["xl/worksheets/sheet1.xml"] = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="2" max="3" style="3"/></x:cols>` +
		`<x:sheetData><x:row r="1" s="2" customFormat="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="D1" s="1" t="s" cm="1"/></x:row><x:row r="2" spans="1:9"/><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData><!-- end --></x:worksheet>`
	out, report := filled(t, sheettest.Zip(made), fill.Value{Row: 1, Column: 2, Text: "b"}, fill.Value{Row: 1, Column: 4, Text: "d"}, fill.Value{Row: 2, Column: 3, Text: "c"},
		fill.Value{Row: 2, Column: 1, Text: "a"}, fill.Value{Row: 3, Column: 2, Text: "e"})
	if report.Filled != 5 {
		t.Fatalf("%+v", report)
	}
	z, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<x:c r="B1" s="2" t="inlineStr"><x:is><x:t xml:space="preserve">b</x:t></x:is></x:c><x:c r="D1" s="1" t="inlineStr">`, `<x:row r="2" spans="1:9"><x:c r="A2" t="inlineStr">`,
		`<x:c r="C2" s="3" t="inlineStr"><x:is><x:t xml:space="preserve">c</x:t></x:is></x:c></x:row>`, `<x:c><x:v>7</x:v></x:c><x:c r="B3" s="3"`, `<!-- end -->`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	if got := read(t, out).Sheets[0]; got.Rows[2].At(2) != "e" || got.Rows[1].At(1) != "a" {
		t.Errorf("%+v", got.Rows)
	}
}

func TestDelimitedTextKeepsItsForm(t *testing.T) {
	wide := func(s string) []byte {
		b, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	old := func(s string) []byte {
		b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	plain := "Nr;Frage;Antwort;Bemerkung\r\n1;Läuft es – immer?;;\r\n2;\"Zwei\r\nZeilen; ja\";  ;x\r\n\r\n3;Kurz\r\n4;Schon;da;"
	want := "Nr;Frage;Antwort;Bemerkung\r\n1;Läuft es – immer?;Ja;\r\n2;\"Zwei\r\nZeilen; ja\";\"a;b\"\"c\";x\r\n\r\n3;Kurz;;'=1+1\r\n4;Schon;da;Ende"
	values := []fill.Value{{Row: 2, Column: 3, Text: "Ja"}, {Row: 3, Column: 3, Text: "a;b\"c"}, {Row: 5, Column: 4, Text: "=1+1"}, {Row: 6, Column: 3, Text: "nein"}, {Row: 6, Column: 4, Text: "Ende"}}
	for name, in := range map[string][2][]byte{
		"utf-8": {[]byte(plain), []byte(want)}, "with a mark": {[]byte("\uFEFF" + plain), []byte("\uFEFF" + want)}, "declared": {[]byte("sep=;\r\n" + plain), nil},
		"utf-16": {wide(plain), wide(want)}, "windows-1252": {old(plain), old(want)},
	} {
		mine := values
		if name == "declared" {
			in[1] = []byte("sep=;\r\n" + want)
		}
		out, report := filled(t, in[0], mine...)
		if !bytes.Equal(out, in[1]) {
			t.Errorf("%s:\n%q, want\n%q", name, out, in[1])
		}
		if report.Filled != 4 || len(report.Left) != 1 || report.Left[0].Row != 6 {
			t.Errorf("%s: %+v", name, report)
		}
	}
	out, report := filled(t, old(plain), fill.Value{Row: 2, Column: 3, Text: "да"})
	if !bytes.Equal(out, old(plain)) || len(report.Left) != 1 || !strings.Contains(report.Left[0].Why, "windows-1252") {
		t.Errorf("letters the file cannot hold: %+v", report)
	}
	all := "\"Nr\",\"Question\",\"Answer\",\"Note\"\n\"1\",\"What is it?\",\"\",\"\"\n\"2\",\"And that?\",,\"\"\n"
	if out, _ := filled(t, []byte(all), fill.Value{Row: 2, Column: 3, Text: "Yes"}, fill.Value{Row: 3, Column: 3, Text: "No"}); string(out) != "\"Nr\",\"Question\",\"Answer\",\"Note\"\n\"1\",\"What is it?\",\"Yes\",\"\"\n\"2\",\"And that?\",\"No\",\"\"\n" {
		t.Errorf("quoted: %s", out)
	}
}

func TestWhereNothingIsFilledTheCopyIsTheFile(t *testing.T) {
	for name, file := range map[string][]byte{"workbook": sheettest.Workbook(questions()), "text": []byte("1. The system must keep logs.\n2. Exports must end.\n"), "rows": []byte("a;b;c\n1;2;3\n4;5;6\n"),
		"document": sheettest.Document(sheettest.DocumentTable([][]string{{"Nr", "Question", "Answer"}, {"1", "What is it?", ""}}))} {
		for _, values := range [][]fill.Value{nil, {{Row: 1, Column: 1, Text: "over"}}} {
			out, report := filled(t, file, values...)
			if !bytes.Equal(out, file) || report.Filled != 0 || len(report.Left) != len(values) {
				t.Errorf("%s with %d values: %+v, the same is %v", name, len(values), report, bytes.Equal(out, file))
			}
		}
	}
}

func FuzzASheetWithValuesIsReadBack(f *testing.F) {
	f.Add(`<row r="1"><c r="A1"><v>1</v></c></row>`, 1, 2, "yes")
	f.Add(`<row/><row r="5"><c r="B5" t="s"/><c r="A5"/></row>`, 5, 1, "=1")
	f.Add(`<x:row><c/></x:row>`, 1, 1, "_x0041_\x01")
	f.Fuzz(func(t *testing.T, rows string, row, column int, text string) {
		made := sheettest.WorkbookParts(sheettest.Sheet{Name: "S", Rows: [][]sheettest.Cell{sheettest.Texts("x")}}, sheettest.Sheet{Name: "T", Rows: [][]sheettest.Cell{sheettest.Texts("y")}})
		made["xl/worksheets/sheet1.xml"] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
		file := sheettest.Zip(made)
		book, err := sheet.Read(bytes.NewReader(file), int64(len(file)), sheet.Limits{})
		if err != nil {
			return
		}
		var out bytes.Buffer
		report, err := fill.Copy(&out, bytes.NewReader(file), int64(len(file)), book, []fill.Value{{Row: row, Column: column, Text: text}})
		if err != nil {
			return
		}
		again, err := sheet.Read(bytes.NewReader(out.Bytes()), int64(out.Len()), sheet.Limits{})
		if err != nil {
			t.Fatalf("%v after %+v: %s", err, report, rows)
		}
		if len(again.Notes) > len(book.Notes) {
			t.Errorf("new notes %v", again.Notes)
		}
	})
}
