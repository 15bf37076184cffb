package discovery

import (
	"context"
	"strings"

	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// callOf loads the call that the path names, of this deal.
func callOf(r *kit.Request) (core.Call, error) {
	c, err := journal.Load[core.Call](r.Ctx(), r.Reader, r.PathValue("call"))
	if err == nil && c.Deal != r.Deal.ID {
		err = problem.NotFound("call", r.PathValue("call"))
	}
	return c, err
}

// callView is one call: its words, and the candidates found in them.
type callView struct {
	r      *kit.Request
	call   core.Call
	people *people
	voices []core.Voice
	review review
	text   transcript
	held   string // why there are no words to see
	needs  []thread.Requirement
	window window          // of a list
	same   map[string]same // of a list's rows that wait, by candidate
	change *change         // of the row that is looked at, where a newer list changes something
}

func showCall(r *kit.Request) error {
	v, err := openCall(r)
	if err != nil {
		return err
	}
	shell, err := r.DealShell(v.call.Title, "Discovery")
	if err != nil {
		return err
	}
	return r.Draw(callPage(shell, v))
}

// openCall loads what the call's page shows.
func openCall(r *kit.Request) (*callView, error) {
	v := &callView{r: r}
	var err error
	if v.call, err = callOf(r); err != nil {
		return nil, err
	}
	if v.people, err = peopleOf(r); err != nil {
		return nil, err
	}
	if v.voices, err = core.Voices(r.Ctx(), r.Reader, v.call.ID); err != nil {
		return nil, err
	}
	if v.needs, err = thread.Requirements(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return nil, err
	}
	if err := v.openReview(); err != nil {
		return nil, err
	}
	if err := v.openChange(); err != nil {
		return nil, err
	}
	segments, err := core.Segments(r.Ctx(), r.Reader, v.call)
	if problem.Of(err) == problem.Refused {
		v.held, err = err.Error(), nil
	}
	if err != nil {
		return nil, err
	}
	v.text = v.transcriptOf(segments)
	return v, nil
}

// asked is the candidate that the address or the form that is drawn again names.
func (v *callView) asked() string {
	if v.r.Failed != nil {
		return v.r.FormValue("id")
	}
	return v.r.URL.Query().Get("at")
}

func (v *callView) path(rest string) string { return callPath(v.r, v.call.ID) + rest }

func callPath(r *kit.Request, call string) string { return r.DealPath("discovery/" + call) }

// form is the frame of a form of the call; leaving it leads back to where one was.
func (v *callView) form(name, path, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, v.path(path), verb, revision)
	f.Cancel = v.path("")
	return f
}

// onCall runs an act on the call that the path names, with the revision that was read, and
// leads back to it.
func onCall(r *kit.Request, name string, do func(ctx context.Context, tx *journal.Tx, c core.Call, revision int64) error) error {
	c, err := callOf(r)
	if err != nil {
		return err
	}
	var read struct{ Revision int64 }
	if err := r.Decode(&read); err != nil {
		return err
	}
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, c, read.Revision) }); err != nil {
		return err
	}
	return r.Done(callPath(r, c.ID))
}

func editCall(r *kit.Request) error {
	var in core.CallEdit
	if err := r.Decode(&in); err != nil {
		return err
	}
	var err error
	if in.HeldAt, err = heldAt(r); err != nil {
		return err
	}
	attended := in.Contacts
	return onCall(r, "discovery.edit-call", func(ctx context.Context, tx *journal.Tx, c core.Call, revision int64) error {
		met, err := newcomers(ctx, tx, c.Deal, r.FormValue("newcomers"))
		if err != nil {
			return err
		}
		in.ID, in.Revision, in.Contacts = c.ID, revision, append(append([]string{}, attended...), met...)
		_, err = core.EditCall(ctx, tx, in)
		return err
	})
}

func consent(r *kit.Request) error {
	var in core.ConsentGiven
	if err := r.Decode(&in); err != nil {
		return err
	}
	return onCall(r, "discovery.consent", func(ctx context.Context, tx *journal.Tx, c core.Call, revision int64) error {
		in.Call, in.Revision = c.ID, revision
		_, err := core.Consent(ctx, tx, in)
		return err
	})
}

func removeCall(r *kit.Request) error {
	c, err := callOf(r)
	if err != nil {
		return err
	}
	var read struct{ Revision int64 }
	if err := r.Decode(&read); err != nil {
		return err
	}
	if err := r.Act("discovery.remove-call", func(ctx context.Context, tx *journal.Tx) error {
		return core.RemoveCall(ctx, tx, c.ID, read.Revision)
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("discovery"))
}

func forgetCall(r *kit.Request) error {
	return onCall(r, "discovery.forget-call", func(ctx context.Context, tx *journal.Tx, c core.Call, revision int64) error {
		_, err := core.ForgetCall(ctx, tx, c.ID, revision)
		return err
	})
}

func propose(r *kit.Request) error {
	return onCall(r, "discovery.propose", func(ctx context.Context, tx *journal.Tx, c core.Call, _ int64) error {
		_, err := core.Propose(ctx, tx, c.ID)
		return err
	})
}

// attendees are the names of those who were there, theirs first.
func (p *people) attendees(c core.Call) string {
	var names []string
	for _, id := range append(append([]string{}, c.Contacts...), c.People...) {
		names = append(names, p.names.Of(id))
	}
	return strings.Join(names, ", ")
}

// consentWords say what is known of the speakers' consent.
var consentWords = map[string]string{"none": "not recorded", "given": "given", "refused": "refused"}

func consentTone(c core.Call) look.Tone {
	switch {
	case c.Consent == "given":
		return look.Good
	case c.State == core.Held:
		return look.Wait
	}
	return look.Quiet
}
