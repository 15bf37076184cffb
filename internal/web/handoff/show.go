package handoff

import (
	"strings"

	"throughline/internal/auth"
	core "throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// view is the room of one crossing: its draft, and the review once it came to pass.
type view struct {
	r        *kit.Request
	crossing core.Crossing
	live     bool // a decision to go live stands, so what was built can be handed over to run
	t        thread.Thread
	people   []auth.Person
	// before the signature
	draft    core.Draft
	hidden   string // why the person may not see the draft yet
	proposed bool   // the CRM calls the deal won
	// after it
	review  *core.Review
	first   map[string]string // requirement: why to look at it before the others
	groups  []core.Group
	changes []core.Difference
	next    string // the item at hand: the first that waits for the person
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Handoff", "Handoff")
	if err != nil {
		return err
	}
	v := &view{r: r, crossing: core.Crossing(r.FormValue("crossing"))}
	var c problem.Check
	if v.crossing.Check(&c); c.Err() != nil {
		return problem.NotFound("crossing", string(v.crossing))
	}
	if v.live, err = core.Live(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return err
	}
	if v.t, err = r.House.Thread(r.Ctx(), r.Reader, r.Deal.ID, r.Today()); err != nil {
		return err
	}
	if v.people, err = auth.People(r.Ctx(), r.Reader); err != nil {
		return err
	}
	review, signed, err := v.crossing.Load(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	if !signed {
		return v.showDraft(shell)
	}
	v.review, v.first = review, v.crossing.Exceptions(&v.t.Picture)
	v.groups = review.Groups(v.first)
	v.next = v.atHand()
	past, err := journal.Frozen(r.Ctx(), r.Reader, r.Deal.ID, review.FrozenAt)
	if err != nil {
		return err
	}
	if v.changes, err = core.Differences(r.Ctx(), past, r.Reader, r.Deal.ID); err != nil {
		return err
	}
	return r.Draw(reviewPage(shell, v))
}

func (v *view) showDraft(shell look.PageView) (err error) {
	if err := v.crossing.MayDraft(&v.t, v.r.Person.ID); err != nil {
		v.hidden = err.Error()
	}
	v.proposed = v.r.Deal.Stage == "Closed Won"
	if v.draft, err = v.crossing.DraftOf(v.r.Ctx(), v.r.Reader, &v.t); err != nil {
		return err
	}
	if v.crossing == core.ToRun {
		return v.r.Draw(runDraftPage(shell, v))
	}
	return v.r.Draw(draftPage(shell, v))
}

// receivers are whom a deal can be handed to: everyone who may receive.
func (v *view) receivers() kit.People {
	names, _ := v.r.Names() // fetched by the shell already; a failure showed there
	return kit.People{Ours: v.people, Names: names, Needs: auth.Receive}
}

// chooseOne is the first choice where nobody is named yet.
func chooseOne(kept string) []look.Option {
	if kept != "" {
		return nil
	}
	return look.WithNone("Choose who")
}

// open says whether anything can still be decided.
func (v *view) open() bool { return v.review != nil && v.review.State != core.Closed }

// decides says whether the person is the receiver, and so decides.
func (v *view) decides() bool {
	return v.open() && v.review.Receiver == v.r.Person.ID && v.r.May(auth.Receive)
}

// gives says whether the person answers for what is offered.
func (v *view) gives() bool { return v.open() && v.r.May(auth.Sell) && v.review.Gives(v.r.Person.ID) }

// asks says whether an item asks something of the person now.
func (v *view) asks(l core.Line) bool {
	return v.decides() && l.Waits() || v.gives() && (l.State == core.Queried || l.State == core.ItemReturned)
}

// broken says whether the thread of a requirement is broken.
func (v *view) broken(requirement string) bool {
	for i := range v.t.Rows {
		if v.t.Rows[i].Requirement.ID == requirement {
			return len(v.t.Rows[i].Breaks) > 0
		}
	}
	return false
}

// atHand is the first item that asks something of the person.
func (v *view) atHand() string {
	for _, g := range v.groups {
		for _, l := range g.Lines {
			if v.asks(l) {
				return l.Thing
			}
		}
	}
	return ""
}

// shown are the lines of a group that the filter leaves.
func (v *view) shown(g core.Group) (out []core.Line) {
	for _, l := range g.Lines {
		switch v.r.URL.Query().Get("show") {
		case "open":
			if !l.Open() {
				continue
			}
		case "mine":
			if !v.asks(l) {
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// filters are the ways to look at the items, with their counts.
func (v *view) filters() []look.Choice {
	all, open, mine := 0, 0, 0
	for _, g := range v.groups {
		for _, l := range g.Lines {
			all++
			if l.Open() {
				open++
			}
			if v.asks(l) {
				mine++
			}
		}
	}
	a, show := look.Address{Path: v.r.DealPath("handoff"), Query: v.crossing.Query()}, v.r.URL.Query().Get("show")
	out := []look.Choice{{Label: "All", Count: count(all), Href: a.With("show", ""), Current: show == "", Key: "1"},
		{Label: "Open", Count: count(open), Href: a.With("show", "open"), Current: show == "open", Key: "2"}}
	if mine > 0 || show == "mine" {
		out = append(out, look.Choice{Label: "For you", Count: count(mine), Href: a.With("show", "mine"), Current: show == "mine", Key: "3"})
	}
	return out
}

// drawn says whether a form that was sent stands on the page again, and so says itself what failed.
func (v *view) drawn(form string) bool {
	switch form {
	case "receiver":
		return v.r.May(auth.Receive)
	case "withdraw-signature":
		return v.review != nil && v.r.May(auth.Sign)
	case "bought":
		return len(v.markableLines()) > 0
	case "run":
		return v.review == nil && v.live && v.r.May(auth.Build)
	case "withdraw-run":
		return v.review != nil && v.r.May(auth.Build)
	case "sign":
		return v.review == nil && v.r.May(auth.Sign)
	}
	for _, g := range v.groups {
		for _, l := range g.Lines {
			if strings.HasSuffix(form, "-"+l.Thing) && v.openForm(l) != "" {
				return true
			}
		}
	}
	return false
}

// path is the address of an act of the room.
func (v *view) path(act string) string { return v.r.DealPath("handoff/" + act) }

// room is the address of the crossing's room, with one more setting if it is named.
func (v *view) room(setting, value string) string {
	return v.r.DealPath(v.crossing.Room(setting, value))
}

// carries are what a form of the room sends along: which crossing it decides on.
func (v *view) carries(more ...look.Hidden) []look.Hidden {
	if v.crossing == core.ToBuild {
		return more
	}
	return append(more, look.Hidden{Name: "crossing", Value: string(v.crossing)})
}

// crossings lead from one handoff of the deal to the other; none before the signature.
func (v *view) crossings() []look.Choice {
	if !v.t.Signed {
		return nil
	}
	at := func(c core.Crossing, label string) look.Choice {
		return look.Choice{Label: label, Href: v.r.DealPath(c.Room("", "")), Current: c == v.crossing}
	}
	return []look.Choice{at(core.ToBuild, "To those who build"), at(core.ToRun, "To whoever runs it")}
}

// receiver is who the deal names to receive the crossing.
func (v *view) receiver() string {
	if v.crossing == core.ToRun {
		return v.r.Deal.Runs
	}
	return v.r.Deal.SA
}

// notBought are the requirements that stand and were left out of the sale.
func (v *view) notBought() (out []*thread.Line) {
	for i := range v.t.Rows {
		if l := &v.t.Rows[i]; l.Requirement.Stands() && l.Requirement.Bought == thread.NotBought {
			out = append(out, l)
		}
	}
	return out
}
