package my

import (
	"context"
	"strconv"
	"strings"

	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/web/kit"
)

// numbers reads the fields of a name each: "skills.demo". What is left empty was not seen.
func numbers(r *kit.Request, part string, names []string) (map[string]int, error) {
	var c problem.Check
	out := map[string]int{}
	for _, name := range names {
		text := strings.TrimSpace(r.PostForm.Get(part + name))
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		c.Fail(err == nil, part+name, "%q is not a whole number.", text)
		out[name] = n
	}
	return out, c.Err()
}

// fields are the names that a form sends behind a word: the skills of "skills.demo". Whether they
// are any of the guide the act says.
func fields(r *kit.Request, part string) (out []string) {
	for name := range r.PostForm {
		if rest, ok := strings.CutPrefix(name, part); ok {
			out = append(out, rest)
		}
	}
	return out
}

func keepWish(r *kit.Request) error {
	var in core.WishIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	answers, err := numbers(r, "questions.", fields(r, "questions."))
	if err != nil {
		return err
	}
	in.Answers = answers
	return acting(r, "wish.keep", "/my", in, core.KeepWish)
}

func addCertificate(r *kit.Request) error {
	var in core.CertificateIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	return acting(r, "certificate.add", "/my", in, core.AddCertificate)
}

func editCertificate(r *kit.Request) error {
	var in core.CertificateIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	return acting(r, "certificate.edit", "/my", in, core.EditCertificate)
}

func removeCertificate(r *kit.Request) error {
	return acting(r, "certificate.remove", "/my", r.PathValue("id"), func(ctx context.Context, tx *journal.Tx, id string) (core.Certificate, error) {
		return core.RemoveCertificate(ctx, tx, id, 0)
	})
}

func remark(r *kit.Request) error {
	var in core.RemarkIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	return acting(r, "evidence.remark", "/my#work", in, team.RemarkOn)
}

func startPlan(r *kit.Request) error {
	var in core.TransitionIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	return acting(r, "transition.start", "/my#plan", in, core.StartTransition)
}

func sharePlan(r *kit.Request) error {
	var in core.ShareIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	return acting(r, "transition.share", "/my#plan", in, core.ShareTransition)
}

func endPlan(r *kit.Request) error {
	var in core.EndTransitionIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	return acting(r, "transition.end", "/my#plan", in, core.EndTransition)
}

// item reads an item's form.
func item(r *kit.Request) (in core.ItemEdit, err error) { return in, r.Decode(&in) }

func addItem(r *kit.Request) error {
	in, err := item(r)
	if err != nil {
		return err
	}
	in.Transition = r.PathValue("id")
	return acting(r, "transition.add", "/my#plan", in, core.AddItem)
}

func editItem(r *kit.Request) error {
	in, err := item(r)
	if err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	return acting(r, "transition.edit", "/my#plan", in, core.EditItem)
}

func removeItem(r *kit.Request) error {
	return acting(r, "transition.remove", "/my#plan", r.PathValue("id"), func(ctx context.Context, tx *journal.Tx, id string) (core.Item, error) {
		return core.RemoveItem(ctx, tx, id, 0)
	})
}

// finishItem takes the piece of evidence as one value, kind and thing.
func finishItem(r *kit.Request) error {
	var in core.FinishIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	if at := strings.LastIndex(in.Thing, " "); at > 0 { // a kind may have a blank in it, an id has none
		in.Kind, in.Thing = in.Thing[:at], in.Thing[at+1:]
	}
	return acting(r, "transition.finish", "/my#plan", in, team.FinishItem)
}

func openMine(r *kit.Request) error { return open(r, r.Person.ID, "/my#assessments") }

func openTheirs(r *kit.Request) error {
	return open(r, r.PathValue("person"), "/team/"+r.PathValue("person"))
}

func open(r *kit.Request, person, back string) error {
	var in core.OpenIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Person = person
	return acting(r, "assessment.open", back, in, core.OpenAssessment)
}
