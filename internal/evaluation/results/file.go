// Package results takes the results of an evaluation from a file: rows of a criterion, a value
// with its unit, a day, who ran it and a note. Read reads the file, outside of any act; Import
// is the act that matches its rows with criteria and records them.
package results

import (
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"throughline/internal/clock"
	"throughline/internal/table"
)

// Run is one row of a results file, read and not yet matched with a criterion.
type Run struct {
	Line      int
	Criterion string // as written: C4, NWF-7, or the criterion's sentence
	Value     *float64
	Passed    *bool
	Unit      string
	On        clock.Date
	At        clock.Instant
	By        string // a name
	Note      string
}

// mostRuns is more results than one evaluation has; it bounds one act.
const mostRuns = 5000

// columnWords are the words that exports use for each column.
var columnWords = map[string][]string{
	"criterion": {"criterion", "key", "id", "criteria", "test"},
	"value":     {"value", "result", "measured", "actual"},
	"unit":      {"unit", "units"},
	"date":      {"date", "at", "on", "day", "when", "run on"},
	"by":        {"by", "run by", "tester", "who", "measured by"},
	"note":      {"note", "notes", "comment", "comments", "remark"},
}

func columnOf(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for column, words := range columnWords {
		for _, w := range words {
			if w == name {
				return column
			}
		}
	}
	return ""
}

// Read reads a results file: columns criterion, value, unit, date, by and note, in any
// order and dialect. Rows that cannot be read come back as faults with their line, the others
// as runs. The error is for a file of which nothing can be read.
func Read(src io.ReadSeeker) ([]Run, []table.Fault, error) {
	t, err := table.Open(src, table.Options{Known: func(name string) bool { return columnOf(name) != "" }})
	if err != nil {
		return nil, nil, err
	}
	at := map[string]int{}
	for i, name := range t.Header {
		if c := columnOf(name); c != "" {
			if _, twice := at[c]; twice {
				return nil, nil, &table.Fault{Line: t.HeaderLine, Column: name, Reason: "Two columns could be the " + c + ". Leave one of them out.", Fatal: true}
			}
			at[c] = i
		}
	}
	for _, c := range []string{"criterion", "value"} {
		if _, ok := at[c]; !ok {
			return nil, nil, &table.Fault{Line: t.HeaderLine, Reason: "There is no column " + c + ". The columns are criterion, value, unit, date, by, note.", Fatal: true}
		}
	}
	return readRuns(t, at)
}

func readRuns(t *table.Table, at map[string]int) (runs []Run, faults []table.Fault, err error) {
	order := dateOrder(t, at)
	for rec, err := range t.Records(nil) {
		var bad *table.Fault
		switch {
		case errors.As(err, &bad):
		case err != nil:
			return nil, nil, err
		default:
			bad = t.Whole(rec)
		}
		if bad == nil {
			var r Run
			if r, bad = readRun(t, rec, at, order); bad == nil {
				runs = append(runs, r)
			}
		}
		if bad != nil {
			faults = append(faults, *bad)
		}
		if len(runs) > mostRuns {
			return nil, nil, &table.Fault{Line: rec.Line, Reason: "A results file holds at most " + strconv.Itoa(mostRuns) + " rows. Split it.", Fatal: true}
		}
	}
	return runs, faults, nil
}

// dateOrder learns from the whole file whether days or months stand first.
func dateOrder(t *table.Table, at map[string]int) table.Order {
	i, ok := at["date"]
	if !ok {
		return ""
	}
	var tally table.DateTally
	for rec, err := range t.Records(nil) {
		if err == nil && i < len(rec.Cells) {
			tally.Add(rec.Line, rec.Cells[i])
		}
	}
	return tally.Order()
}

func readRun(t *table.Table, rec table.Record, at map[string]int, order table.Order) (Run, *table.Fault) {
	cell := func(c string) string {
		if i, ok := at[c]; ok {
			return strings.TrimSpace(rec.Cells[i])
		}
		return ""
	}
	wrong := func(c, reason string) *table.Fault {
		return &table.Fault{Line: rec.Line, Column: t.Header[at[c]], Value: table.Clip(cell(c)), Reason: reason}
	}
	r := Run{Line: rec.Line, Criterion: cell("criterion"), Unit: cell("unit"), By: cell("by"), Note: cell("note")}
	if r.Criterion == "" {
		return r, wrong("criterion", "Say which criterion this is: its key, as C4.")
	}
	if reason := r.readValue(cell("value")); reason != "" {
		return r, wrong("value", reason)
	}
	if reason := r.readDay(cell("date"), order); reason != "" {
		return r, wrong("date", reason)
	}
	return r, nil
}

// verdictWords are what people write where there is nothing to measure.
var verdictWords = map[string]bool{"yes": true, "pass": true, "passed": true, "ok": true, "true": true,
	"no": false, "fail": false, "failed": false, "false": false}

// readValue reads '8.5', '8,5', '8.5 min' or 'passed'; the reason says why it cannot.
func (r *Run) readValue(s string) (reason string) {
	if s == "" {
		return "There is no value. A criterion that was not run is left out of the file."
	}
	if passed, ok := verdictWords[strings.ToLower(s)]; ok {
		r.Passed = &passed
		return ""
	}
	number, unit := s, ""
	if i := strings.IndexFunc(s, func(c rune) bool { return !strings.ContainsRune("0123456789.,+-−' \u00a0", c) }); i > 0 {
		number, unit = strings.TrimSpace(s[:i]), strings.TrimSpace(s[i:])
	}
	number = strings.ReplaceAll(number, "−", "-")
	if i := strings.IndexByte(number, ','); i >= 0 {
		if strings.Count(number, ",") > 1 || strings.Contains(number, ".") || len(number)-i == 4 {
			return "Can be read in more than one way. Write it without marks between thousands, as 1250.5."
		}
		number = strings.Replace(number, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return "Is neither a number nor one of passed, failed, yes, no."
	}
	if unit != "" && r.Unit != "" && !strings.EqualFold(unit, r.Unit) {
		return "Has a unit beside the number that is not the one in the column of units."
	}
	if r.Unit == "" {
		r.Unit = unit
	}
	r.Value = &v
	return ""
}

// readDay reads a day, or a moment as 2026-04-02T14:30:00Z.
func (r *Run) readDay(s string, order table.Order) (reason string) {
	if s == "" {
		return ""
	}
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		r.At = clock.At(at)
		return ""
	}
	d, err := table.ParseDate(s, order)
	var doubt *table.Unreadable
	if errors.As(err, &doubt) && doubt.Asked {
		return "Could be two different days. Write it as 2026-04-09."
	}
	if err != nil {
		return err.Error()
	}
	if !d.IsZero() {
		r.On = clock.Date(d.String())
	}
	return ""
}
