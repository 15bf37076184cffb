package discovery

import (
	"sort"

	"throughline/internal/clock"
	core "throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// room is the first page: what was heard so far and what is still to ask.
type room struct {
	r         *kit.Request
	people    *people
	calls     []core.Call // newest first
	counts    map[string]tally
	facts     []core.Fact
	notes     map[string]core.Note
	results   []qualification.Result
	questions []thread.Question
}

// tally is how far the candidates of a call are.
type tally struct{ accepted, merged, rejected, all int }

func (t tally) decided() int { return t.accepted + t.merged + t.rejected }
func (t tally) waiting() int { return t.all - t.decided() }

func (t *tally) count(d core.Decision) {
	t.all++
	switch d {
	case core.Accepted:
		t.accepted++
	case core.Merged:
		t.merged++
	case core.Rejected:
		t.rejected++
	}
}

// tallyOf sums up decisions; what goes on in another version of a list is none of this one's.
func tallyOf(of map[core.Decision]int) tally {
	t := tally{accepted: of[core.Accepted], merged: of[core.Merged], rejected: of[core.Rejected]}
	t.all = t.decided() + of[core.Found]
	return t
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Discovery", "Discovery")
	if err != nil {
		return err
	}
	v, err := enter(r)
	if err != nil {
		return err
	}
	return r.Draw(roomPage(shell, v))
}

// enter loads what the room shows.
func enter(r *kit.Request) (*room, error) {
	v := &room{r: r, counts: map[string]tally{}, notes: map[string]core.Note{}}
	var err error
	if v.people, err = peopleOf(r); err != nil {
		return nil, err
	}
	if v.calls, err = core.Calls(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return nil, err
	}
	sort.SliceStable(v.calls, func(i, j int) bool { return v.calls[j].HeldAt.Before(v.calls[i].HeldAt) })
	standing, err := core.Standing(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	for call, of := range standing {
		v.counts[call] = tallyOf(of)
	}
	if v.facts, err = core.Facts(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return nil, err
	}
	notes, err := core.Notes(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		v.notes[n.ID] = n
	}
	if v.results, err = core.Qualification(r.Ctx(), r.Reader, r.Deal.ID, r.Today()); err != nil {
		return nil, err
	}
	return v, v.loadQuestions()
}

// loadQuestions keeps the open ones, oldest first.
func (v *room) loadQuestions() error {
	all, err := journal.List[thread.Question](v.r.Ctx(), v.r.Reader, v.r.Deal.ID)
	for _, q := range all {
		if q.Reply() == "" {
			v.questions = append(v.questions, q)
		}
	}
	return err
}

// address is the room's own state in the address: which facts, through which framework.
func (v *room) address() look.Address {
	q := v.r.URL.Query()
	q.Del("done")
	q.Del("form")
	return look.Address{Path: v.r.DealPath("discovery"), Query: q}
}

// path is the address of something of the room.
func (v *room) path(rest string) string { return v.r.DealPath("discovery" + rest) }

// form is the frame of a form of the room; leaving it leads back to the room.
func (v *room) form(name, path, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, v.path(path), verb, revision)
	f.Cancel = v.path("")
	return f
}

// day is the day an instant falls on where the workspace is.
func day(r *kit.Request, at clock.Instant) string {
	if at.IsZero() {
		return ""
	}
	return r.Day(at.In(r.Zone()))
}
