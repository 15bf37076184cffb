package discovery

import (
	"context"
	"encoding/json"
	"sort"
	"time"

	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/transcript"
)

// Segment is one piece of a call under one time mark.
type Segment struct {
	Position int    `json:"position"` // from 0, in the order of the file
	Start    int64  `json:"start"`    // ms since the call began; -1 is not known
	End      int64  `json:"end"`
	Voice    string `json:"voice"` // a voice's id
	Text     string `json:"text"`  // or '[erased]'
}

// Speech is what one voice said, kept together: a call of an hour is a handful of rows in
// table and journal and not a thousand, so that a deal's past is rebuilt quickly.
type Speech struct {
	journal.Row
	Call  string     `db:"call" json:"call"`
	Voice string     `db:"voice" json:"voice"`
	Marks [][3]int64 `db:"marks,json" json:"marks"` // position, start, end of each segment
	Words seal.Text  `db:"words" json:"-"`          // a JSON list of their texts; search reads it
	Held  seal.Text  `db:"held" json:"-"`           // the same while the call is held: nothing reads it
}

// A speech row holds at most so many segments and bytes; a long one goes on in the next row.
const (
	speechSegments = 2000
	speechBytes    = 128 << 10
)

var (
	speechKind   = journal.Declare[Speech]("speech", "speech")
	speechOfCall = journal.Where[Speech](speechKind, "call = $2 ORDER BY id")
)

// Segments gives the call's words in order. A held call gives none and says why.
func Segments(ctx context.Context, r *journal.Reader, c Call) ([]Segment, error) {
	if err := c.readable(); err != nil {
		return nil, err
	}
	rows, err := speechOfCall.List(ctx, r, c.ID)
	if err != nil {
		return nil, err
	}
	out := make([]Segment, 0, c.Segments)
	for _, s := range rows {
		var texts []string
		if s.Words.IsZero() {
			texts = make([]string, len(s.Marks)) // held: whoever asks past the call's state finds nothing
		} else if !s.Words.Gone() {
			if err := json.Unmarshal([]byte(s.Words.String()), &texts); err != nil {
				return nil, err
			}
		}
		for i, m := range s.Marks {
			seg := Segment{Position: int(m[0]), Start: m[1], End: m[2], Voice: s.Voice, Text: seal.Erased}
			if i < len(texts) {
				seg.Text = texts[i]
			}
			out = append(out, seg)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Position < out[j].Position })
	return out, nil
}

// keepSpeech writes what the voices said.
func keepSpeech(ctx context.Context, tx *journal.Tx, c Call, voiceOf []string, segments []transcript.Segment) error {
	rows, err := Spoken(c, voiceOf, segments)
	for i := range rows {
		if err == nil {
			err = journal.Insert(ctx, tx, &rows[i])
		}
	}
	return err
}

// Spoken is what the voices of a call said, as rows to keep: voiceOf names the voice of each segment
// by its id. The words of a held call are put where nothing reads them.
func Spoken(c Call, voiceOf []string, segments []transcript.Segment) ([]Speech, error) {
	byVoice, order := map[string][]int{}, []string{}
	for i, v := range voiceOf {
		if byVoice[v] == nil {
			order = append(order, v)
		}
		byVoice[v] = append(byVoice[v], i)
	}
	var out []Speech
	for _, v := range order {
		for at := byVoice[v]; len(at) > 0; {
			row := Speech{Row: journal.Row{Deal: c.Deal}, Call: c.ID, Voice: v}
			texts, size := []string{}, 0
			for len(at) > 0 && len(texts) < speechSegments && (size == 0 || size+len(segments[at[0]].Text) <= speechBytes) {
				s := segments[at[0]]
				row.Marks = append(row.Marks, [3]int64{int64(at[0]), ms(s.Start), ms(s.End)})
				texts, size, at = append(texts, s.Text), size+len(s.Text), at[1:]
			}
			words, err := json.Marshal(texts)
			if err != nil {
				return nil, err
			}
			if row.Words = seal.New(v, string(words)); c.State == Held {
				row.Words, row.Held = seal.Text{}, row.Words
			}
			out = append(out, row)
		}
	}
	return out, nil
}

// release puts the words of a call where they are read, or, taken back, where they are not.
func release(ctx context.Context, tx *journal.Tx, c Call) error {
	rows, err := speechOfCall.List(ctx, tx.Reader, c.ID)
	if err != nil {
		return err
	}
	for i := range rows {
		s := &rows[i]
		if held := !s.Held.IsZero(); held != (c.State == Held) {
			s.Words, s.Held = s.Held, s.Words
		}
		if err := journal.Update(ctx, tx, s); err != nil {
			return err
		}
	}
	return nil
}

func ms(d time.Duration) int64 {
	if d == transcript.Unknown {
		return -1
	}
	return d.Milliseconds()
}
