package design

import (
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// show is the room: what is lacking first, then the drawing with its lists, or another part.
func show(r *kit.Request) error {
	shell, err := r.DealShell("Design", "Design")
	if err != nil {
		return err
	}
	v, err := enter(r)
	if err != nil {
		return err
	}
	v.choose()
	if v.picked != "" && v.kindOf(v.picked) == "" && r.Method == "GET" {
		return problem.NotFound("element or decision", v.picked)
	}
	if err := v.look(); err != nil {
		return err
	}
	v.report = lastReport(r)
	v.conflict = v.findConflict()
	return r.Draw(page(shell, v))
}
