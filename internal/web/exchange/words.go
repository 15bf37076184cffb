package exchange

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/content"
	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/table"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// shown is how many refused rows, warnings and rows a page lists.
const shown = 100

func thousands(n int) string { return content.Whole(int64(n)) }

func rows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return thousands(n) + " rows"
}

// where is a row's place: 'deals.csv, line 12'.
func where(file string, line int) string {
	if line == 0 {
		return file
	}
	return file + ", line " + thousands(line)
}

func fileNames(r intake.Run) string {
	names := make([]string, 0, len(r.Files))
	for _, f := range r.Files {
		names = append(names, f.Name)
	}
	if len(names) > 2 {
		names = append(names[:2], fmt.Sprintf("%d more", len(r.Files)-2))
	}
	if len(names) == 0 {
		return "files"
	}
	return strings.Join(names, ", ")
}

func fileWords(f intake.Read) string {
	out := rows(f.Rows)
	if f.Refused > 0 {
		out += ", " + thousands(f.Refused) + " refused"
	}
	if f.Footers > 0 {
		out += ", " + kit.Counted(f.Footers, "line", "lines") + " of the report’s footer left out"
	}
	if f.Deleted > 0 {
		out += ", " + kit.Counted(f.Deleted, "row", "rows") + " deleted in the CRM left out"
	}
	return out + "."
}

// questionWords puts a question as a person hears it, with the value that shows the doubt.
func questionWords(q table.Question) string {
	return fmt.Sprintf("“%s” on line %d can be read in more than one way, and nothing in the file decides. Until you answer below, %s refused.",
		q.Value, q.Line, kit.Counted(q.Rows, "row is", "rows are"))
}

var dateChoices = []look.Option{{Value: "", Label: "as the file shows"}, {Value: string(table.DayFirst), Label: "day first: 18.12.2026"},
	{Value: string(table.MonthFirst), Label: "month first: 12/18/2026"}, {Value: string(table.YearFirst), Label: "year first: 2026-12-18"}}

var amountChoices = []look.Option{{Value: "", Label: "as the file shows"}, {Value: string(table.DecimalPoint), Label: "decimal point: 1,250,000.00"},
	{Value: string(table.DecimalComma), Label: "decimal comma: 1.250.000,00"}}

// fieldWords names a field as a person reads it: 'Close date'.
func fieldWords(f crm.Field) string {
	words := strings.ReplaceAll(string(f), "_", " ")
	if rest, ok := strings.CutSuffix(words, " id"); ok {
		words = rest + " ID"
	}
	return kit.Sentence(words)
}

// mapped is what a reason says of the map, which is a file of the command line.
var mapped = []struct {
	words *regexp.Regexp
	page  string
}{
	{regexp.MustCompile(` Set "(dates|amounts)" to .* in the map\.`), " Say how $1 are written under “How it is read”."},
	{regexp.MustCompile(` Set "currency" in the map, such as "EUR";`), " Say which it is under “How it is read”;"},
	{regexp.MustCompile(`, set "(dates|amounts)" in the map\.`), ", say so under “How it is read”."},
	{regexp.MustCompile(` Say what it means in the map: .*$`), ""},
	{regexp.MustCompile(` Name it in the map: .*?\}\.`), " Say which it is under “How it is read”."},
}

// onPage is a reason as this page can be answered.
func onPage(reason string) string {
	for _, m := range mapped {
		reason = m.words.ReplaceAllString(reason, m.page)
	}
	return reason
}

func refusals(caption string, all []crm.Refusal) look.TableView {
	t := look.TableView{Caption: caption, Columns: []look.Column{{Label: "Why, and what to do", Wide: true}, {Label: "Row"}}}
	for _, e := range all[:min(len(all), shown)] {
		at := strings.TrimSuffix(strings.TrimPrefix(e.Column+": “"+e.Value+"”", ": "), ": “”")
		if e.Rows > 1 {
			at += " (" + rows(e.Rows) + ")"
		}
		t.Rows = append(t.Rows, look.Row{Cells: []templ.Component{look.Row2(look.Text(onPage(e.Reason)), look.Text(strings.TrimSuffix(at, "“”"))), look.Num(where(e.File, e.Line))}})
	}
	return t
}
