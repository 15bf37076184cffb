package delivery

import (
	"strconv"
	"strings"

	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// show draws the room.
func show(r *kit.Request) error {
	v, err := load(r)
	if err != nil {
		return err
	}
	return v.draw()
}

func (v *view) draw() error {
	v.choose()
	shell, err := v.r.DealShell(titles[v.name], "Delivery")
	if err != nil {
		return err
	}
	switch v.name {
	case checksView:
		return v.r.Draw(checksPage(shell, v))
	case gatesView:
		return v.r.Draw(gatesPage(shell, v))
	case goLiveView:
		return v.r.Draw(goLivePage(shell, v))
	}
	return v.r.Draw(planPage(shell, v))
}

var titles = map[string]string{planView: "Plan", checksView: "Checks", gatesView: "Gates", goLiveView: "Go-live"}

// viewOf is the view that an act's address belongs to.
func viewOf(path string) string {
	for _, p := range [][2]string{{"/delivery/checks", checksView}, {"/delivery/gates", gatesView}, {"/delivery/go-live", goLiveView}} {
		if strings.Contains(path, p[0]) {
			return p[1]
		}
	}
	return planView
}

// count is a number beside a label; nothing for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// line is the requirement of an id as the thread has it.
func (v *view) line(id string) *thread.Line {
	for i := range v.t.Rows {
		if v.t.Rows[i].Requirement.ID == id {
			return &v.t.Rows[i]
		}
	}
	return nil
}

// implements are the requirements that stand in a map of links to a thing, by number.
func (v *view) linked(of map[string][]string, id string) (out []*thread.Line) {
	for i := range v.t.Rows {
		for _, x := range of[v.t.Rows[i].Requirement.ID] {
			if x == id {
				out = append(out, &v.t.Rows[i])
			}
		}
	}
	return out
}

// standing are the requirements that still need work, by number.
func (v *view) standing() (out []*thread.Line) {
	for i := range v.t.Rows {
		if l := &v.t.Rows[i]; l.Requirement.Stands() && l.Requirement.PostOwed() {
			out = append(out, l)
		}
	}
	return out
}

func (v *view) requirementOptions(lines []*thread.Line) (out []look.Option) {
	for _, l := range lines {
		out = append(out, look.Option{Value: l.Requirement.ID, Label: l.Key + " " + l.Requirement.Statement})
	}
	return out
}

// owners are everyone who can have a task or a check: ours, then theirs.
func (v *view) owners() kit.People {
	return kit.People{Ours: v.people, Theirs: v.holders, Names: v.names}
}
