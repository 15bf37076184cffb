package my

import (
	"fmt"
	"strconv"

	"github.com/a-h/templ"

	"throughline/internal/area"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/team"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// board is the chain of a viewer.
type board struct {
	r     *kit.Request
	c     team.Chain
	names area.Names
	g     *guide.Guide
}

func showTeam(r *kit.Request) error {
	b := &board{r: r}
	var err error
	if b.g, err = core.GuideOf(r.Ctx(), r.Reader); err != nil {
		return err
	}
	if b.c, err = team.ChainOf(r.Ctx(), r.Reader, b.g, r.Person.ID, r.Today()); err != nil {
		return err
	}
	if b.names, err = r.Names(); err != nil {
		return err
	}
	return r.Draw(teamPage(r.Shell("Team", "/team"), b))
}

func showPerson(r *kit.Request) error {
	v, err := viewOf(r, r.PathValue("person"))
	if err != nil {
		return err
	}
	if v.mine {
		return r.Go("/my")
	}
	return r.Draw(personPage(r.Shell(v.p.Name, "/team"), v))
}

func place(r *kit.Request) error {
	var in core.PlaceIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Person = r.PathValue("person")
	return acting(r, "people.place", "/team/"+in.Person, in, core.Place)
}

// table is the people of the chain, one a line.
func (b *board) table() look.TableView {
	t := look.TableView{Caption: "The people of your chain", Columns: []look.Column{{Label: "Who"}, {Label: "Stands"}, {Label: "Load", Drop: true}, {Label: "Agreed last"}, {Label: "Assessment"}}}
	for _, m := range b.c.Members {
		t.Rows = append(t.Rows, look.Row{ID: "p-" + m.Person, Cells: []templ.Component{
			look.Row2(look.Link(m.Name, "/team/"+m.Person), look.Soft(led(b.names, m))), stands(b, m), look.Text(load(m.Load)), agreedLast(b, m), underWay(m)}})
	}
	return t
}

func led(names area.Names, m team.Below) string {
	who := "led by nobody"
	if m.Lead != "" {
		who = "led by " + names.Of(m.Lead)
	}
	if !m.Active {
		who += " · has left"
	}
	return who
}

// load is what somebody has in hand, in words; nothing where it is not the viewer's to see.
func load(l *team.Busy) string {
	if l == nil {
		return "–"
	}
	words := fmt.Sprintf("%d of %d hours · %s", l.Taken, l.Hours, kit.Counted(len(l.Deals), "deal", "deals"))
	if l.Late > 0 {
		words += " · " + kit.Counted(l.Late, "task", "tasks") + " late"
	}
	return words
}

// means are the skills' means over the chain.
func (b *board) means() (out []row) {
	for _, s := range b.g.Skills {
		x := row{Name: s.Name, Rating: -1}
		for _, m := range b.c.Mean {
			if m.Skill == s.ID {
				x.Rating, x.Mean = int(m.Mean+0.5), strconv.FormatFloat(m.Mean, 'f', 1, 64)
			}
		}
		out = append(out, x)
	}
	return out
}

// leads says whether the viewer is the person's own lead.
func (v *view) leads() bool { return v.p.Lead == v.r.Person.ID }

// leadOptions are whom the person may be led by; whoever leads them stays.
func (v *view) leadOptions() []look.Option {
	ours := kit.People{Names: v.names}
	for _, p := range v.ours {
		if p.ID != v.p.Person {
			ours.Ours = append(ours.Ours, p)
		}
	}
	return look.WithNone("nobody", ours.Options(v.p.Lead))
}

// now is where the person stands.
func (v *view) now() core.Step {
	if n := len(v.p.Steps); n > 0 {
		return v.p.Steps[n-1]
	}
	return core.Step{}
}
