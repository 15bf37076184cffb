package folder_test

import (
	"testing"

	"throughline/internal/documents"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"

	"github.com/google/go-cmp/cmp"
)

// What is computed of a deal that arrived is what was computed of it where it came from: states,
// breaks, the technical win, every document; a freeze that came along stands as the deal came.
func TestAnArrivedDealTellsTheSameThread(t *testing.T) {
	from, to := lived(t, storetest.SQLite(t)), open(t, storetest.SQLite(t))
	for _, d := range from.deals() {
		to.found()
		arrived := to.taken(from.written(d.ID))
		was, is := from.woven(d.ID), to.woven(arrived.ID)
		if diff := cmp.Diff(states(was), states(is)); diff != "" {
			t.Errorf("%s: %s", d.Prefix, diff)
		}
		old, err := documents.Of(from.ctx, from.House, from.reader(), &was)
		if err != nil {
			t.Fatal(err)
		}
		all, err := documents.Of(to.ctx, to.House, to.reader(), &is)
		if err != nil || len(all) != len(old) {
			t.Errorf("%s: %d documents became %d, %v", d.Prefix, len(old), len(all), err)
		}
	}
}

func (p *place) woven(deal string) thread.Thread {
	p.t.Helper()
	th, err := p.Thread(p.ctx, p.reader(), deal, "2026-11-25")
	if err != nil {
		p.t.Fatal(err)
	}
	return th
}

func states(t thread.Thread) map[string][]string {
	out := map[string][]string{"": {t.TechnicalWin}}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			out[row.Key] = append(out[row.Key], c.State.String())
		}
		for _, b := range row.Breaks {
			out[row.Key] = append(out[row.Key], string(b.Rule)+": "+b.Why)
		}
	}
	return out
}
