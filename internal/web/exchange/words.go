package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/table"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// shown is how many refused rows, warnings and rows a page lists.
const shown = 100

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
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
	out := thousands(f.Rows) + " rows"
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
	return fmt.Sprintf("“%s” on line %d can be read in more than one way, and nothing in the file decides. %s wait for your answer below; until then they are refused.",
		q.Value, q.Line, kit.Sentence(kit.Counted(q.Rows, "row", "rows")))
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

func refusals(caption string, all []crm.Refusal) look.TableView {
	t := look.TableView{Caption: caption, Columns: []look.Column{{Label: "Where"}, {Label: "Column"}, {Label: "Value"}, {Label: "Why, and what to do", Wide: true}}}
	for _, e := range all[:min(len(all), shown)] {
		where := e.File
		if e.Line > 0 {
			where += ", line " + thousands(e.Line)
		}
		why := e.Reason
		if e.Rows > 1 {
			why += " (" + thousands(e.Rows) + " rows)"
		}
		t.Rows = append(t.Rows, look.Row{Cells: []templ.Component{look.Num(where), look.Text(e.Column), look.Soft(e.Value), look.Text(why)}})
	}
	return t
}
