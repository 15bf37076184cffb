package staffing

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/table"
)

const (
	faultLimit = 20
	weekHours  = 168
	mostHours  = 10_000 // of one request
)

// sheet is a file being read: what is wrong with it is gathered, with line and column.
type sheet struct {
	name   string
	faults []problem.Field
	seen   map[string]int // id to line
}

// row is one record by the names of its columns.
type row struct {
	line int
	cell func(column string) string
}

// read hands every whole row of a delimited file to take.
func (s *sheet) read(src io.ReadSeeker, columns []string, most int, take func(row)) error {
	t, err := table.Open(src, table.Options{Limits: table.Limits{Columns: 100, FieldBytes: 1 << 16, RecordBytes: 1 << 17, BadRecords: faultLimit}})
	if err != nil {
		return problem.New(problem.Invalid, "%s: %v", s.name, err)
	}
	for _, twice := range t.Twice() {
		return problem.New(problem.Invalid, "%s line %d: The column %q stands twice. Leave out one.", s.name, t.HeaderLine, twice)
	}
	for _, c := range columns {
		if t.Column(c) < 0 {
			return problem.New(problem.Invalid, "%s line %d: The column %s is missing. The columns are %s.", s.name, t.HeaderLine, c, strings.Join(columns, ","))
		}
	}
	s.seen = map[string]int{}
	n := 0
	for rec, err := range t.Records(nil) {
		if n++; n > most || len(s.faults) >= faultLimit {
			break
		}
		if err != nil {
			s.faults = append(s.faults, problem.Field{Name: s.name, What: err.Error()})
		} else if f := t.Whole(rec); f != nil {
			s.faults = append(s.faults, problem.Field{Name: s.name, What: f.Error()})
		} else {
			take(row{rec.Line, func(c string) string {
				if at := t.Column(c); at >= 0 {
					return strings.TrimSpace(rec.Cells[at])
				}
				return "" // a column that may be there
			}})
		}
	}
	switch {
	case len(s.faults) > 0:
		return &problem.Error{Kind: problem.Invalid, What: "It cannot be planned from these rows.", Fields: s.faults}
	case n > most:
		return problem.New(problem.Invalid, "%s holds more than %d rows. Plan teams one by one.", s.name, most)
	}
	return nil
}

func (s *sheet) fail(r row, column, format string, args ...any) {
	s.faults = append(s.faults, problem.Field{Name: fmt.Sprintf("%s line %d, %s", s.name, r.line, column), What: fmt.Sprintf(format, args...)})
}

// id demands an id that stands once.
func (s *sheet) id(r row) string {
	id := r.cell("id")
	switch before, twice := s.seen[id]; {
	case id == "":
		s.fail(r, "id", "Is empty.")
	case twice:
		s.fail(r, "id", "%q stands in line %d too. Leave out one.", table.Clip(id), before)
	default:
		s.seen[id] = r.line
	}
	return id
}

// ReadPeople reads people with the columns id, hours, utc, se, sa and knows: hours of the week,
// the clock from UTC, the fit for each role in percent (empty: not in that role), and accounts
// known, separated by blanks. The columns speaks (languages), conflicts (accounts they may not work
// on) and grows (roles they wish to grow into), separated by blanks too, may be there.
func ReadPeople(src io.ReadSeeker, name string) ([]Person, error) {
	s := &sheet{name: name}
	var out []Person
	err := s.read(src, []string{"id", "hours", "utc", "se", "sa", "knows"}, peopleLimit, func(r row) {
		p := Person{ID: s.id(r), Hours: s.hours(r, weekHours), Clock: s.clock(r), Fit: map[string]int{}, Knows: strings.Fields(r.cell("knows")),
			Speaks: strings.Fields(r.cell("speaks")), Conflicts: strings.Fields(r.cell("conflicts")), Grows: s.roles(r)}
		for _, role := range []string{"se", "sa"} {
			if r.cell(role) == "" {
				continue
			}
			fit, err := readFit(r.cell(role))
			if err != nil {
				s.fail(r, role, "%v.", err)
			}
			p.Fit[role] = fit
		}
		out = append(out, p)
	})
	return out, err
}

// Asked is a file of requests, with the hours of them that are fixed and those of the plan that
// stands.
type Asked struct {
	Requests        []Request
	Locked, Present []Choice
}

// ReadRequests reads requests with the columns id, account, role, hours and utc. The columns
// language, and locked and present (hours of people, as ana:4 ben:2), may be there.
func ReadRequests(src io.ReadSeeker, name string) (Asked, error) {
	s := &sheet{name: name}
	var out Asked
	err := s.read(src, []string{"id", "account", "role", "hours", "utc"}, requestLimit, func(r row) {
		q := Request{ID: s.id(r), Account: r.cell("account"), Role: strings.ToLower(r.cell("role")), Hours: s.hours(r, mostHours), Clock: s.clock(r), Language: r.cell("language")}
		if q.Role != "se" && q.Role != "sa" {
			s.fail(r, "role", "%q is no role here; write se or sa.", table.Clip(r.cell("role")))
		}
		if len(strings.Fields(q.Account)) != 1 {
			s.fail(r, "account", "%q is not one word. Accounts are separated by blanks where a person knows them; write each as one word.", table.Clip(q.Account))
		}
		if len(strings.Fields(q.Language)) > 1 {
			s.fail(r, "language", "%q is not one word. Name one language.", table.Clip(q.Language))
		}
		out.Requests = append(out.Requests, q)
		out.Locked = append(out.Locked, s.choices(r, "locked", q.ID)...)
		out.Present = append(out.Present, s.choices(r, "present", q.ID)...)
	})
	return out, err
}
