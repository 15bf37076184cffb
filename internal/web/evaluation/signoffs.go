package evaluation

import (
	"fmt"
	"strings"

	core "throughline/internal/evaluation"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// signing is one wording of the list to be signed.
type signing struct {
	*thread.Line
	wording string
	shown   string // the wording the form was drawn with, where it has changed since
	mark    string
}

// signings are the wordings that can be signed now. What the letter says of a must is for the
// recorder to choose; of the others it says nothing unless one chooses. Drawn again after an edit came between,
// a changed wording loses its mark: what the letter says of it has to be looked at anew.
func (v *view) signings() (out []signing) {
	for i := range v.t.Rows {
		l := &v.t.Rows[i]
		if !l.Requirement.Stands() {
			continue
		}
		s := signing{Line: l, wording: core.Wording(l.Requirement)}
		if l.Requirement.Priority != thread.Must {
			s.mark = absent
		}
		s.mark = v.r.Value("sign-off", "item."+l.Requirement.ID, s.mark)
		shown := strings.ReplaceAll(v.r.Value("sign-off", "wording."+l.Requirement.ID, s.wording), "\r\n", "\n")
		meaning := v.r.Value("sign-off", "meaning."+l.Requirement.ID, fmt.Sprint(l.Requirement.Meaning))
		if v.r.Failed != nil && shown != "" && (shown != s.wording || meaning != fmt.Sprint(l.Requirement.Meaning)) {
			s.shown, s.mark = shown, ""
		}
		out = append(out, s)
	}
	return out
}

// since says what became of a signed wording: nothing, an edit of the same meaning, or an end.
func (v *view) since(it core.Item) (words string, tone look.Tone) {
	l := v.line(it.Requirement)
	switch {
	case l == nil:
		return "The requirement is not here any more.", look.Break
	case l.Requirement.Withdrawn != "":
		return "Withdrawn since: " + l.Requirement.Withdrawn, look.Quiet
	case l.Requirement.Meaning != it.Meaning:
		return "Ended: its meaning, measure or priority changed since.", look.Break
	case !core.SameWording(core.Wording(l.Requirement), it.Wording):
		return "Edited since, marked as the same meaning.", look.Quiet
	}
	return "", look.Quiet
}

// now is the wording as it stands.
func (v *view) now(it core.Item) string {
	if l := v.line(it.Requirement); l != nil {
		return core.Wording(l.Requirement)
	}
	return ""
}

// promise is the caveat of an item, as a promise.
func (v *view) promise(id string) *thread.Promise {
	for i := range v.t.Facts.Promises {
		if id != "" && v.t.Facts.Promises[i].ID == id {
			return &v.t.Facts.Promises[i]
		}
	}
	return nil
}

func (v *view) signOffTitle(s core.SignOff) string {
	verb := map[string]string{core.Agreement: "agreed", core.Caveated: "agreed on a caveat", core.Refusal: "refused"}[s.Decision]
	return fmt.Sprintf("%s %s", v.who(s.Contact), verb)
}

func (v *view) signOffNote(s core.SignOff) string {
	note := v.r.Moment(s.At) + " · " + kit.Counted(len(s.Items), "wording", "wordings")
	if s.Decides {
		note += " · had the technical decision"
	}
	return note
}

// byWords say by when a promise is due.
func (v *view) byWords(p thread.Promise) string {
	if p.DueOn() == "" {
		return ""
	}
	return ", by " + v.r.Day(p.DueOn())
}

func promiseKey(p thread.Promise) string { return fmt.Sprintf("P%d", p.Number) }
