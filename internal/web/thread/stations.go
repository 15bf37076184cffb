package thread

import (
	"github.com/a-h/templ"

	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// stations is the requirement's way as a table: each station that has evidence or is owed.
func (v *requirementView) stations() look.TableView {
	t := look.TableView{Caption: "Stations of " + v.line.Key, Columns: []look.Column{{Label: "Station"}, {Label: "State"}, {Label: "What stands behind it", Wide: true}, {Label: "Who and when"}}}
	names, _ := v.r.Names() // fetched by the shell already
	for _, c := range v.line.Cells {
		if c.Station == core.Heard || c.Verdict == nil && !c.Owed {
			continue
		}
		e := v.evidence(v.line, c.Station)
		e.Items = withoutQuotes(e.Items)
		who := look.Soft("")
		if c.Verdict != nil {
			who = look.Row2(look.Text(names.Of(c.Verdict.By)), look.Soft(v.r.Moment(c.Verdict.At)))
		}
		row := look.Row{ID: "st-" + c.Station.String(), Cells: []templ.Component{look.Text(kit.Sentence(c.Station.String())), look.Tag(e.Cell.State.Word(), stateTone(c, e.Cell.Break)), behind(v, e), who}}
		if e.Cell.Break {
			row.Tone = look.Break
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func withoutQuotes(items []look.EvidenceItem) (out []look.EvidenceItem) {
	for _, i := range items {
		if i.Quote == nil {
			out = append(out, i)
		}
	}
	return out
}

func stateTone(c core.Cell, broken bool) look.Tone {
	switch {
	case broken, c.State == core.Failed:
		return look.Break
	case c.State == core.Started:
		return look.Wait
	case c.State == core.Reached && core.Stations[c.Station].Side == core.Pre:
		return look.Pre
	case c.State == core.Reached:
		return look.Post
	}
	return look.Quiet
}
