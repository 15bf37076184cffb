package discovery

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"throughline/internal/discovery/candidate"
	"throughline/internal/discovery/list"
	"throughline/internal/edition"
	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/thread"
	"throughline/internal/transcript"
)

// takeRows makes candidates of the next rows of a list, and with the last of them of the rows that
// are gone since the earlier version. It gives how many wait for a person.
func takeRows(ctx context.Context, tx *journal.Tx, call *Call, v Voice, rows []list.Row) (int, error) {
	from := len(rows) - call.ToTake
	to := min(from+listStep, len(rows))
	was, changes, left, err := followed(ctx, tx, *call, rows)
	if err != nil {
		return 0, err
	}
	made := 0
	for i := from; i < to; i++ {
		c := listed(*call, v, rows[i], i)
		if changes != nil {
			if err := c.follow(ctx, tx, changes[i], was[i]); err != nil {
				return made, err
			}
		}
		if c.State == Found {
			made++
		}
		if err := journal.Insert(ctx, tx, &c); err != nil {
			return made, err
		}
	}
	if to == len(rows) {
		for i := range left {
			c, err := gone(ctx, tx, *call, left[i], len(rows)+i)
			if err != nil {
				return made, err
			}
			if c == nil {
				continue
			}
			if err := journal.Insert(ctx, tx, c); err != nil {
				return made, err
			}
			made++
		}
	}
	call.ToTake = len(rows) - to
	return made, journal.Update(ctx, tx, call)
}

// followed compares rows with the earlier version: by row what became of it and which row it was,
// and the rows that are gone. All are nil for a list that is no newer version.
func followed(ctx context.Context, tx *journal.Tx, call Call, rows []list.Row) (was []*Candidate, changes []edition.Change, left []Candidate, err error) {
	if call.Earlier == "" {
		return nil, nil, nil, nil
	}
	in := ListTaken{Deal: call.Deal, Earlier: call.Earlier, Rows: rows}
	d, err := in.difference(ctx, tx)
	if err != nil {
		return nil, nil, nil, err
	}
	was, changes = make([]*Candidate, len(rows)), make([]edition.Change, len(rows))
	for _, ch := range d.Changes {
		if ch.Is < 0 {
			left = append(left, d.Was[ch.Was])
			continue
		}
		changes[ch.Is] = ch
		if ch.Was >= 0 {
			was[ch.Is] = &d.Was[ch.Was]
		}
	}
	return was, changes, left, nil
}

// listed makes a candidate of a row. Kind and measure are looked for in its words as in those of
// a call; the priority is the customer's where they wrote one that is ours too.
func listed(call Call, v Voice, r list.Row, at int) Candidate {
	it := readAlone(r.Wording)
	c := Candidate{Row: journal.Row{Deal: call.Deal}, Call: call.ID, Voice: v.ID, Speaker: v.Contact, Position: at, Mark: -1, Sort: Need, State: Found,
		Kind: orElse(thread.Kind(it.Kind), thread.Functional), Priority: orElse(list.Priority(r.Priority), orElse(thread.Priority(it.Priority), thread.Should)),
		Number: r.Number, Place: r.Place, Twin: r.Twin, Group: seal.New(v.ID, r.Group), Asked: seal.New(v.ID, short(r.Priority, 60)),
		Quote: seal.New(v.ID, short(r.Wording, maxQuote)), Statement: seal.New(v.ID, short(strings.Join(strings.Fields(r.Wording), " "), maxStatement)), Why: seal.New(v.ID, whyListed(r))}
	if m := it.Measure; m != nil {
		c.Metric, c.Scale = seal.New(v.ID, short(orElse(m.Metric, "value"), 200)), &Scale{m.Comparison, m.Target, short(m.Unit, 40)}
	}
	return c
}

// readAlone is what is found in one row, as if nothing else had been said; a row means what it says.
func readAlone(words string) candidate.Item {
	one := transcript.Transcript{Form: transcript.Turns, Segments: []transcript.Segment{{Start: transcript.Unknown, End: transcript.Unknown, Speaker: "list", Text: words}}}
	for _, it := range candidate.Find(one, candidate.Options{}).Candidates {
		return it
	}
	return candidate.Item{}
}

// whyListed says where a row stands, to go on after 'Proposed because it'.
func whyListed(r list.Row) string {
	text := "stands in their list"
	if r.Number != "" {
		text += " as " + r.Number
	}
	text += fmt.Sprintf(" (%s)", r.Place)
	if r.Priority != "" {
		text += fmt.Sprintf(", with the priority “%s”", short(r.Priority, 60))
	}
	return text
}

// mark is where a candidate stands in a list, for the quote: the customer's number and the cell.
func (c Candidate) mark() string {
	switch {
	case c.Place == "":
		return c.Clock()
	case c.Number == "":
		return c.Place
	}
	return c.Number + ", " + c.Place
}

// heading is the customer's heading of a row, for the requirement it becomes.
func (c Candidate) heading() string {
	if c.Group.Gone() {
		return ""
	}
	return c.Group.String()
}

// Heading is a run of a list's rows under one of the customer's headings.
type Heading struct {
	Words string `json:"words"`
	From  int    `json:"from"` // the first row's position, from 0
	Rows  int    `json:"rows"`
}

// mostHeadings bounds how many runs of headings are kept of a list; the last one holds the rest.
const mostHeadings = 1000

// headingsOf keeps the runs of a list's headings, so that a long list is reviewed by them.
func headingsOf(owner string, rows []list.Row) (seal.Text, error) {
	var all []Heading
	for i, r := range rows {
		if n := len(all); n > 0 && (all[n-1].Words == r.Group || n == mostHeadings) {
			all[n-1].Rows++
			continue
		}
		all = append(all, Heading{r.Group, i, 1})
	}
	text, err := json.Marshal(all)
	return seal.New(owner, string(text)), err
}

// Outline gives a list's headings in the order of the file; none where they are erased.
func (c Call) Outline() []Heading {
	var out []Heading
	if c.Headings.IsZero() || c.Headings.Gone() || json.Unmarshal([]byte(c.Headings.String()), &out) != nil {
		return nil
	}
	return out
}
