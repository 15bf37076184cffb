package settings

import (
	"slices"
	"strconv"

	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/web/look"
)

// findLosses works out what going back, and taking out each own skill, leaves people with.
func (v *guideView) findLosses() error {
	v.losses = map[string][]string{}
	if !v.may || v.own.ID == "" {
		return nil
	}
	find := func(form string, g *guide.Guide) (err error) {
		v.losses[form], err = people.Losses(v.r.Ctx(), v.r.Reader, v.g, g)
		return err
	}
	if err := find("back", guide.Shipped()); err != nil {
		return err
	}
	for _, s := range people.OwnSkills(v.g) {
		g := people.Without(v.g, s.ID)
		if err := find("out-"+s.ID, &g); err != nil {
			return err
		}
	}
	return nil
}

// leaving is an act that takes something out of the guide: at once, or by a form that says what
// people have to do with it.
func (v *guideView) leaving(form string, a look.Act, at string) look.Act {
	a.Kind, a.Hidden = look.Ghost, []look.Hidden{{Name: "revision", Value: strconv.FormatInt(v.own.Revision, 10)}}
	if len(v.losses[form]) > 0 {
		a.Post, a.Hidden, a.Href = "", nil, "/settings/guide?form="+form+at
	}
	return a
}

func (v *guideView) lossForm(form, path, verb string) look.FormView {
	f := v.r.FormView(form, path, verb, v.own.Revision)
	f.Cancel = "/settings/guide"
	f.Hidden = append(f.Hidden, look.Hidden{Name: "anyway", Value: "on"})
	return f
}

// leavesOut tells whether the file that was sent leaves out what people have to do with.
func (v *guideView) leavesOut() bool {
	return v.r.Failed != nil && slices.ContainsFunc(v.r.Failed.Fields, func(f problem.Field) bool { return f.Name == "anyway" })
}
