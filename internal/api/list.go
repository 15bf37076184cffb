package api

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strconv"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/columns"
	"throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/discovery/reading"
	"throughline/internal/edition"
	"throughline/internal/exchange/reply"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/sheet"
	words "throughline/internal/wording"
)

func init() { operations = append(operations, lists) }

// ListFile names a list that was sent (POST /deals/{deal}/lists/files gives its hash) and what a
// person says of its sheets.
type ListFile struct {
	Hash    string      `json:"hash"`
	Name    string      `json:"file_name"`
	Sheets  []sheetSaid `json:"sheets" doc:"what you say of a sheet; what is not said is read as a list of that form was, else proposed"`
	Fresh   bool        `json:"fresh,omitempty" doc:"read it as proposed, whatever was said of lists of its form"`
	Earlier string      `json:"earlier,omitempty" doc:"the list (a call's id) that this is a newer version of; none for a list of its own; empty: found out"`
}

type sheetSaid struct {
	Sheet   int               `json:"sheet" doc:"from 0, in the order of the file"`
	Use     string            `json:"use,omitempty" doc:"list, cover, instructions, prices, history, lookup, repeat, other"`
	Header  *[]int            `json:"header,omitempty" doc:"the header's rows; an empty list for none"`
	Columns map[string]string `json:"columns,omitempty" doc:"by letter: {\"B\": \"wording\"}"`
}

// listTaking is a list as the API takes it.
type listTaking struct {
	ListFile
	Title  string        `json:"title"`
	SentAt clock.Instant `json:"sent_at,omitempty"`
	SentBy string        `json:"sent_by,omitempty" doc:"a contact's id"`
}

// listPart is a list as it is read.
type listPart struct {
	Sheets []sheetPart `json:"sheets"`
	Rows   []list.Row  `json:"rows"`
	Notes  []string    `json:"notes"`

	Earlier string          `json:"earlier,omitempty" doc:"the list that it is a newer version of"`
	Counts  *edition.Counts `json:"counts,omitempty"`
	Changes []rowChangePart `json:"changes,omitempty" doc:"what became of each row since then; kept rows are left out"`
}

// rowChangePart is what became of one row since the earlier version.
type rowChangePart struct {
	Kind   string      `json:"kind" doc:"new, changed, gone, or moved for a row that only stands elsewhere"`
	Number string      `json:"number"`
	Was    string      `json:"was,omitempty"`
	Is     string      `json:"is,omitempty"`
	Words  []wordsPart `json:"words,omitempty"`
	Known  string      `json:"known,omitempty" doc:"how the row was known again"`
	Moved  bool        `json:"moved,omitempty"`
}

type wordsPart struct {
	Text string `json:"text"`
	Kind string `json:"kind" doc:"kept, removed, added"`
}

type sheetPart struct {
	Name       string       `json:"name"`
	Use        string       `json:"use"`
	Why        string       `json:"why"`
	Confidence float64      `json:"confidence"`
	Header     []int        `json:"header"`
	Columns    []columnPart `json:"columns"`
	Doubts     []string     `json:"doubts"`
	Kept       bool         `json:"kept" doc:"it is read as a person said of a list of its form"`
}

type columnPart struct {
	Column     string  `json:"column"` // its letter
	Name       string  `json:"name"`
	Meaning    string  `json:"meaning"`
	Confidence float64 `json:"confidence"`
	Why        string  `json:"why"`
}

// lists read a customer's own list and take it in.
func lists(s *rest.Server) {
	rest.Raw(s, http.MethodPost, rest.On("/deals/{deal}/lists/files", "Send a customer's list: it waits a day to be taken", auth.Sell),
		func(ctx context.Context, _ *rest.Caller, b rest.Body) (any, error) {
			return b.In(waitingLists).Keep(ctx)
		})
	rest.Beside(s, rest.On("/deals/{deal}/lists/read", "Read a customer's list: what its columns are taken to mean, its rows, and what changed since the earlier version", auth.Sell),
		func(ctx context.Context, c *rest.Caller, in ListFile) (*listPart, error) {
			l, err := in.read(ctx, c, c.Reader)
			if err != nil {
				return nil, err
			}
			d, err := in.difference(ctx, c, c.Reader, l)
			if err != nil {
				return nil, err
			}
			out := partOfList(l)
			out.compared(l, d)
			return out, nil
		})
	rest.Act(s, rest.On("/deals/{deal}/lists", "Take a customer's list in: each row becomes a candidate, of a newer version what changed", auth.Sell), "discovery.take-list", takeList)
	rest.Act(s, rest.On("/deals/{deal}/lists/{id}/more", "Take the next rows of a long list", auth.Sell), "discovery.take-list-on",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (discovery.Recorded, error) {
			call, err := rest.OfDeal[discovery.Call](ctx, tx, c)
			if err != nil {
				return discovery.Recorded{}, err
			}
			file, err := reply.Original(ctx, c.House.Files.In(c.Workspace), call)
			if err != nil {
				return discovery.Recorded{}, err
			}
			l, err := list.Read(bytes.NewReader(file), call.Said, nil)
			if err != nil {
				return discovery.Recorded{}, err
			}
			return discovery.TakeOn(ctx, tx, call.ID, l.Rows)
		})
	rest.Read(s, rest.On("/deals/{deal}/lists/{id}/answer", "Say what of a list's file is filled from the thread, and what is not", auth.See), replyOf)
	rest.Make(s, rest.On("/deals/{deal}/lists/{id}/file", "Get the customer's file with its response cells filled and nothing else changed", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Made, error) {
		out, err := replyOf(ctx, c)
		if err != nil {
			return rest.Made{}, err
		}
		return rest.Made{Name: out.Name, Content: out.File}, nil
	})
}

