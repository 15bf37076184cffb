package discovery

import (
	"context"
	"fmt"
	"time"

	"throughline/internal/discovery/candidate"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
	"throughline/internal/transcript"
)

// Proposal is what looking through a call came to.
type Proposal struct {
	New      int      `json:"new"`
	Kept     int      `json:"kept"`    // found before and still there
	Dropped  int      `json:"dropped"` // found before by the program, undecided, and not found any more
	Warnings []string `json:"warnings"`
}

// The bounds of what is proposed from one call. Beyond them a text is no talk of people.
const (
	maxCandidates = 1000
	maxQuote      = 4000 // characters
	maxStatement  = 500
)

// Propose looks through a call and keeps what it finds as candidates. Run again, it adds what
// is new and leaves what was decided or marked by a person; what waits undecided and is not
// found any more, since a voice got another name, goes.
func Propose(ctx context.Context, tx *journal.Tx, call string) (Proposal, error) {
	c, err := openCall(ctx, tx, call, 0)
	if err != nil {
		return Proposal{}, err
	}
	if c.Form == FormNote {
		return Proposal{}, nil // looked through when it was written
	}
	if c.Form == FormList {
		return Proposal{}, problem.Refuse("“%s” is a list: its rows are its candidates. Take a newer version of the list as a file of its own.", c.Title)
	}
	segments, err := Segments(ctx, tx.Reader, c)
	if err != nil {
		return Proposal{}, err
	}
	voices, err := Voices(ctx, tx.Reader, call)
	if err != nil {
		return Proposal{}, err
	}
	found := find(c, segments, voices)
	had, err := candidatesOfCall.List(ctx, tx.Reader, call)
	if err != nil {
		return Proposal{}, err
	}
	var out Proposal
	if len(found) > maxCandidates {
		out.Warnings = append(out.Warnings, fmt.Sprintf("%d candidates were found; the first %d are kept. Mark in the text what else matters.", len(found), maxCandidates))
		found = found[:maxCandidates]
	}
	place := map[string]int{}
	for i := range had {
		place[had[i].sameness()] = i + 1
	}
	still := make([]bool, len(had))
	for i := range found {
		switch n := place[found[i].sameness()]; {
		case n > 0:
			still[n-1] = true
			out.Kept++
			continue
		case n < 0:
			continue // said twice in the same words at the same place
		}
		if err := journal.Insert(ctx, tx, &found[i]); err != nil {
			return out, err
		}
		place[found[i].sameness()] = -1
		out.New++
	}
	for i := range had {
		if still[i] || had[i].ByHand || had[i].State != Found {
			continue
		}
		if err := journal.Delete(ctx, tx, &had[i]); err != nil {
			return out, err
		}
		out.Dropped++
	}
	return out, nil
}

// sameness is equal for two candidates of a call that say the same thing.
func (c *Candidate) sameness() string {
	return fmt.Sprintf("%s %d %s", c.Sort, c.Position, c.Quote.String())
}

// find gives the call to package candidate and makes rows of what it finds.
func find(c Call, segments []Segment, voices []Voice) []Candidate {
	label, byID, byLabel := map[string]string{}, map[string]Voice{}, map[string]string{}
	var o candidate.Options
	for _, v := range voices {
		name := v.Label.String()
		if v.Label.Gone() {
			name = v.ID
		}
		label[v.ID], byID[v.ID], byLabel[name] = name, v, v.ID
		if v.Side == Ours && name != "" {
			o.Ours = append(o.Ours, name)
		}
	}
	t := transcript.Transcript{Form: transcript.Form(c.Form), Segments: make([]transcript.Segment, 0, len(segments))}
	for _, s := range segments {
		text := s.Text
		if text == seal.Erased {
			text = ""
		}
		t.Segments = append(t.Segments, transcript.Segment{Start: since(s.Start), End: since(s.End), Speaker: label[s.Voice], Text: text})
	}
	r := candidate.Find(t, o)
	var out []Candidate
	for _, list := range []struct {
		sort  Sort
		items []candidate.Item
	}{{Need, r.Candidates}, {AsIs, r.Facts}, {Promise, r.Promises}} {
		for _, it := range list.items {
			if len([]rune(it.Quote)) > maxQuote || it.Segment < 0 || it.Segment >= len(segments) {
				continue
			}
			s := segments[it.Segment]
			out = append(out, row(c, list.sort, it, byID[s.Voice], s, byLabel[it.ConfirmedBy]))
		}
	}
	return out
}

// row makes a candidate of an item, with its words under the voice that spoke them.
func row(c Call, sort Sort, it candidate.Item, v Voice, s Segment, confirmed string) Candidate {
	if it.ConfirmedBy == "" {
		confirmed = ""
	}
	whyOwner := v.ID
	if confirmed != "" {
		whyOwner = confirmed // the reason names who confirmed it
	}
	out := Candidate{Row: journal.Row{Deal: c.Deal}, Call: c.ID, Voice: v.ID, Speaker: v.Who(), ConfirmedBy: confirmed, Position: s.Position, Mark: -1,
		Sort: sort, State: Found, Kind: thread.Kind(it.Kind), Priority: thread.Priority(it.Priority),
		Quote: seal.New(v.ID, it.Quote), Statement: seal.New(v.ID, short(it.Statement, maxStatement)), Why: seal.New(whyOwner, it.Why)}
	if it.At != nil {
		out.Mark = it.At.Milliseconds()
	}
	if m := it.Measure; m != nil {
		metric := m.Metric
		if metric == "" {
			metric = "value"
		}
		out.Metric = seal.New(v.ID, short(metric, 200))
		out.Scale = &Scale{m.Comparison, m.Target, short(m.Unit, 40)}
	}
	return out
}

func since(ms int64) time.Duration {
	if ms < 0 {
		return transcript.Unknown
	}
	return time.Duration(ms) * time.Millisecond
}

// short cuts a text to so many characters.
func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
