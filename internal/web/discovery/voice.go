package discovery

import (
	"context"
	"strings"

	"throughline/internal/account"
	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// nameVoice says who a voice is: a contact, one of ours, a side, or someone who was not known
// and is taken into the deal under the name in the transcript. Where the side is another one,
// the call is looked through again.
func nameVoice(r *kit.Request) error {
	var voice core.Voice
	who := r.FormValue("who")
	return onCall(r, "discovery.name-voice", func(ctx context.Context, tx *journal.Tx, c core.Call, revision int64) (err error) {
		if voice, err = journal.Load[core.Voice](ctx, tx, r.FormValue("voice")); err != nil {
			return err
		}
		if voice.Call != c.ID {
			return problem.NotFound("voice", voice.ID)
		}
		in := core.Naming{Voice: voice.ID, Revision: revision}
		kind, id, _ := strings.Cut(who, ":")
		switch kind {
		case "contact":
			in.Contact = id
		case "person":
			in.Person = id
		case "side":
			in.Side = id
		case "new":
			met, err := account.Meet(ctx, tx, c.Deal, newName(voice), "")
			if err != nil {
				return onField("who", err)
			}
			in.Contact = met.ID
		}
		now, err := core.NameVoice(ctx, tx, in)
		if err != nil || now.Side == voice.Side || c.State != core.ReadOut {
			return err
		}
		_, err = core.Propose(ctx, tx, c.ID) // another side speaks: other sentences are needs
		return err
	})
}

// newName is the name under which a voice that nobody knows is taken in.
func newName(v core.Voice) string {
	if v.Label.Gone() {
		return ""
	}
	return strings.TrimSpace(v.Label.String())
}

// voiceName is what a voice is called on the page.
func (v *callView) voiceName(w core.Voice) string {
	switch {
	case w.Who() != "":
		return v.people.names.Of(w.Who())
	case w.Label.Gone():
		return seal.Erased
	case w.Label.String() != "":
		return w.Label.String()
	case v.call.Form == "notes":
		return "Notes"
	}
	return "A voice without a name"
}

// nameOf is a voice's name by its id.
func (v *callView) nameOf(voice string) string {
	for _, w := range v.voices {
		if w.ID == voice {
			return v.voiceName(w)
		}
	}
	return ""
}

// whoValue is the choice that stands for a voice as it is.
func whoValue(w core.Voice) string {
	switch {
	case w.Contact != "":
		return "contact:" + w.Contact
	case w.Person != "":
		return "person:" + w.Person
	case w.Side != "":
		return "side:" + w.Side
	}
	return ""
}

// whoOptions are whom a voice can be.
func (v *callView) whoOptions(w core.Voice) []look.Option {
	out := []look.Option{{Label: "Not known"}}
	if name := newName(w); name != "" && w.Who() == "" {
		out = append(out, look.Option{Value: "new:", Label: "Someone new of theirs: " + name})
	}
	out = append(out, v.people.contactOptions("contact:", w.Contact)...)
	out = append(out, v.people.ourOptions("person:", w.Person)...)
	return append(out, look.Option{Value: "side:theirs", Label: "Someone of theirs, unnamed", Group: "Only the side"}, look.Option{Value: "side:ours", Label: "One of ours, unnamed", Group: "Only the side"})
}

// unsure counts the voices that a person should look at: proposed, or not known at all.
func (v *callView) unsure() (n int) {
	for _, w := range v.voices {
		if w.Proposed || w.Who() == "" && w.Side == "" && !w.Label.Gone() && w.Label.String() != "" {
			n++
		}
	}
	return n
}
