package exchange

import (
	"maps"
	"strconv"

	"throughline/internal/exchange/crm"
	"throughline/internal/problem"
	"throughline/internal/table"
	"throughline/internal/web/kit"
)

// say takes what a person says of one file (how dates and amounts are written, which column
// holds what), and looks at all files again.
func say(r *kit.Request) error {
	run, err := find(r)
	if err != nil {
		return err
	}
	i, err := strconv.Atoi(r.FormValue("file"))
	if err != nil || i < 0 || i >= len(run.Files) {
		return problem.NotFound("file", r.FormValue("file"))
	}
	m := run.Files[i].Map
	m.Columns = maps.Clone(m.Columns)
	var inForce map[crm.Field]string
	if i < len(run.Report.Files) {
		inForce = run.Report.Files[i].Map.Columns
	}
	if r.PostForm.Has("dates") {
		m.Dates, m.Amounts, m.Currency = table.Order(r.FormValue("dates")), table.Marks(r.FormValue("amounts")), r.FormValue("currency")
	}
	for _, f := range crm.Fields() {
		name := "column." + string(f)
		if !r.PostForm.Has(name) || r.FormValue(name) == inForce[f] {
			continue
		}
		if m.Columns == nil {
			m.Columns = map[crm.Field]string{}
		}
		m.Columns[f] = r.FormValue(name)
	}
	if err := run.Say(r.Now(), i, m); err != nil {
		return err
	}
	run.LookBehind(r.Ctx(), r.House, r.Actor(), r.Site.Log)
	return r.Go("/import/" + run.ID)
}
