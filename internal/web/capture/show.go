package capture

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	core "throughline/internal/capture"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// view is a note with what it proposed.
type view struct {
	r       *kit.Request
	call    discovery.Call
	words   []discovery.Segment
	all     []core.Proposal
	current *core.Proposal // the one to decide on; nil when none is left
	waiting int
	people  kit.People
	shown   []core.Showing // what the one whose reaction it is saw
	why     string         // why this deal
	mine    []account.Label
}

func show(r *kit.Request) error {
	v := &view{r: r}
	if err := v.load(); err != nil {
		return err
	}
	shell, err := r.DealShell(v.call.Title, "Discovery")
	if err != nil {
		return err
	}
	return r.Draw(page(shell, v))
}

func (v *view) load() (err error) {
	ctx, r := v.r.Ctx(), v.r.Reader
	if v.call, err = core.Of(ctx, r, v.r.Deal.ID, v.r.PathValue("call")); err != nil {
		return err
	}
	if v.all, err = core.OfNote(ctx, r, v.call.ID); err != nil {
		return err
	}
	v.choose(v.r.FormValue("id") + v.r.URL.Query().Get("at"))
	if v.words, err = discovery.Segments(ctx, r, v.call); problem.Of(err) == problem.Refused {
		err = nil // forgotten: the proposals say so themselves
	}
	if err != nil {
		return err
	}
	if v.people.Names, err = v.r.Names(); err != nil {
		return err
	}
	if v.people.Ours, err = auth.People(ctx, r); err != nil {
		return err
	}
	if v.people.Theirs, err = account.Named(ctx, r, v.r.Deal.ID); err != nil {
		return err
	}
	if v.current != nil && v.current.Who != "" {
		if v.shown, err = core.Shown(ctx, r, v.r.Deal.ID, v.current.Who); err != nil {
			return err
		}
	}
	return v.guessed()
}

// choose looks at the proposal that was asked for, else at the first that waits.
func (v *view) choose(asked string) {
	for i := range v.all {
		p := &v.all[i]
		if p.Waits() {
			v.waiting++
		}
		if p.ID == asked || asked == "" && v.current == nil && p.Waits() {
			v.current = p
		}
	}
}

// guessed says why the note stands in this deal, while it can still be moved.
func (v *view) guessed() error {
	if v.call.RecordedBy != v.r.Person.ID || !v.movable() {
		return nil
	}
	fits, err := core.Guess(v.r.Ctx(), v.r.Reader, v.text(), v.r.Person.ID)
	if err != nil {
		return err
	}
	for _, f := range fits {
		if f.Deal == v.r.Deal.ID {
			v.why = f.Why
		}
	}
	v.mine, err = core.Own(v.r.Ctx(), v.r.Reader, v.r.Person.ID)
	return err
}

func (v *view) movable() bool {
	for _, p := range v.all {
		if p.State == discovery.Accepted {
			return false
		}
	}
	return v.r.May(auth.Promise)
}

func (v *view) text() string {
	words := make([]string, 0, len(v.words))
	for _, s := range v.words {
		words = append(words, s.Text)
	}
	return strings.Join(words, " ")
}

func (v *view) path(rest string) string { return v.r.DealPath("captures/" + v.call.ID + rest) }

// about says when and by whom the note was taken, and why it stands here.
func (v *view) about() string {
	s := "Taken by " + v.people.Names.Of(v.call.RecordedBy) + ", " + v.r.Moment(v.call.HeldAt) + "."
	if v.why != "" {
		s += " It stands in " + v.r.Deal.Prefix + " because it " + v.why + "."
	}
	return s
}

// goOn leads to the next proposal that waits, or to what became of the note.
func goOn(r *kit.Request) error {
	return r.Done(r.DealPath("captures/"+r.PathValue("call")) + "#now")
}

// ofNote refuses a proposal of another note.
func ofNote(r *kit.Request, id string) error {
	call, err := core.Of(r.Ctx(), r.Reader, r.Deal.ID, r.PathValue("call"))
	if err != nil {
		return err
	}
	p, err := journal.Load[core.Proposal](r.Ctx(), r.Reader, id)
	if err == nil && p.Call != call.ID {
		err = problem.NotFound("proposal", id)
	}
	return err
}

func accept(r *kit.Request) error {
	var in core.Choice
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := ofNote(r, in.ID); err != nil {
		return err
	}
	if err := r.Act("capture.accept", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Accept(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return goOn(r)
}

func acceptAll(r *kit.Request) error {
	call, err := core.Of(r.Ctx(), r.Reader, r.Deal.ID, r.PathValue("call"))
	if err != nil {
		return err
	}
	if err := r.Act("capture.accept-all", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AcceptAll(ctx, tx, r.Deal.ID, call.ID)
		return err
	}); err != nil {
		return err
	}
	return goOn(r)
}

func reject(r *kit.Request) error {
	var in core.Choice
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := ofNote(r, in.ID); err != nil {
		return err
	}
	if err := r.Act("capture.reject", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Reject(ctx, tx, in.ID, in.Revision)
		return err
	}); err != nil {
		return err
	}
	return goOn(r)
}

func move(r *kit.Request) error {
	to := r.FormValue("to")
	if to == "" {
		return &problem.Error{Kind: problem.Invalid, What: "No deal was chosen.", Fields: []problem.Field{{Name: "to", What: "Choose the deal that the note is of."}}}
	}
	var out core.Taken
	if err := r.Act("capture.move", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.Move(ctx, tx, r.Deal.ID, r.PathValue("call"), to)
		return err
	}); err != nil {
		return err
	}
	return goTo(r, out)
}

// marks are the steps of a reaction.
func marks() []look.Option {
	return []look.Option{{Value: "2", Label: "+2, for it"}, {Value: "1", Label: "+1"}, {Value: "0", Label: "0, no matter"}, {Value: "-1", Label: "−1"}, {Value: "-2", Label: "−2, against it"}}
}
