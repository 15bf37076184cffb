package my

import (
	"fmt"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/team"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// view is one person as the viewer may see them.
type view struct {
	r        *kit.Request
	p        team.Portrait
	mine     bool
	names    area.Names
	ours     []auth.Person
	g        *guide.Guide
	accounts []account.Account // that one may keep off
}

func show(r *kit.Request) error {
	v, err := viewOf(r, r.Person.ID)
	if err != nil {
		return err
	}
	return r.Draw(page(r.Shell("My page", "/my"), v))
}

func viewOf(r *kit.Request, person string) (*view, error) {
	v := &view{r: r, mine: person == r.Person.ID}
	var err error
	if v.g, err = core.GuideOf(r.Ctx(), r.Reader); err != nil {
		return nil, err
	}
	if v.p, err = team.PortraitOf(r.Ctx(), r.Reader, v.g, r.Person.ID, person, r.Today()); err != nil {
		return nil, err
	}
	if v.ours, err = auth.People(r.Ctx(), r.Reader); err != nil {
		return nil, err
	}
	if v.mine || v.p.Limits != nil {
		if v.accounts, err = account.Accounts(r.Ctx(), r.Reader, "", 2000); err != nil {
			return nil, err
		}
	}
	v.names, err = r.Names()
	return v, err
}

// about says where the person stands and who leads them, in one line.
func (v *view) about() string {
	at := "Nobody has written down where you stand"
	if !v.mine {
		at = "Nobody has written down where they stand"
	}
	if n := len(v.p.Steps); n > 0 {
		at = v.place(v.p.Steps[n-1].Place) + " since " + v.r.Day(v.p.Steps[n-1].Since)
	}
	if v.p.Lead != "" {
		return at + " · led by " + v.names.Of(v.p.Lead)
	}
	return at + " · led by nobody"
}

// place is a place of the guide by its name.
func (v *view) place(id string) string { return placeName(v.g, id) }

func placeName(g *guide.Guide, id string) string {
	if p, there := core.PlaceOf(g, id); there {
		return p.Name
	}
	return id
}

// placeOptions are the places one may stand on or move to.
func (v *view) placeOptions(exits bool) (out []look.Option) {
	for _, p := range v.g.Places {
		if p.Role == "" && !exits {
			continue
		}
		group := "Beyond the two roles"
		if r, err := v.g.Role(p.Role); err == nil {
			group = r.Name
		}
		out = append(out, look.Option{Value: p.ID, Label: p.Name, Group: group})
	}
	return out
}

func (v *view) skillOptions() (out []look.Option) {
	for _, s := range v.g.Skills {
		out = append(out, look.Option{Value: s.ID, Label: s.Name})
	}
	return out
}

// skillName is a skill as the guide calls it, without what follows a colon.
func (v *view) skillName(id string) string {
	for _, s := range v.g.Skills {
		if s.ID == id {
			name, _, _ := strings.Cut(s.Name, ":")
			return name
		}
	}
	return id
}

// row is one skill of the shape.
type row struct {
	Name   string
	Rating int // −1 where nothing was agreed of it
	Need   int // 0 where the guide says none
	Mean   string
	Work   string
}

func (v *view) shapeRows() (out []row) {
	return rowsOf(v.g, v.p.Shape)
}

func rowsOf(g *guide.Guide, s *team.Shape) (out []row) {
	for i, k := range g.Skills {
		x := row{Name: k.Name, Rating: -1, Need: s.Needs[k.ID]}
		if n, seen := s.Ratings[k.ID]; seen {
			x.Rating = n
		}
		if i < len(s.Work) && s.Work[i].Pieces > 0 {
			x.Work = kit.Counted(s.Work[i].Pieces, "piece", "pieces") + " of work, weight " + hundredths(s.Work[i].Weight)
		}
		out = append(out, x)
	}
	return out
}

// says is the row in words, for who does not see the picture.
func (x row) says() string {
	out := "not assessed"
	if x.Rating >= 0 {
		out = fmt.Sprintf("agreed %d of %d", x.Rating, skill.Top)
	}
	if x.Need > 0 {
		out += fmt.Sprintf(", needs %d", x.Need)
	}
	return out
}

// hundredths writes a weight: 250 as 2.5.
func hundredths(n int) string {
	return strconv.FormatFloat(float64(n)/100, 'f', -1, 64)
}

// missing is what a gap asks for, in words.
func missing(g skill.Gap) string {
	if g.Have == nil {
		return fmt.Sprintf("needs %d, not seen", g.Need)
	}
	return fmt.Sprintf("%d, needs %d", *g.Have, g.Need)
}

var kinds = map[string]string{guide.Promote: "up", guide.Switch: "to the other role", guide.Exit: "beyond"}

// late says who should have finished an assessment.
func late(who []string, mine bool) string {
	var out []string
	for _, w := range who {
		switch {
		case w == "self" && mine:
			out = append(out, "you")
		case w == "self":
			out = append(out, "the person")
		default:
			out = append(out, "the lead")
		}
	}
	return "late: " + strings.Join(out, " and ")
}

func (v *view) form(name, path, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, path, verb, revision)
	f.Cancel, f.Draft = "/my", "" // private words are not left in a browser that others may use
	return f
}

// buddies are whom a plan may name; whoever stands in it stays.
func (v *view) buddies(now string) []look.Option {
	ours := kit.People{Names: v.names}
	for _, p := range v.ours {
		if p.ID != v.r.Person.ID {
			ours.Ours = append(ours.Ours, p)
		}
	}
	return look.WithNone("nobody", ours.Options(now))
}

// proofs are the pieces of evidence that may do an item.
func (v *view) proofs() (out []look.Option) {
	for _, p := range v.p.Evidence {
		if p.Struck == "" {
			out = append(out, look.Option{Value: p.Kind + " " + p.Thing, Label: done(p), Hint: p.Key + ", " + v.r.Day(p.On)})
		}
	}
	return out
}

// plan is the one that runs, or the last.
func (v *view) plan() *core.Plan {
	if len(v.p.Plans) == 0 {
		return nil
	}
	return &v.p.Plans[0]
}

// shown is how many pieces of evidence stand on the page at first.
const shown = 12

func (v *view) evidence() []core.Piece {
	if v.r.URL.Query().Get("all") != "" {
		return v.p.Evidence
	}
	return v.p.Evidence[:min(len(v.p.Evidence), shown)]
}

// remarked is the piece that the form of remarks is about.
func (v *view) remarked() *core.Piece {
	kind, thing := v.r.Value("remark", "kind", v.r.URL.Query().Get("kind")), v.r.Value("remark", "thing", v.r.URL.Query().Get("thing"))
	for i, p := range v.p.Evidence {
		if v.mine && p.Kind == kind && p.Thing == thing {
			return &v.p.Evidence[i]
		}
	}
	return nil
}
