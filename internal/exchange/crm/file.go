package crm

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"throughline/internal/table"
)

// keptAtMost bounds the refusals and the warnings that one file keeps, so that
// a long file of bad rows costs no more memory than a short one. All are counted.
const keptAtMost = 10000

// File is an opened export: what it is, what its columns hold, what it leaves
// open. Its rows are read by [File.Records], as often as wanted; the fields
// below the line tell about the last time.
type File struct {
	Name      string
	Source    Source
	Map       Map              // the map in force: the given one, and what was recognised
	Questions []table.Question // what a person must say; rows that wait for it are refused
	Rows      int              // records counted in the first pass, for progress
	Size      int64            // bytes
	Encoding  table.Encoding
	Delimiter byte

	Errors       []Refusal // refused rows, at most 10,000
	ErrorCount   int
	Warnings     []Refusal // about rows that were taken, each kind of fault once a value
	Footers      []Dropped // lines of a report's footer
	Deleted      int       // rows that the CRM calls deleted
	HeadersAgain int       // the header standing again among the rows

	table   *table.Table
	column  map[Field]int
	dates   map[Field]table.Order
	amounts table.Marks
	stages  map[string]string
	types   map[string]string
	opening []Refusal // warnings found while opening
	warned  map[warning]int
	seen    map[uint64]int
	err     error
}

// Open recognises an export and learns its conventions in a first pass. name is
// the file's name for reports. What cannot be read at all is a *[table.Fault].
func Open(name string, src io.ReadSeeker, m Map) (*File, error) {
	if err := m.Check(); err != nil {
		return nil, err
	}
	t, err := openTable(src, m)
	if err != nil {
		return nil, err
	}
	f := &File{Name: name, Map: m, table: t, Size: t.Size, Encoding: t.Encoding, Delimiter: t.Delimiter,
		stages: folded(m.Stages), types: folded(m.Types)}
	if err := f.recognise(); err != nil {
		return nil, err
	}
	if err := f.survey(); err != nil {
		return nil, err
	}
	return f, nil
}

// Columns gives the names in a file's header, for a person who writes a map.
func Columns(src io.ReadSeeker, m Map) ([]string, error) {
	t, err := openTable(src, m)
	if err != nil {
		return nil, err
	}
	return t.Header, nil
}

func openTable(src io.ReadSeeker, m Map) (*table.Table, error) {
	mapped := map[string]bool{}
	for _, column := range m.Columns {
		mapped[fold(column)] = column != ""
	}
	o := table.Options{Encoding: m.Encoding, Known: func(column string) bool {
		key := fold(column)
		return knownNames[key] || mapped[key]
	}}
	if m.Delimiter != "" {
		o.Delimiter = m.Delimiter[0]
	}
	return table.Open(src, o)
}

// recognise finds the source and the place of every field.
func (f *File) recognise() error {
	s := recognise(f.table.Header)
	switch {
	case s != nil:
		f.Source = *s
	case len(f.Map.Columns) == 0:
		return f.unknown()
	default:
		f.Source = Source{System: "list", Object: objectOf(f.Map.Columns), Form: "mapped list"}
	}
	if f.Map.Object != "" {
		f.Source.Object = f.Map.Object
	}
	if f.Map.Source != "" {
		f.Source.System = f.Map.Source
	}
	f.column = map[Field]int{}
	for field, names := range f.Source.column {
		for _, n := range strings.Split(names, "|") {
			if i := f.place(n); i >= 0 {
				f.column[field] = i
				break
			}
		}
	}
	for _, field := range slices.Sorted(maps.Keys(f.Map.Columns)) {
		name := f.Map.Columns[field]
		if name == "" {
			delete(f.column, field)
			continue
		}
		i := f.place(name)
		if i < 0 {
			return f.fault("The map says that %q holds the field %s, but the header has no such column. It has: %s.", name, field, f.header())
		}
		f.column[field] = i
	}
	if err := f.enough(); err != nil {
		return err
	}
	f.Map.Columns = map[Field]string{}
	for field, i := range f.column {
		f.Map.Columns[field] = f.table.Header[i]
	}
	f.Map.Object, f.Map.Source = f.Source.Object, f.Source.System
	return nil
}

// place finds a column by its name, however it is spelt; -1 if there is none.
func (f *File) place(name string) int {
	if i := f.table.Column(name); i >= 0 {
		return i
	}
	key := fold(name)
	return slices.IndexFunc(f.table.Header, func(h string) bool { return key != "" && fold(h) == key })
}

// objectOf says what rows are about by the fields that a map gives.
func objectOf(columns map[Field]string) Object {
	switch {
	case columns[fOpportunity] != "":
		return Opportunities
	case columns[fContact] != "" || columns[fLastName] != "" || columns[fFirstName] != "":
		return Contacts
	}
	return Accounts
}

// enough refuses a file without the columns that every row needs, and one in
// which a needed column stands twice.
func (f *File) enough() error {
	needs := [][]Field{{fAccount, fAccountID}}
	switch f.Source.Object {
	case Opportunities:
		needs = append(needs, []Field{fOpportunity})
	case Contacts:
		needs = append(needs, []Field{fContact, fLastName, fFirstName})
	case Accounts:
		needs = [][]Field{{fAccount}}
	}
	for _, need := range needs {
		if !slices.ContainsFunc(need, func(field Field) bool { _, ok := f.column[field]; return ok }) {
			return f.fault("No column holds the field %s. Name it in the map: \"columns\": {%q: \"…\"}. The header has: %s.", need[0], need[0], f.header())
		}
	}
	twice := f.table.Twice()
	for _, field := range fields {
		if i, ok := f.column[field]; ok && slices.Contains(twice, f.table.Header[i]) {
			name := f.table.Header[i]
			return f.fault("The column %q, which holds the field %s, stands twice in the header. Rename or leave out one of them.", name, field)
		}
	}
	return nil
}

func (f *File) unknown() error {
	return f.fault("These columns are of no CRM that is known: %s. Write a map that says which of them is which: "+
		"{\"columns\": {\"account\": \"…\", \"opportunity\": \"…\"}}.", f.header())
}

func (f *File) header() string {
	const shown = 30
	list := f.table.Header
	if len(list) > shown {
		list = append(slices.Clone(list[:shown]), fmt.Sprintf("and %d more", len(list)-shown))
	}
	quoted := make([]string, len(list))
	for i, h := range list {
		quoted[i] = table.Clip(h)
	}
	return strings.Join(quoted, ", ")
}

func (f *File) fault(format string, args ...any) error {
	return &table.Fault{Line: f.table.HeaderLine, Reason: fmt.Sprintf(format, args...), Fatal: true}
}

// Refused gives an error of [Open] or [File.Err] as a refusal of the file.
func Refused(name string, err error) Refusal {
	var fault *table.Fault
	if errors.As(err, &fault) {
		return Refusal{File: name, Line: fault.Line, Column: fault.Column, Value: fault.Value, Reason: fault.Reason}
	}
	return Refusal{File: name, Reason: err.Error()}
}
