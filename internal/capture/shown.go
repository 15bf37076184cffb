package capture

import (
	"context"
	"slices"
	"sort"
	"strings"

	"throughline/internal/demo"
	"throughline/internal/journal"
)

// Showing is a segment that people saw in a demo that was held.
type Showing struct {
	Demo    demo.Demo
	Segment demo.Segment
}

// showings are a deal's, the last demo first.
type showings []Showing

func shownIn(ctx context.Context, src journal.Source, deal string) (showings, error) {
	demos, err := journal.List[demo.Demo](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	of := map[string]demo.Demo{}
	for _, d := range demos {
		if d.State == demo.Delivered {
			of[d.ID] = d
		}
	}
	segments, err := demo.Segments(ctx, src, deal)
	var out showings
	for _, s := range segments {
		if d, held := of[s.Demo]; held && s.Shown != "skipped" && s.Shown != "" {
			out = append(out, Showing{d, s})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Demo.HeldAt.After(out[j].Demo.HeldAt) })
	return out, err
}

// Shown are the segments that a contact saw, the last demo first.
func Shown(ctx context.Context, src journal.Source, deal, contact string) ([]Showing, error) {
	all, err := shownIn(ctx, src, deal)
	return all.seenBy(contact), err
}

func (all showings) seenBy(contact string) (out []Showing) {
	for _, s := range all {
		if slices.Contains(s.Demo.Contacts, contact) {
			out = append(out, s)
		}
	}
	return out
}

// likeliest is the segment whose title or capability shares most words with a quote; none shared,
// none. Short words say nothing.
func (all showings) likeliest(contact, quote string) string {
	best, most := "", 0
	said := telling(quote)
	for _, s := range all.seenBy(contact) {
		n := 0
		for w := range telling(s.Segment.Title + " " + s.Segment.Capability) {
			if said[w] {
				n++
			}
		}
		if n > most {
			best, most = s.Segment.ID, n
		}
	}
	return best
}

func telling(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordsOf(text) {
		if len([]rune(w)) > 3 {
			out[strings.TrimSuffix(w, "s")] = true
		}
	}
	return out
}
