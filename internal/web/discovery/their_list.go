package discovery

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"throughline/internal/blob"
	"throughline/internal/columns"
	core "throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/discovery/reading"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/sheet"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// longestWait is how long a list that was brought and not taken is kept.
const longestWait = 24 * time.Hour

// waiting are the lists that were brought and are not taken: the only files of theirs in the clear.
func waiting(r *kit.Request) blob.Store { return r.House.Files.In(r.Home.ID).In("waiting") }

// bringList keeps the customer's own list, a file or what was pasted, and leads to the page where
// a person looks at how it is read.
func bringList(r *kit.Request) error {
	if err := waiting(r).Sweep(time.Now().Add(-longestWait)); err != nil {
		return err
	}
	name, from := "pasted list.txt", io.Reader(strings.NewReader(r.FormValue("words")))
	if f, h, ok := r.Upload("file"); ok {
		defer f.Close()
		name, from = h.Filename, f
	} else if strings.TrimSpace(r.FormValue("words")) == "" {
		return named("file", problem.New(problem.Invalid, "Choose the file with their list, or paste it."))
	}
	kept, err := waiting(r).Put(r.Ctx(), name, from)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = problem.New(problem.Invalid, "The file did not arrive whole. Send it again.")
	}
	if err != nil {
		return named("file", err)
	}
	if _, err := readList(r, kept.Hash, nil, nil); err != nil {
		return named("file", err)
	}
	return r.Go(r.DealPath("discovery/lists/"+kept.Hash) + "?" + url.Values{"name": {kept.Name}}.Encode())
}

// readList reads a list that waits, with what was said of its columns.
func readList(r *kit.Request, hash string, said []columns.Correction, kept map[string]columns.Correction) (*list.List, error) {
	f, err := waiting(r).Open(r.Ctx(), hash)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return list.Read(f, said, kept)
}

// listView is a list that waits to be taken.
type listView struct {
	r        *kit.Request
	people   *people
	hash     string
	name     string
	list     *list.List
	said     url.Values // what was said of it, as the address has it
	readings map[string]reading.Reading
	taken    *core.Call // the list that this file is already
	lists    []core.Call
	diff     *core.Difference // against the earlier version; nil where it is none
}

func showList(r *kit.Request) error {
	v, err := openList(r)
	if err != nil {
		return err
	}
	shell, err := r.DealShell("Their list", "Discovery")
	if err != nil {
		return err
	}
	return r.Draw(listPage(shell, v))
}

func openList(r *kit.Request) (*listView, error) {
	v := &listView{r: r, hash: r.PathValue("file"), name: or(r.FormValue("name"), "their list"), said: url.Values{}}
	for k, values := range r.Form {
		if head, _, dotted := strings.Cut(k, "."); dotted && (head == "use" || head == "header" || head == "col") && values[0] != "" {
			v.said[k] = values[:1]
		}
	}
	said, err := correctionsOf(v.said)
	if err != nil {
		return nil, err
	}
	if v.readings, err = reading.All(r.Ctx(), r.Reader); err != nil {
		return nil, err
	}
	var kept map[string]columns.Correction
	if !v.fresh() {
		kept = reading.Recalled(v.readings)
	}
	if v.list, err = readList(r, v.hash, said, kept); err != nil {
		return nil, err
	}
	if err := v.compare(); err != nil {
		return nil, err
	}
	v.people, err = peopleOf(r)
	return v, err
}

// fresh says whether the list is read as proposed, whatever was said of lists of its form.
func (v *listView) fresh() bool { return v.r.FormValue("fresh") != "" }

