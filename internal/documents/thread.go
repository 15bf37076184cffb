package documents

import (
	"fmt"
	"strings"

	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/thread"
)

// Thread tells a deal's thread in words: where it stands, its breaks, each requirement with its
// stations, and the evidence behind them.
func Thread(t *thread.Thread, names area.Names) content.Document {
	d := content.Document{Name: "thread", Title: "Thread of " + t.Facts.Deal.Name, About: about(t)}
	d.Blocks = append(d.Blocks, standing(t)...)
	d.Blocks = append(d.Blocks, breaks(t)...)
	d.Blocks = append(d.Blocks, requirements(t)...)
	d.Blocks = append(d.Blocks, evidence(t, names)...)
	return d
}

// standing is where the deal stands, and how much of what is owed has been reached.
func standing(t *thread.Thread) []content.Block {
	signed := "not signed"
	if t.Signed {
		signed = "signed on " + string(t.Facts.Deal.SignedOn)
	}
	table := content.Table{Caption: "Reached of what is owed", Head: []string{"Station", "Side", "Reached", "Owed"}}
	for i, s := range thread.Stations {
		c := t.Coverage[i]
		if s.Side == thread.Post && !t.Signed {
			continue // owed to nobody yet
		}
		table.Rows = append(table.Rows, [][]content.Span{content.Text(s.Name), content.Text(string(s.Side)), content.Text(fmt.Sprint(c.Reached)), content.Text(fmt.Sprint(c.Owed))})
	}
	return []content.Block{content.H(1, "Where it stands"),
		content.Para(fmt.Sprintf("%s, technical win %s, %s, %s.", plural(len(t.Rows), "requirement"), t.Win(), signed, plural(len(t.Breaks), "break"))),
		{Table: &table}}
}

// breaks are what people look at first.
func breaks(t *thread.Thread) []content.Block {
	out := []content.Block{content.H(1, "Breaks")}
	if t.NoDates {
		out = append(out, content.Block{Callout: &content.Callout{Kind: "missing", Text: content.Text("No dates: nothing says when anything is due, so nothing can be late.")}})
	}
	if len(t.Breaks) == 0 {
		if t.NoDates {
			return out
		}
		return append(out, content.Para("None."))
	}
	table := content.Table{Caption: "Where the thread is cut", Head: []string{"Requirement", "Station", "Why", "Who mends it", "Since"}}
	for _, b := range t.Breaks {
		on := keyed(b.Requirement)
		if b.Requirement == "" {
			on = content.Text("the deal")
		}
		table.Rows = append(table.Rows, [][]content.Span{on, content.Text(b.Station.String()), content.Text(b.Why), content.Text(b.Who), content.Text(string(b.Since))})
	}
	return append(out, content.Block{Table: &table})
}

// requirements says of each requirement where it has come.
func requirements(t *thread.Thread) []content.Block {
	if len(t.Rows) == 0 {
		return []content.Block{content.H(1, "Requirements"), content.Para("None is recorded.")}
	}
	table := content.Table{Caption: "Each requirement and its stations", Head: []string{"Key", "Requirement", "Priority", "Reached", "Started", "Owed and missing", "Failed"}}
	for _, l := range t.Rows {
		r := l.Requirement
		row := [][]content.Span{keyed(l.Key), content.Exact(r.Statement), content.Text(string(r.Priority))}
		if r.Withdrawn != "" {
			row[1] = content.Text(r.Statement + " (withdrawn: " + r.Withdrawn + ")")
		}
		for _, s := range []thread.State{thread.Reached, thread.Started, thread.Missing, thread.Failed} {
			row = append(row, content.Text(stations(l, s)))
		}
		table.Rows = append(table.Rows, row)
	}
	return []content.Block{content.H(1, "Requirements"), {Table: &table}}
}

// stations lists those of a line that are in a state; of missing ones only those owed.
func stations(l thread.Line, s thread.State) string {
	var out []string
	for _, c := range l.Cells {
		if c.State == s && (s != thread.Missing || c.Owed) {
			out = append(out, c.Station.String())
		}
	}
	return strings.Join(out, ", ")
}

// evidence tells what stands behind each station.
func evidence(t *thread.Thread, names area.Names) []content.Block {
	out := []content.Block{content.H(1, "Evidence")}
	for _, l := range t.Rows {
		var items [][]content.Span
		for _, c := range l.Cells {
			if c.Verdict != nil {
				items = append(items, told(t, c, names))
			}
		}
		if len(items) > 0 {
			out = append(out, content.H(2, l.Key+" "+l.Requirement.Statement), content.Block{List: &content.List{Items: items}})
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

func told(t *thread.Thread, c thread.Cell, names area.Names) []content.Span {
	v := c.Verdict
	head := fmt.Sprintf("%s: %s", c.Station, stateWord(c.State))
	if !v.At.IsZero() {
		head += " on " + string(v.At.In(t.Facts.Zone))
	}
	if by := names.Of(v.By); by != "" {
		head += ", " + by
	}
	out := []content.Span{{Text: head + ".", Strong: true}}
	for _, e := range v.Evidence {
		if text := line(e.Text); text != "" {
			out = append(out, content.Span{Text: " " + ended(text)})
		}
	}
	if v.Excused {
		out = append(out, content.Span{Text: " " + ended("Waived: "+v.Excuse)})
	}
	return out
}

// ended is a sentence with its full stop.
func ended(s string) string {
	if strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

func stateWord(s thread.State) string { return strings.ReplaceAll(s.String(), "_", " ") }

func keyed(key string) []content.Span { return []content.Span{{Text: key, Key: key}} }

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
