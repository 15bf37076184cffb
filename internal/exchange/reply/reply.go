package reply

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"

	"throughline/internal/blob"
	"throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/fill"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/sheet"
)

// Reply is a list answered in its own file.
type Reply struct {
	Name     string `json:"file_name"`
	File     []byte `json:"-"`
	Rows     int    `json:"rows"`           // requirements in the file
	Answered int    `json:"answered"`       // of them with something to say on the thread
	Filled   int    `json:"filled"`         // cells
	Same     string `json:"same,omitempty"` // why the copy is the file as it came; empty where cells are filled
	Lines    []Line `json:"lines"`
}

// Line is one row of the file: what is written, or why it stays as it is.
type Line struct {
	Number      string   `json:"number"`
	Place       string   `json:"place"`
	Wording     string   `json:"wording"`
	Requirement string   `json:"requirement,omitempty"` // its id
	Cells       []Cell   `json:"cells,omitempty"`
	Why         []string `json:"why,omitempty"`
}

// Cell is a cell that is filled.
type Cell struct {
	Name string `json:"cell"`
	Text string `json:"text"`
}

// Of answers a list of a deal. kept are the files of the workspace.
func Of(ctx context.Context, r *journal.Reader, kept blob.Store, call discovery.Call) (*Reply, error) {
	file, err := Original(ctx, kept, call)
	if err != nil {
		return nil, err
	}
	l, err := list.Read(bytes.NewReader(file), call.Said, nil)
	if err != nil {
		return nil, err
	}
	found, err := discovery.OfCall(ctx, r, call.ID)
	if err != nil {
		return nil, err
	}
	stands, err := standings(ctx, r, call.Deal)
	if err != nil {
		return nil, err
	}
	out := &Reply{Name: answered(call.FileName), Rows: len(l.Rows)}
	return out, out.fill(l, file, found, stands)
}

// Original is the file as it came. It is gone with the words of the one who gave it.
func Original(ctx context.Context, kept blob.Store, call discovery.Call) ([]byte, error) {
	switch {
	case call.Form != discovery.FormList:
		return nil, problem.Refuse("“%s” is no list.", call.Title)
	case call.State == discovery.Forgotten, call.FileKey.Gone(), call.FileKey.String() == seal.Erased:
		return nil, problem.Refuse("The file of “%s” was erased with the words of the one who gave it.", call.Title)
	case call.SealedFile == "":
		return nil, problem.Refuse("The file of “%s” is not kept.", call.Title)
	}
	return kept.Unseal(ctx, call.SealedFile, call.FileKey.String())
}

// answered is the name of the copy.
func answered(name string) string {
	end := path.Ext(name)
	return strings.TrimSuffix(name, end) + " answered" + end
}

// fill puts what stands into the cells.
func (out *Reply) fill(l *list.List, file []byte, found []discovery.Candidate, stands map[string]standing) error {
	of := map[string]discovery.Candidate{}
	for _, c := range found {
		if c.Place != "" && c.Version != discovery.GoneRow {
			of[c.Place] = c
		}
	}
	language := languageOf(l.Entries)
	var values []fill.Value
	lineOf := map[fill.Value]int{}
	cellsThere := false
	for i, row := range l.Rows {
		e := l.Entries[i]
		cellsThere = cellsThere || len(e.Answers) > 0
		line := Line{Number: row.Number, Place: row.Place, Wording: row.Wording}
		s, why := standsOn(of[row.Place], stands)
		if why != "" {
			line.Why = append(line.Why, why)
		} else {
			out.Answered++
			line.Requirement = of[row.Place].Requirement
			mine, left := cells(e, s, language)
			line.Why = left
			for _, v := range mine {
				values, lineOf[v] = append(values, v), i
			}
			if len(mine)+len(left) == 0 {
				line.Why = append(line.Why, "No cell of its row takes what stands on the thread.")
			}
		}
		out.Lines = append(out.Lines, line)
	}
	var copied bytes.Buffer
	report, err := fill.Copy(&copied, bytes.NewReader(file), int64(len(file)), l.Book, values)
	if err != nil {
		return err
	}
	out.File, out.Filled = copied.Bytes(), report.Filled
	out.tell(values, report, lineOf)
	out.Same = same(l, out, cellsThere)
	return nil
}

// tell says at each line what was written and what was not.
func (out *Reply) tell(values []fill.Value, report fill.Report, lineOf map[fill.Value]int) {
	left := map[fill.Value]bool{}
	for _, x := range report.Left {
		left[x.Value] = true
		line := &out.Lines[lineOf[x.Value]]
		line.Why = append(line.Why, sheet.CellName(x.Row, x.Column)+": "+x.Why)
	}
	for _, v := range values {
		if !left[v] {
			line := &out.Lines[lineOf[v]]
			line.Cells = append(line.Cells, Cell{sheet.CellName(v.Row, v.Column), v.Text})
		}
	}
}

// standsOn is what the thread says to a row, or why it says nothing.
func standsOn(c discovery.Candidate, stands map[string]standing) (standing, string) {
	switch {
	case c.ID == "":
		return standing{}, "It was not taken in."
	case c.Requirement == "" && c.State == discovery.Found:
		return standing{}, "It waits to be reviewed."
	case c.Requirement == "" && c.Reason != "":
		return standing{}, "It was rejected: " + c.Reason
	case c.Requirement == "" && c.State == discovery.Carried:
		return standing{}, "It goes on in a newer version of the list."
	case c.Requirement == "":
		return standing{}, "It became no requirement."
	case c.State == discovery.Found:
		return standing{}, "It changed since the earlier list, and nobody decided on that yet."
	}
	s := stands[c.Requirement]
	switch {
	case s.gone != "":
		return s, "Its requirement was withdrawn: " + s.gone
	case s.verdict == "" && s.words == "":
		return s, "Its requirement has no approved answer and no mark of feasibility."
	}
	return s, ""
}

// same says why nothing of the file changed.
func same(l *list.List, out *Reply, cellsThere bool) string {
	switch {
	case out.Filled > 0:
		return ""
	case l.Book.Form != sheet.Workbook && l.Book.Form != sheet.Delimited:
		return "A file of this form is not filled in: it is given back as it came. Excel workbooks and CSV files are."
	case !cellsThere:
		return "The file has no column for a response or a comment: it is given back as it came."
	case out.Answered == 0:
		return "Nothing on the thread answers a row of it yet: it is given back as it came."
	}
	return fmt.Sprintf("None of the cells could be filled (%d rows have something to say): it is given back as it came.", out.Answered)
}