// waitingLists are the lists that were sent and are not taken.
const waitingLists = "waiting"

// takeList takes a list in; its file goes under the key of who sent it.
func takeList(ctx context.Context, tx *journal.Tx, c *rest.Caller, in listTaking) (discovery.Recorded, error) {
	l, err := in.read(ctx, c, tx)
	if err != nil {
		return discovery.Recorded{}, err
	}
	d, err := in.difference(ctx, c, tx.Reader, l)
	if err != nil {
		return discovery.Recorded{}, err
	}
	taken := discovery.ListTaken{Deal: c.Deal.ID, Title: in.Title, SentAt: in.SentAt, SentBy: in.SentBy, FileName: in.Name, SHA256: in.Hash, Rows: l.Rows, Said: l.Said, Remember: l.Corrected()}
	if d != nil {
		taken.Earlier = d.Earlier.ID
	}
	files := c.House.Files.In(c.Workspace)
	sealed, key, err := files.In(waitingLists).Seal(ctx, in.Hash, files)
	if err != nil {
		return discovery.Recorded{}, err
	}
	taken.Kept = discovery.KeptFile{Hash: sealed.Hash, Key: key}
	out, err := discovery.TakeList(ctx, tx, taken)
	if err != nil {
		return out, errors.Join(err, files.Remove(sealed.Hash))
	}
	return out, nil
}

func (in ListFile) read(ctx context.Context, c *rest.Caller, src journal.Source) (*list.List, error) {
	said, err := in.said()
	if err != nil {
		return nil, err
	}
	readings, err := reading.All(ctx, src)
	if err != nil || in.Fresh {
		readings = nil
	}
	f, err := c.House.Files.In(c.Workspace).In(waitingLists).Open(ctx, in.Hash)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return list.Read(f, said, reading.Recalled(readings))
}

// difference holds the list against the earlier version that is named, or found.
func (in ListFile) difference(ctx context.Context, c *rest.Caller, r *journal.Reader, l *list.List) (*discovery.Difference, error) {
	switch in.Earlier {
	case "none":
		return nil, nil
	case "":
		return discovery.EarlierOf(ctx, r, c.Deal.ID, l.Rows)
	}
	call, err := journal.Load[discovery.Call](ctx, r, in.Earlier)
	if err == nil && call.Deal != c.Deal.ID {
		err = problem.NotFound("call", in.Earlier)
	}
	if err != nil {
		return nil, err
	}
	return discovery.Against(ctx, r, call, l.Rows)
}

func (in ListFile) said() ([]columns.Correction, error) {
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
	out := &listPart{Sheets: []sheetPart{}, Rows: append([]list.Row{}, l.Rows...), Notes: []string{}}
	for _, x := range l.Layouts {
		p := sheetPart{Name: l.Book.Sheets[x.Sheet].Name, Use: string(x.Use), Why: x.Why, Confidence: x.Confidence, Header: append([]int{}, x.Header...), Columns: []columnPart{}, Doubts: append([]string{}, x.Doubts...), Kept: l.Kept[x.Sheet]}
		for _, c := range x.Columns {
			p.Columns = append(p.Columns, columnPart{sheet.Letters(c.At), c.Name, string(c.Meaning), c.Confidence, c.Why})
		}
		out.Sheets = append(out.Sheets, p)
	}
	for _, n := range l.Book.Notes {
		out.Notes = append(out.Notes, n.String())
	}
	return out
}

func replyOf(ctx context.Context, c *rest.Caller) (*reply.Reply, error) {
	call, err := journal.Load[discovery.Call](ctx, c.Reader, c.ID)
	if err == nil && call.Deal != c.Deal.ID {
		err = problem.NotFound("call", c.ID)
	}
	if err != nil {
		return nil, err
	}
	return reply.Of(ctx, c.Reader, c.House.Files.In(c.Workspace), call)
}

// compared says what changed since the earlier version.
func (p *listPart) compared(l *list.List, d *discovery.Difference) {
	if d == nil {
		return
	}
	p.Earlier, p.Counts = d.Earlier.ID, &d.Counts
	for _, ch := range d.Changes {
		if ch.Kind == edition.Kept && !ch.Moved {
			continue
		}
		x := rowChangePart{Kind: string(ch.Kind), Known: string(ch.Known), Moved: ch.Moved}
		if ch.Kind == edition.Kept {
			x.Kind = "moved"
		}
		if ch.Was >= 0 {
			x.Was, x.Number = d.Was[ch.Was].Quote.String(), d.Was[ch.Was].Number
		}
		if ch.Is >= 0 {
			x.Is, x.Number = l.Rows[ch.Is].Wording, l.Rows[ch.Is].Number
		}
		for _, w := range ch.Words {
			x.Words = append(x.Words, wordsPart{w.Text, [...]string{words.Kept: "kept", words.Removed: "removed", words.Added: "added"}[w.Kind]})
		}
		p.Changes = append(p.Changes, x)
	}
}
