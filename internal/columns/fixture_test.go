package columns

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

// fixture is a list written for these tests, with what is right about it. A file
// in testdata holds lines 'name: value' for each sheet, then '---', then a row a
// line with cells set off by ' | '. In a cell {1.1} is a number, {day 45000} a
// day, {=Yes} a formula's value, *words* are bold; \n is a line break.
type fixture struct {
	name   string
	form   string
	sheets []labelled
	data   []byte
}

// labelled is a sheet and what is right about it.
type labelled struct {
	set      map[string][]string
	lines    []string
	use      Use
	header   []int
	columns  map[int]Meaning
	items    map[int]bool
	sections map[int]bool
}

// fixtures reads a folder of testdata.
func fixtures(t testing.TB, folder string) []fixture {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures in %s: %v", folder, err)
	}
	var out []fixture
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, parsed(t, filepath.Base(name), string(text)))
	}
	return out
}

func parsed(t testing.TB, name, text string) fixture {
	t.Helper()
	f := fixture{name: name}
	for _, part := range strings.Split(text, "\n===\n") {
		head, body, ok := strings.Cut(part, "\n---\n")
		if !ok {
			t.Fatalf("%s: no line --- divides labels and rows", name)
		}
		s := labelled{set: map[string][]string{}, columns: map[int]Meaning{}, use: List}
		for _, line := range strings.Split(strings.TrimSpace(head), "\n") {
			key, value, _ := strings.Cut(line, ":")
			s.set[key] = append(s.set[key], strings.TrimSpace(value))
		}
		s.lines = strings.Split(strings.TrimRight(body, "\n"), "\n")
		if v := s.one("use"); v != "" {
			s.use = Use(v)
		}
		for _, c := range strings.Split(s.one("columns"), ",") {
			if letter, m, ok := strings.Cut(strings.TrimSpace(c), " "); ok {
				_, at, _ := sheet.ParseCell(letter + "1")
				s.columns[at] = Meaning(m)
			}
		}
		for n := range numbers(s.one("header")) {
			s.header = append(s.header, n)
		}
		slices.Sort(s.header)
		s.items, s.sections = numbers(s.one("items")), numbers(s.one("sections"))
		f.sheets = append(f.sheets, s)
	}
	f.form = f.sheets[0].one("form")
	f.data = f.made(t)
	return f
}

func (s *labelled) one(key string) string {
	if v := s.set[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// numbers reads 3-5, 8.
func numbers(s string) map[int]bool {
	out := map[int]bool{}
	for _, part := range strings.Split(s, ",") {
		from, to, two := strings.Cut(strings.TrimSpace(part), "-")
		a, err := strconv.Atoi(from)
		if err != nil {
			continue
		}
		b := a
		if two {
			b, _ = strconv.Atoi(to)
		}
		for ; a <= b; a++ {
			out[a] = true
		}
	}
	return out
}

// made makes the file's bytes.
func (f *fixture) made(t testing.TB) []byte {
	t.Helper()
	first := f.sheets[0]
	switch f.form {
	case "xlsx":
		var sheets []sheettest.Sheet
		for _, s := range f.sheets {
			sheets = append(sheets, s.workbookSheet())
		}
		return sheettest.Workbook(sheets...)
	case "docx":
		var body []string
		for _, s := range f.sheets {
			if s.use != "" && s.set["sheet"] != nil {
				body = append(body, sheettest.Paragraph("berschrift1", "", s.one("sheet")))
			}
			var rows [][]string
			for _, l := range s.lines {
				rows = append(rows, cut(l))
			}
			body = append(body, sheettest.DocumentTable(rows), sheettest.Paragraph("", "", ""))
		}
		return sheettest.Document(body...)
	case "csv":
		return first.delimited(t)
	}
	return []byte(strings.Join(first.lines, "\n"))
}

func cut(line string) []string {
	cells := strings.Split(line, "|")
	for i := range cells {
		cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), `\n`, "\n")
	}
	return cells
}

func (s *labelled) workbookSheet() sheettest.Sheet {
	out := sheettest.Sheet{Name: s.one("sheet"), Merges: strings.Fields(s.one("merge")), Choices: map[string]string{}, Hidden: s.one("hidden") != "",
		HiddenRows: numbers(s.one("hiderows")), HiddenColumns: map[int]bool{}}
	out.Frozen, _ = strconv.Atoi(s.one("frozen"))
	for _, c := range strings.Fields(s.one("hidecolumns")) {
		_, at, _ := sheet.ParseCell(c + "1")
		out.HiddenColumns[at] = true
	}
	for _, c := range s.set["choices"] {
		cells, from, _ := strings.Cut(c, " ")
		out.Choices[cells] = from
	}
	for _, l := range s.lines {
		var row []sheettest.Cell
		for _, text := range cut(l) {
			row = append(row, cellOf(text))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func cellOf(text string) sheettest.Cell {
	if inner, ok := strings.CutPrefix(text, "*"); ok && strings.HasSuffix(inner, "*") && len(inner) > 1 {
		c := cellOf(strings.TrimSuffix(inner, "*"))
		c.Bold = true
		return c
	}
	inner, ok := strings.CutPrefix(text, "{")
	if !ok || !strings.HasSuffix(inner, "}") {
		return sheettest.Cell{Text: text}
	}
	inner = strings.TrimSuffix(inner, "}")
	if day, ok := strings.CutPrefix(inner, "day "); ok {
		return sheettest.Cell{Text: day, Day: true}
	}
	if value, ok := strings.CutPrefix(inner, "="); ok {
		return sheettest.Cell{Text: value, Formula: true}
	}
	return sheettest.Cell{Text: inner, Number: true}
}

// delimited writes the rows with the fixture's delimiter and encoding.
func (s *labelled) delimited(t testing.TB) []byte {
	t.Helper()
	d := s.one("delimiter")
	if d == "tab" {
		d = "\t"
	}
	var b bytes.Buffer
	for _, l := range s.lines {
		cells := cut(l)
		for i, c := range cells {
			if strings.ContainsAny(c, d+"\"\n") {
				cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
		}
		b.WriteString(strings.Join(cells, d) + "\r\n")
	}
	if s.one("encoding") == "windows-1252" {
		out, err := charmap.Windows1252.NewEncoder().Bytes(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	return b.Bytes()
}

// book reads the fixture's file.
func (f *fixture) book(t testing.TB) *sheet.Book {
	t.Helper()
	var b *sheet.Book
	var err error
	if f.form == "text" {
		b, err = sheet.ReadText(string(f.data), sheet.Limits{})
	} else {
		b, err = sheet.Read(bytes.NewReader(f.data), int64(len(f.data)), sheet.Limits{})
	}
	if err != nil {
		t.Fatalf("%s: %v", f.name, err)
	}
	return b
}
