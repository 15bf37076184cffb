package pay

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/table"
)

// columns are those of a file of bands.
var columns = []string{"role", "level", "currency", "low", "high", "base_share"}

const (
	rowLimit   = 1000
	faultLimit = 20
)

// reader reads a file of bands and gathers what is wrong with it.
type reader struct {
	name   string
	faults []problem.Field
	sheet  Sheet
	lines  []int // of the rows
}

// ReadSheet reads bands from a delimited file with the columns role, level, currency, low, high
// and base_share, the last in percent. A role may have several rows at a level that differ in
// base_share only. Anything that cannot stand is refused with its line and column.
func ReadSheet(src io.ReadSeeker, name string, g *guide.Guide) (Sheet, error) {
	t, err := table.Open(src, table.Options{Limits: table.Limits{Columns: 100, FieldBytes: 4096, RecordBytes: 1 << 16, BadRecords: 20}})
	if err != nil {
		return Sheet{}, problem.New(problem.Invalid, "%s: %v", name, err)
	}
	r := &reader{name: name}
	place, err := where(t, name)
	if err != nil {
		return Sheet{}, err
	}
	for rec, err := range t.Records(nil) {
		if len(r.sheet.Rows) >= rowLimit || len(r.faults) >= faultLimit {
			break
		}
		if err != nil {
			r.faults = append(r.faults, problem.Field{Name: name, What: err.Error()})
			continue
		}
		if f := t.Whole(rec); f != nil {
			r.faults = append(r.faults, problem.Field{Name: name, What: f.Error()})
			continue
		}
		r.row(rec.Line, func(column string) string { return strings.TrimSpace(rec.Cells[place[column]]) })
	}
	switch {
	case len(r.faults) > 0:
		return Sheet{}, &problem.Error{Kind: problem.Invalid, What: "These bands cannot be checked.", Fields: r.faults}
	case len(r.sheet.Rows) == 0:
		return Sheet{}, problem.New(problem.Invalid, "%s holds no band below its header.", name)
	case len(r.sheet.Rows) >= rowLimit:
		return Sheet{}, problem.New(problem.Invalid, "%s holds %d bands or more; check fewer at once.", name, rowLimit)
	}
	r.sheet.arrange(g)
	return r.sheet, nil
}

func where(t *table.Table, name string) (map[string]int, error) {
	place := map[string]int{}
	for _, twice := range t.Twice() {
		return nil, problem.New(problem.Invalid, "%s line %d: The column %q stands twice. Leave out one.", name, t.HeaderLine, twice)
	}
	for _, c := range columns {
		if place[c] = t.Column(c); place[c] < 0 {
			return nil, problem.New(problem.Invalid, "%s line %d: The column %s is missing. The columns are %s.", name, t.HeaderLine, c, strings.Join(columns, ","))
		}
	}
	return place, nil
}

func (r *reader) fail(line int, column, format string, args ...any) {
	r.faults = append(r.faults, problem.Field{Name: fmt.Sprintf("%s line %d, %s", r.name, line, column), What: fmt.Sprintf(format, args...)})
}

func (r *reader) row(line int, cell func(string) string) {
	before := len(r.faults)
	b := guide.Band{Role: strings.ToLower(cell("role")), Level: strings.ToLower(cell("level")), Currency: strings.ToUpper(cell("currency"))}
	if b.Role != "se" && b.Role != "sa" {
		r.fail(line, "role", "%q is no role here; write se or sa.", table.Clip(cell("role")))
	}
	if b.Level == "" {
		r.fail(line, "level", "Is empty; name the level.")
	}
	if !table.IsCurrency(b.Currency) {
		r.fail(line, "currency", "%q is no currency code like USD.", table.Clip(cell("currency")))
	}
	var err error
	if b.Low, err = guide.ParseMoney(cell("low")); err != nil {
		r.fail(line, "low", "%v.", err)
	} else if b.Low == 0 {
		r.fail(line, "low", "Is 0; a band begins above nothing.")
	}
	if b.High, err = guide.ParseMoney(cell("high")); err != nil {
		r.fail(line, "high", "%v.", err)
	} else if b.High < b.Low {
		r.fail(line, "high", "%s is less than the low end %s. Exchange them.", cell("high"), cell("low"))
	}
	split, err := guide.ParseShare(cell("base_share"))
	if err != nil {
		r.fail(line, "base_share", "%v.", err)
	}
	if len(r.faults) == before {
		r.keep(line, Row{b, split})
	}
}

// keep takes a row that can stand beside those before.
func (r *reader) keep(line int, row Row) {
	b := row.Band
	for i, other := range r.sheet.Rows {
		switch {
		case other.Band.Currency != b.Currency:
			r.fail(line, "currency", "%s beside %s in line %d: amounts are never converted in silence. Check one currency at a time.", b.Currency, other.Band.Currency, r.lines[i])
			return
		case other.Band.Role != b.Role || other.Band.Level != b.Level:
		case other.Band.Low != b.Low || other.Band.High != b.High:
			r.fail(line, "low", "%s at %s has another band in line %d. Keep the one in force.", b.Role, b.Level, r.lines[i])
			return
		case other.Split == row.Split:
			r.fail(line, "role", "Says what line %d says. Leave out one.", r.lines[i])
			return
		}
	}
	if b.Low == b.High {
		r.sheet.Warnings = append(r.sheet.Warnings, fmt.Sprintf("%s line %d: low and high are the same, so a position in the band has no meaning.", r.name, line))
	}
	r.sheet.Rows, r.lines = append(r.sheet.Rows, row), append(r.lines, line)
}
