package pay

import (
	"strings"

	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// room is both roles at one level and attainment, and a person's own figures, if any were typed.
type room struct {
	r      *kit.Request
	g      *guide.Guide
	level  guide.Level
	wanted pay.Wanted
	at     pay.Comparison
	all    []levelled // every level that both roles have a band of
	own    pay.Own
	pair   *pay.Pair
	faults look.FieldErrors
}

// levelled is a level with both bands.
type levelled struct {
	guide.Level
	pay.Comparison
}

func show(r *kit.Request) error {
	q := r.URL.Query()
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &room{r: r, g: g, faults: faultsOf(r)}
	for _, l := range v.g.Levels {
		if c, err := (pay.Wanted{Level: l.ID}).Compare(v.g); err == nil {
			v.all = append(v.all, levelled{l, c})
		}
	}
	v.wanted = pay.Wanted{Level: otherwise(q.Get("level"), v.all[0].ID), Attainment: otherwise(q.Get("attainment"), "100"), SESplit: q.Get("se_split"), SASplit: splits(q.Get("sa_split"))}
	v.own = pay.Own{SETotal: q.Get("se_total"), SESplit: q.Get("own_se_split"), SATotal: q.Get("sa_total"), SASplit: q.Get("own_sa_split"), Attainment: q.Get("own_attainment")}
	asked := v.wanted
	if r.Failed != nil { // the page stands, with the figures of the first level and what is wrong beside the fields
		asked = pay.Wanted{Level: v.all[0].ID}
	} else if q.Has("se_total") {
		p, err := v.own.Work()
		if e := problem.As(err); e != nil {
			return ownNames(e)
		} else if err != nil {
			return err
		}
		v.pair = &p
	}
	if v.at, err = asked.Compare(v.g); err != nil {
		return err
	}
	if v.level, err = v.g.Level(v.at.Level); err != nil {
		return err
	}
	return r.Draw(payPage(r.Shell("Pay", "/people"), v))
}

// ownNames gives faults of own figures the names that their fields have beside the other form's.
func ownNames(e *problem.Error) error {
	for i, f := range e.Fields {
		if strings.HasSuffix(f.Name, "_split") || f.Name == "attainment" {
			e.Fields[i].Name = "own_" + f.Name
		}
	}
	return e
}

func otherwise(s, fallback string) string {
	if strings.TrimSpace(s) == "" {
		return fallback
	}
	return s
}

// splits are several, divided by commas or blanks.
func splits(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}

func faultsOf(r *kit.Request) look.FieldErrors {
	if r.Failed == nil {
		return nil
	}
	var out look.FieldErrors
	for _, f := range r.Failed.Fields {
		out = append(out, look.FieldError{Field: f.Name, Words: f.What})
	}
	if len(out) == 0 {
		out = append(out, look.FieldError{Words: r.Failed.What})
	}
	return out
}

func (v *room) levelField() look.Field {
	f := look.Field{Name: "level", Label: "Level", Value: v.wanted.Level, Error: v.faults.Of("level")}
	for _, l := range v.all {
		f.Options = append(f.Options, look.Option{Value: l.ID, Label: l.Name})
	}
	return f
}

// ahead is who is paid more, and by how much, in words.
func (v *room) ahead() string {
	p := v.pair
	if p.Ahead == "" {
		return "Both are paid the same."
	}
	name := map[string]string{"se": "The SE’s figures are", "sa": "The SA’s figures are"}[p.Ahead]
	return name + " " + kit.Amount(p.By.Rat) + " ahead where both reach " + p.Attainment.String() + " %."
}

// crossed says where a crossing lies.
func crossed(c pay.Crossing) string {
	if c.Attainment.Rat == nil {
		return c.Note
	}
	out := "at " + c.Attainment.String() + " %"
	if c.Note != "" {
		out += ": " + c.Note
	}
	return out
}

// split is a crossing's split of the SA, where it makes a difference.
func split(c pay.Crossing) string {
	if c.SASplit == nil {
		return "any"
	}
	return c.SASplit.String()
}
