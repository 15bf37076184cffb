package brief

import (
	"context"
	"slices"
	"sort"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Attendee is one of theirs who attends.
type Attendee struct {
	Contact  string        `json:"contact"`
	Name     string        `json:"name"`
	Title    string        `json:"title"` // their role in the deal, else their title
	Decides  bool          `json:"decides"`
	Champion bool          `json:"champion"`
	Stance   int           `json:"stance"` // −2 … +2
	Known    bool          `json:"known"`  // a stakeholder of the deal: a stance is kept
	Words    string        `json:"words"`  // the last they are known to have said; empty for none
	Where    string        `json:"where"`
	At       clock.Instant `json:"at"`
}

// attend lists who attends; where no meeting is planned, everyone with a say.
func (b *reading) attend(ctx context.Context) error {
	holders, err := journal.List[account.Stakeholder](ctx, b.src, b.thread.Facts.Deal.ID)
	if err != nil {
		return err
	}
	of := map[string]account.Stakeholder{}
	ids := slices.Clone(b.Meeting.Contacts)
	for _, s := range holders {
		of[s.Contact] = s
		if b.Meeting.ID == "" {
			ids = append(ids, s.Contact)
		}
	}
	contacts, err := journal.Several[account.Contact](ctx, b.src, ids)
	if err != nil {
		return err
	}
	words, err := b.lastWords(ctx)
	if err != nil {
		return err
	}
	all := make([]Attendee, 0, len(contacts))
	for _, c := range contacts {
		s, known := of[c.ID]
		a := Attendee{Contact: c.ID, Name: c.Name.String(), Title: s.Role, Decides: s.Decides, Champion: s.Champion, Stance: s.Stance, Known: known}
		if a.Title == "" {
			a.Title = c.Title
		}
		if w, said := words[c.ID]; said {
			a.Words, a.Where, a.At = w.words, w.where, w.at
		}
		all = append(all, a)
	}
	sort.SliceStable(all, func(i, j int) bool { // who decides first, then who has said most lately
		if all[i].Decides != all[j].Decides {
			return all[i].Decides
		}
		return all[i].At.After(all[j].At)
	})
	b.People, b.More.People = few(all, mostPeople)
	return nil
}

type saying struct {
	words, where string
	at           clock.Instant
}

// lastWords are the last words of each contact that the deal keeps: quotes of calls, reactions,
// notes of qualification, what stood beside a sign-off.
func (b *reading) lastWords(ctx context.Context) (map[string]saying, error) {
	out := map[string]saying{}
	deal := b.thread.Facts.Deal.ID
	hear := func(contact string, words seal.Text, where string, at clock.Instant) {
		if contact == "" || words.IsZero() || words.Gone() || words.String() == "" || at.After(b.now) {
			return
		}
		if had, ok := out[contact]; !ok || at.After(had.at) {
			out[contact] = saying{words.String(), where, at}
		}
	}
	calls, err := discovery.Calls(ctx, b.src, deal)
	if err != nil {
		return nil, err
	}
	held := map[string]discovery.Call{}
	for _, c := range calls {
		held[c.ID] = c
	}
	quotes, err := journal.List[thread.Quote](ctx, b.src, deal)
	if err != nil {
		return nil, err
	}
	for _, q := range quotes {
		at, where := q.At, "in writing"
		if c, ok := held[q.FromID]; ok {
			at, where = c.HeldAt, c.Title
		}
		hear(q.Speaker, q.Words, where, at)
	}
	notes, err := discovery.Notes(ctx, b.src, deal)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		where := n.Source
		if c, ok := held[n.Call]; ok {
			where = c.Title
		}
		hear(n.Contact, n.Words, where, n.SaidAt)
	}
	return out, b.reactions(ctx, hear)
}

func (b *reading) reactions(ctx context.Context, hear func(string, seal.Text, string, clock.Instant)) error {
	deal := b.thread.Facts.Deal.ID
	segments, err := demo.Segments(ctx, b.src, deal)
	if err != nil {
		return err
	}
	titles := map[string]string{}
	for _, s := range segments {
		titles[s.ID] = s.Title
	}
	reactions, err := journal.List[demo.Reaction](ctx, b.src, deal)
	if err != nil {
		return err
	}
	for _, r := range reactions {
		hear(r.Contact, r.Words, "demo: "+titles[r.Segment], r.At)
	}
	signed, err := journal.List[evaluation.SignOff](ctx, b.src, deal)
	for _, s := range signed {
		hear(s.Contact, s.Words, "sign-off", s.At)
	}
	return err
}
