package discovery

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery/candidate"
	"throughline/internal/discovery/list"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
	"throughline/internal/transcript"
)

// maxListRows bounds one list. What is longer is a catalogue: it is taken sheet by sheet.
const maxListRows = 2000

// FormList is the form of a call that is the customer's own list and no talk.
const FormList = "list"

// ListTaken is a list as a person takes it into a deal. Rows are read beforehand by list.Read.
type ListTaken struct {
	Deal     string
	Title    string        `json:"title"`
	SentAt   clock.Instant `json:"sent_at"` // empty for now
	SentBy   string        `json:"sent_by"` // a contact of the deal's; empty while it is not known
	FileName string        `json:"file_name"`
	SHA256   string        `json:"hash"` // of the kept file, in hex
	Rows     []list.Row    `json:"-"`
}

// TakeList keeps a list as words of the customer's: one voice, and of each row a candidate that a
// person accepts, merges or rejects as those of a call. The customer's number, heading and priority
// stay with it; the file stays as it came. The same file twice in a deal is refused.
func TakeList(ctx context.Context, tx *journal.Tx, in ListTaken) (Recorded, error) {
	if in.SentAt.IsZero() {
		in.SentAt = tx.Now()
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.Fail(len(in.Rows) > 0, "columns", "No requirement is found by these columns. Say which column holds the requirement.")
	c.Fail(len(in.Rows) <= maxListRows, "columns", "The list holds %d requirements; one list holds at most %d. Say of some sheets that they are no list, and take them after these.", len(in.Rows), maxListRows)
	if err := c.Err(); err != nil {
		return Recorded{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Recorded{}, err
	}
	contacts := []string{}
	if in.SentBy != "" {
		contacts = append(contacts, in.SentBy)
	}
	if err := attended(ctx, tx, contacts, nil, ""); err != nil {
		return Recorded{}, err
	}
	script := &Script{FileName: baseName(in.FileName), SHA256: in.SHA256}
	if err := notTwice(ctx, tx, in.Deal, script); err != nil {
		return Recorded{}, err
	}
	for _, r := range in.Rows {
		script.Segments = append(script.Segments, transcript.Segment{Start: transcript.Unknown, End: transcript.Unknown, Text: short(r.Wording, maxQuote)})
	}
	call := Call{Row: journal.Row{Deal: in.Deal}, Title: in.Title, Kind: "list", HeldAt: in.SentAt, Contacts: contacts, People: []string{}, Consent: "none", Form: FormList,
		FileName: script.FileName, SHA256: script.SHA256, Segments: len(in.Rows), State: ReadOut, RecordedBy: tx.Actor.Person}
	if err := journal.Insert(ctx, tx, &call); err != nil {
		return Recorded{}, err
	}
	voice := Voice{Row: journal.Row{ID: id.New(ctx), Deal: in.Deal}, Call: call.ID, Side: Theirs, Contact: in.SentBy, Segments: len(in.Rows)}
	voice.Label = seal.New(voice.ID, "their list")
	if err := journal.Insert(ctx, tx, &voice); err != nil {
		return Recorded{}, err
	}
	if voice.Contact != "" {
		if err := tx.Tie(ctx, voice.ID, voice.Contact); err != nil {
			return Recorded{}, err
		}
	}
	voiceOf := make([]string, len(in.Rows))
	for i := range voiceOf {
		voiceOf[i] = voice.ID
	}
	if err := keepSpeech(ctx, tx, call, voiceOf, script.Segments); err != nil {
		return Recorded{}, err
	}
	for _, found := range listed(call, voice, in.Rows) {
		if err := journal.Insert(ctx, tx, &found); err != nil {
			return Recorded{}, err
		}
	}
	return Recorded{Call: call, Voices: []Voice{voice}, Candidates: len(in.Rows)}, nil
}

// listed makes a candidate of each row. Kind and measure are looked for in its words as in those of
// a call; the priority is the customer's where they wrote one that is ours too.
func listed(call Call, v Voice, rows []list.Row) []Candidate {
	out := make([]Candidate, 0, len(rows))
	for i, r := range rows {
		it := readAlone(r.Wording)
		c := Candidate{Row: journal.Row{Deal: call.Deal}, Call: call.ID, Voice: v.ID, Speaker: v.Contact, Position: i, Mark: -1, Sort: Need, State: Found,
			Kind: orElse(thread.Kind(it.Kind), thread.Functional), Priority: orElse(list.Priority(r.Priority), orElse(thread.Priority(it.Priority), thread.Should)),
			Number: r.Number, Place: r.Place, Group: seal.New(v.ID, r.Group),
			Quote: seal.New(v.ID, short(r.Wording, maxQuote)), Statement: seal.New(v.ID, short(strings.Join(strings.Fields(r.Wording), " "), maxStatement)), Why: seal.New(v.ID, whyListed(r))}
		if m := it.Measure; m != nil {
			c.Metric, c.Scale = seal.New(v.ID, short(orElse(m.Metric, "value"), 200)), &Scale{m.Comparison, m.Target, short(m.Unit, 40)}
		}
		out = append(out, c)
	}
	return out
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
