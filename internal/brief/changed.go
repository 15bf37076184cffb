package brief

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/thread"
)

// Change is something that came since they last met us.
type Change struct {
	At   clock.Instant `json:"at"`
	Key  string        `json:"key"` // NWF-12, P3
	What string        `json:"what"`
	Of   string        `json:"of"` // the requirement's or promise's words
}

// change finds the last meeting with any of those who attend, and lists what their requirements and
// our promises came to since. Without a meeting before, everything is new and nothing is listed.
func (b *reading) change() {
	b.Changed = []Change{}
	for _, m := range b.all {
		if m.Held && m.ID != b.Meeting.ID && m.At.Before(b.now) && (b.Meeting.At.IsZero() || m.At.Before(b.Meeting.At)) &&
			slices.ContainsFunc(m.Contacts, b.attends) {
			b.Since = m
		}
	}
	if b.Since.ID == "" {
		return
	}
	since := b.Since.At
	var all []Change
	for _, l := range b.thread.Rows {
		for _, c := range l.Cells {
			if v := c.Verdict; v != nil && v.At.After(since) && (v.State == thread.Reached || v.State == thread.Failed) {
				all = append(all, Change{v.At, l.Key, said(v), l.Requirement.Statement})
			}
		}
	}
	for _, p := range b.thread.Facts.Promises {
		key := fmt.Sprintf("P%d", p.Number)
		switch {
		case p.EndedAt.After(since):
			all = append(all, Change{p.EndedAt, key, string(p.State), p.Words.String()})
		case p.SaidAt.After(since):
			all = append(all, Change{p.SaidAt, key, "promised", p.Words.String()})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].At.After(all[j].At) })
	b.Changed, b.More.Changed = few(gathered(all), mostChanged)
}

// said is a verdict in a word or two.
func said(v *thread.Verdict) string {
	if v.State == thread.Failed {
		return "not " + v.Station.String() + ": failed"
	}
	return v.Station.String()
}

// gathered keeps of one thing the last change, with what came before it in the same line.
func gathered(all []Change) (out []Change) {
	at := map[string]int{}
	for _, c := range all {
		i, there := at[c.Key]
		if !there {
			at[c.Key] = len(out)
			out = append(out, c)
			continue
		}
		if strings.Count(out[i].What, ", ") < steps-1 {
			out[i].What = c.What + ", " + out[i].What
		}
	}
	return out
}

// steps is how many stations of one thing a line names, the last ones.
const steps = 3