// correctionsOf reads what a person said of a list: use.0=list, header.0=3 (none for no header),
// col.0.2=wording; sheets count from 0, columns and rows as in the file.
func correctionsOf(said url.Values) ([]columns.Correction, error) {
	bySheet, order := map[int]*columns.Correction{}, []int{}
	for _, k := range slices.Sorted(maps.Keys(said)) {
		parts, value := strings.Split(k, "."), said.Get(k)
		at, err := strconv.Atoi(parts[1])
		if err != nil || at < 0 || at > 1000 || len(parts) > 3 {
			return nil, problem.New(problem.Invalid, "%q names no sheet of the list.", k)
		}
		c := bySheet[at]
		if c == nil {
			c = &columns.Correction{Sheet: at, Columns: map[int]columns.Meaning{}}
			bySheet[at], order = c, append(order, at)
		}
		switch n, wrong := strconv.Atoi(parts[len(parts)-1]); {
		case parts[0] == "use":
			c.Use = columns.Use(value)
		case parts[0] == "header" && value == "none":
			c.Headers = &[]int{}
		case parts[0] == "header":
			row, err := strconv.Atoi(value)
			if err != nil || row < 1 {
				return nil, problem.New(problem.Invalid, "The header's row is %q; it is a number from 1, or none.", value)
			}
			c.Headers = &[]int{row}
		case len(parts) == 3 && wrong == nil && n > 0:
			c.Columns[n] = columns.Meaning(value)
		default:
			return nil, problem.New(problem.Invalid, "%q names no column of the list.", k)
		}
	}
	out := make([]columns.Correction, 0, len(order))
	for _, at := range order {
		out = append(out, *bySheet[at])
	}
	return out, nil
}

// takeList makes candidates of the list's rows. Its file goes under the key of who sent it.
func takeList(r *kit.Request) error {
	v, err := openList(r)
	if err != nil {
		return err
	}
	in := core.ListTaken{Deal: r.Deal.ID, Title: r.FormValue("title"), SentBy: r.FormValue("sent_by"), FileName: v.name, SHA256: v.hash, Rows: v.list.Rows,
		Said: v.list.Said, Remember: v.remember()}
	if v.diff != nil {
		in.Earlier = v.diff.Earlier.ID
	}
	if in.SentAt, err = heldAt(r); err != nil {
		return err
	}
	files := r.House.Files.In(r.Home.ID)
	sealed, key, err := waiting(r).Seal(r.Ctx(), v.hash, files)
	if err != nil {
		return err
	}
	in.Kept = core.KeptFile{Hash: sealed.Hash, Key: key}
	var out core.Recorded
	if err := r.Act("discovery.take-list", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.TakeList(ctx, tx, in)
		return err
	}); err != nil {
		return errors.Join(err, files.Remove(sealed.Hash))
	}
	if err := waiting(r).Remove(v.hash); err != nil {
		return err
	}
	return r.Done(r.DealPath("discovery/" + out.Call.ID))
}

// remember is what the next list of the same form is to be read by.
func (v *listView) remember() map[string]columns.Correction {
	out := v.list.Corrected()
	for _, shape := range v.list.Shapes {
		if _, said := out[shape]; !said && v.fresh() {
			out[shape] = columns.Correction{}
		}
	}
	return out
}

// carried is what was said of the list, for the next form to send along.
func (v *listView) carried() []look.Hidden {
	out := []look.Hidden{{Name: "name", Value: v.name}}
	for _, k := range []string{"earlier", "fresh"} {
		if value := v.r.FormValue(k); value != "" {
			out = append(out, look.Hidden{Name: k, Value: value})
		}
	}
	for _, k := range slices.Sorted(maps.Keys(v.said)) {
		out = append(out, look.Hidden{Name: k, Value: v.said.Get(k)})
	}
	return out
}

// samples are what a column holds in the first rows that say something there.
func samples(s *sheet.Sheet, l *columns.Layout, at int) (out []string) {
	for _, r := range l.Rows {
		if r.Role != columns.Item {
			continue
		}
		if text := strings.Join(strings.Fields(s.Rows[r.At].At(at)), " "); text != "" {
			if words := []rune(text); len(words) > 90 {
				text = string(words[:90]) + "…"
			}
			if out = append(out, text); len(out) == 2 {
				return out
			}
		}
	}
	return out
}

// columnName is what people call a column: its letter and the words of its header.
func columnName(c columns.Column) string {
	if c.Name == "" {
		return sheet.Letters(c.At)
	}
	return sheet.Letters(c.At) + ", " + c.Name
}

// sheetName is a sheet's own name, or its place.
func sheetName(s *sheet.Sheet, at int) string {
	if s.Name != "" {
		return s.Name
	}
	return fmt.Sprintf("Sheet %d", at+1)
}

// items counts the rows of a sheet that are requirements.
func items(l *columns.Layout) (n int) {
	for _, r := range l.Rows {
		if r.Role == columns.Item {
			n++
		}
	}
	return n
}

// stands is where a candidate stands: at a time of the call, or in their list.
func stands(c core.Candidate) string {
	if c.Place != "" {
		return or(c.Number, c.Place)
	}
	return clockWords(c.Mark)
}
