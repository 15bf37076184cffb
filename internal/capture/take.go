package capture

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"throughline/internal/account"
	"throughline/internal/capture/note"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Noting is a note as somebody writes or dictates it. Who writes it is the act's person.
type Noting struct {
	Text string        `json:"text"`
	At   clock.Instant `json:"at"`   // when it was heard; empty for now
	Deal string        `json:"deal"` // a deal's id; empty: found by the names in the text
}

// Taken is what came of a note: kept in a deal with its proposals, or kept until its deal is named.
type Taken struct {
	Deal      string     `json:"deal"` // empty where none fits, or more than one
	Why       string     `json:"why"`  // why that deal
	Call      string     `json:"call"` // where the words are kept, among the deal's calls
	Note      string     `json:"note"` // or as a note whose deal is not known
	Fits      []Fit      `json:"fits"` // the deals that it could be of, the best first
	Proposals []Proposal `json:"proposals"`
}

// maxText is the most characters of one note; what is longer is a transcript.
const maxText = 20_000

// Take keeps a note and proposes what it holds. The words are kept whatever comes of them.
func Take(ctx context.Context, tx *journal.Tx, in Noting) (Taken, error) {
	in.Text = clean(in.Text)
	if in.At.IsZero() {
		in.At = tx.Now()
	}
	var c problem.Check
	c.Text("text", in.Text, maxText)
	c.Fail(!in.At.After(tx.Now().Add(clockSlip)), "at", "Is still to come. A note is of what was heard.")
	if err := c.Err(); err != nil {
		return Taken{}, err
	}
	if in.Deal != "" {
		return keep(ctx, tx, in)
	}
	fits, err := Guess(ctx, tx.Reader, in.Text, tx.Actor.Person)
	if err != nil {
		return Taken{}, err
	}
	if best, ok := plainly(fits); ok {
		in.Deal = best.Deal
		out, err := keep(ctx, tx, in)
		out.Why, out.Fits = best.Why, fits
		return out, err
	}
	n := newNote(ctx, tx, in, fits)
	return Taken{Note: n.ID, Fits: fits, Proposals: []Proposal{}}, journal.Insert(ctx, tx, &n)
}

// clean is the text without signs that no keyboard writes.
func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\ufeff' {
			return -1
		}
		return r
	}, text))
}

// keep puts the note among the deal's calls and its proposals beside it. The same words twice in a
// deal are one note.
func keep(ctx context.Context, tx *journal.Tx, in Noting) (Taken, error) {
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Taken{}, err
	}
	hash := sha256.Sum256([]byte(in.Text))
	sum := hex.EncodeToString(hash[:])
	out := Taken{Deal: in.Deal, Proposals: []Proposal{}}
	calls, err := discovery.Calls(ctx, tx, in.Deal)
	if err != nil {
		return out, err
	}
	if i := slices.IndexFunc(calls, func(c discovery.Call) bool { return c.SHA256 == sum }); i >= 0 {
		out.Call = calls[i].ID
		out.Proposals, err = OfNote(ctx, tx.Reader, out.Call)
		return out, err
	}
	people, err := peopleOf(ctx, tx, in.Deal)
	if err != nil {
		return out, err
	}
	home, err := account.Home(ctx, tx)
	if err != nil {
		return out, err
	}
	read := note.Read(in.Text, note.Known{Today: in.At.In(home.Location()), People: people.known()})
	title := "Note of " + in.At.Time().In(home.Location()).Format("2 Jan 2006, 15:04")
	recorded, err := discovery.Record(ctx, tx, discovery.Recording{Deal: in.Deal, Title: title, Kind: "notes", HeldAt: in.At, Contacts: people.met(read),
		People: []string{tx.Actor.Person}, Script: people.script(in.Text, sum, read)})
	if err != nil {
		return out, err
	}
	out.Call = recorded.Call.ID
	out.Proposals, err = propose(ctx, tx, recorded, people, read)
	return out, err
}

// propose keeps what was found, each under the voice whose piece of the note it is.
func propose(ctx context.Context, tx *journal.Tx, of discovery.Recorded, people cast, read note.Reading) ([]Proposal, error) {
	out := []Proposal{}
	shown, err := shownIn(ctx, tx, of.Call.Deal)
	if err != nil {
		return out, err
	}
	voices := map[string]string{}
	for _, v := range of.Voices {
		voices[v.Label.String()] = v.ID
	}
	for _, f := range read.Proposals {
		at := slices.IndexFunc(read.Pieces, func(p note.Piece) bool { return p.From == f.From })
		v := voices[people[read.Pieces[at].Who].Name]
		p := Proposal{Row: journal.Row{Deal: of.Call.Deal}, Call: of.Call.ID, Voice: v, Position: at, Sort: f.Sort, State: discovery.Found, Who: f.Who, Mark: f.Mark, Due: f.Due,
			Quote: seal.New(v, cut(f.Quote, 4000)), Statement: seal.New(v, cut(f.Statement, 500)), Why: seal.New(v, f.Why)}
		if m := f.Measure; m != nil && f.Sort != note.Fact {
			p.Metric, p.Scale = seal.New(v, cut(orElse(m.Metric, "value"), 200)), &discovery.Scale{Comparison: m.Comparison, Target: m.Target, Unit: cut(m.Unit, 40)}
		}
		p.fill(f, shown)
		if err := journal.Insert(ctx, tx, &p); err != nil {
			return out, err
		}
		out = append(out, p)
	}
	return out, nil
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
