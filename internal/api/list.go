package api

import (
	"context"
	"strconv"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/columns"
	"throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/sheet"
)

func init() { operations = append(operations, lists) }

// listFile names a kept file (POST /files gives its hash) and what a person says of its sheets.
type listFile struct {
	Hash   string      `json:"hash"`
	Name   string      `json:"file_name"`
	Sheets []sheetSaid `json:"sheets" doc:"what you say of a sheet; what is not said is proposed"`
}

type sheetSaid struct {
	Sheet   int               `json:"sheet" doc:"from 0, in the order of the file"`
	Use     string            `json:"use,omitempty" doc:"list, cover, instructions, prices, history, lookup, repeat, other"`
	Header  *[]int            `json:"header,omitempty" doc:"the header's rows; an empty list for none"`
	Columns map[string]string `json:"columns,omitempty" doc:"by letter: {\"B\": \"wording\"}"`
}

// listTaking is a list as the API takes it.
type listTaking struct {
	listFile
	Title  string        `json:"title"`
	SentAt clock.Instant `json:"sent_at,omitempty"`
	SentBy string        `json:"sent_by,omitempty" doc:"a contact's id"`
}

// listPart is a list as it is read.
type listPart struct {
	Sheets []sheetPart   `json:"sheets"`
	Rows   []listRowPart `json:"rows"`
	Notes  []string      `json:"notes"`
}

type sheetPart struct {
	Name       string       `json:"name"`
	Use        string       `json:"use"`
	Why        string       `json:"why"`
	Confidence float64      `json:"confidence"`
	Header     []int        `json:"header"`
	Columns    []columnPart `json:"columns"`
	Doubts     []string     `json:"doubts"`
}

type columnPart struct {
	Column     string  `json:"column"` // its letter
	Name       string  `json:"name"`
	Meaning    string  `json:"meaning"`
	Confidence float64 `json:"confidence"`
	Why        string  `json:"why"`
}

type listRowPart struct {
	Number   string `json:"number"`
	Place    string `json:"place"`
	Wording  string `json:"wording"`
	Priority string `json:"priority"`
	Group    string `json:"group"`
}

// lists read a customer's own list and take it in.
func lists(s *rest.Server) {
	rest.Beside(s, rest.On("/deals/{deal}/lists/read", "Read a customer's list: what its columns are taken to mean, and its rows", auth.Sell),
		func(ctx context.Context, c *rest.Caller, in listFile) (*listPart, error) {
			l, err := in.read(ctx, c)
			if err != nil {
				return nil, err
			}
			return partOfList(l), nil
		})
	rest.Act(s, rest.On("/deals/{deal}/lists", "Take a customer's list in: each row becomes a candidate", auth.Sell), "discovery.take-list",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in listTaking) (discovery.Recorded, error) {
			l, err := in.read(ctx, c)
			if err != nil {
				return discovery.Recorded{}, err
			}
			return discovery.TakeList(ctx, tx, discovery.ListTaken{Deal: c.Deal.ID, Title: in.Title, SentAt: in.SentAt, SentBy: in.SentBy, FileName: in.Name, SHA256: in.Hash, Rows: l.Rows})
		})
}

func (in listFile) read(ctx context.Context, c *rest.Caller) (*list.List, error) {
	said, err := in.said()
	if err != nil {
		return nil, err
	}
	f, err := c.House.Files.In(c.Workspace).Open(ctx, in.Hash)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return list.Read(f, said)
}

func (in listFile) said() ([]columns.Correction, error) {
	var out []columns.Correction
	var c problem.Check
	for i, s := range in.Sheets {
		said := columns.Correction{Sheet: s.Sheet, Use: columns.Use(s.Use), Headers: s.Header, Columns: map[int]columns.Meaning{}}
		for letter, meaning := range s.Columns {
			_, at, ok := sheet.ParseCell(letter + "1")
			c.Fail(ok, "sheets."+strconv.Itoa(i)+".columns", "%q is no column; write its letter, as B.", letter)
			said.Columns[at] = columns.Meaning(meaning)
		}
		out = append(out, said)
	}
	return out, c.Err()
}

func partOfList(l *list.List) *listPart {
	out := &listPart{Sheets: []sheetPart{}, Rows: []listRowPart{}, Notes: []string{}}
	for _, x := range l.Layouts {
		p := sheetPart{Name: l.Book.Sheets[x.Sheet].Name, Use: string(x.Use), Why: x.Why, Confidence: x.Confidence, Header: append([]int{}, x.Header...), Columns: []columnPart{}, Doubts: append([]string{}, x.Doubts...)}
		for _, c := range x.Columns {
			p.Columns = append(p.Columns, columnPart{sheet.Letters(c.At), c.Name, string(c.Meaning), c.Confidence, c.Why})
		}
		out.Sheets = append(out.Sheets, p)
	}
	for _, r := range l.Rows {
		out.Rows = append(out.Rows, listRowPart(r))
	}
	for _, n := range l.Book.Notes {
		out.Notes = append(out.Notes, n.String())
	}
	return out
}
