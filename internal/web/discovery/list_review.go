package discovery

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"time"

	core "throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/edition"
	"throughline/internal/exchange/reply"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// pageRows is how many rows of a list are reviewed on one page.
const pageRows = 500

// window is the part of a list that one page shows, in rows from 0.
type window struct {
	from, all int
	outline   []core.Heading
}

// same is the requirement that a row may say again.
type same struct {
	requirement thread.Requirement
	twin        bool // another row of the list became it
}

// openReview loads the candidates of a call: of a list those of one page.
func (v *callView) openReview() error {
	standing, err := core.Standing(v.r.Ctx(), v.r.Reader, v.r.Deal.ID)
	if err != nil {
		return err
	}
	of := standing[v.call.ID]
	if v.call.Form != core.FormList {
		found, err := core.OfCall(v.r.Ctx(), v.r.Reader, v.call.ID)
		v.review = reviewOf(found, v.asked())
		return err
	}
	v.window.outline = v.call.Outline()
	for _, n := range of {
		v.window.all += n
	}
	if v.window.from, err = v.windowAt(); err != nil {
		return err
	}
	// Rows that are gone stand behind the last row, some positions apart.
	found, err := core.Window(v.r.Ctx(), v.r.Reader, v.call.ID, v.window.from, v.window.from+pageRows)
	if err != nil {
		return err
	}
	v.review = reviewOf(found, v.asked())
	v.review.tally = tallyOf(of)
	return v.findSame()
}

// windowAt is where the page begins: at the row that is asked for, else at the first that waits.
func (v *callView) windowAt() (int, error) {
	at := -1
	if asked := v.asked(); asked != "" {
		c, err := journal.Load[core.Candidate](v.r.Ctx(), v.r.Reader, asked)
		if problem.Of(err) != problem.Missing && err != nil {
			return 0, err
		}
		if err == nil && c.Call == v.call.ID {
			at = c.Position
		}
	} else if n, err := strconv.Atoi(v.r.URL.Query().Get("from")); err == nil && n >= 0 {
		at = min(n, v.call.Segments)
	} else {
		c, ok, err := core.NextWaiting(v.r.Ctx(), v.r.Reader, v.call.ID, -1)
		if err != nil {
			return 0, err
		}
		if ok {
			at = c.Position
		}
	}
	return max(at, 0) / pageRows * pageRows, nil
}

// waitsNext is the candidate that waits next behind another, beginning again at the top.
func waitsNext(r *kit.Request, call core.Call, behind string) (string, error) {
	if call.Form != core.FormList {
		found, err := core.OfCall(r.Ctx(), r.Reader, call.ID)
		if next := reviewOf(found, "").after(behind); next != nil {
			return next.ID, err
		}
		return "", err
	}
	at := -1
	if behind != "" {
		c, err := journal.Load[core.Candidate](r.Ctx(), r.Reader, behind)
		if err != nil {
			return "", err
		}
		at = c.Position
	}
	c, ok, err := core.NextWaiting(r.Ctx(), r.Reader, call.ID, at)
	if !ok && err == nil && at >= 0 {
		c, _, err = core.NextWaiting(r.Ctx(), r.Reader, call.ID, -1)
	}
	return c.ID, err
}

// sameFrom is how alike a row and a requirement must be to be proposed for a merge.
const sameFrom = 0.75

// findSame finds for each row that waits a requirement that says the same.
func (v *callView) findSame() error {
	v.same = map[string]same{}
	standing := v.standing()
	texts, byID := make([]string, len(standing)), map[string]thread.Requirement{}
	for i, r := range standing {
		texts[i], byID[r.ID] = r.Statement, r
	}
	near := edition.NewNearest(texts)
	for _, c := range v.review.all {
		if !waits(c) || c.Changes() {
			continue
		}
		if c.Twin > 0 {
			twin, err := core.Window(v.r.Ctx(), v.r.Reader, v.call.ID, c.Twin-1, c.Twin)
			if err != nil {
				return err
			}
			if len(twin) == 1 {
				if r, ok := byID[twin[0].Requirement]; ok {
					v.same[c.ID] = same{r, true}
					continue
				}
			}
		}
		if at, like := near.To(c.Statement.String()); at >= 0 && like >= sameFrom && edition.SameTelling(texts[at], c.Statement.String()) {
			v.same[c.ID] = same{requirement: standing[at]}
		}
	}
	return nil
}

// again says whether a row says what another of the list says, which is not decided yet.
func (v *callView) again(c core.Candidate) bool {
	_, known := v.same[c.ID]
	return c.Twin > 0 && !known
}

// versionGroups are the groups of a newer list, in the order in which they are decided.
var versionGroups = []struct {
	version core.Version
	many    string
}{{core.ChangedRow, "Changed"}, {core.NewRow, "New"}, {core.GoneRow, "Gone from their list"}, {core.SameRow, "As before"}}

// listGroups are the rows of a list under what became of them, or under the customer's headings.
func (v *callView) listGroups() (out []group) {
	if v.call.Earlier != "" {
		for _, g := range versionGroups {
			out = append(out, group{name: g.many, key: string(g.version)})
		}
		for _, c := range v.review.all {
			for i := range out {
				if out[i].key == string(c.Version) {
					out[i].add(c)
				}
			}
		}
	} else {
		for _, c := range v.review.all {
			name := c.Group.String()
			if n := len(out); n == 0 || out[n-1].name != name {
				out = append(out, group{name: name, key: "h" + strconv.Itoa(c.Position)})
			}
			out[len(out)-1].add(c)
		}
	}
	kept := out[:0]
	for _, g := range out {
		if len(g.waiting)+len(g.done) > 0 {
			kept = append(kept, g)
		}
	}
	return kept
}

// marks says whether the address marks a row: all that are new, one group of them, or those that
// say again what stands already.
func (v *callView) marks(c core.Candidate, g group) bool {
	_, known := v.same[c.ID]
	switch m := v.r.URL.Query().Get("mark"); m {
	case "":
		return false
	case "all":
		return c.Version != core.GoneRow && !known && c.Twin == 0
	case "same":
		return known
	default:
		return m == g.key && !known && c.Twin == 0
	}
}

// groupNow is the group that the row stands in which is looked at.
func (v *callView) groupNow() (group, bool) {
	c := v.review.current
	for _, g := range v.review.groupsOf(v) {
		for _, w := range g.waiting {
			if c != nil && w.ID == c.ID {
				return g, true
			}
		}
	}
	return group{}, false
}

// windowPager leads to the pages of a long list.
func (v *callView) windowPager() look.PagerView {
	w := v.window
	if w.all <= pageRows {
		return look.PagerView{}
	}
	p := look.PagerView{Words: fmt.Sprintf("%d to %d of %d", w.from+1, w.from+len(v.review.all), w.all)}
	if w.from > 0 {
		p.Before = v.path(fmt.Sprintf("?from=%d#candidates", max(0, w.from-pageRows)))
	}
	if w.from+pageRows < w.all {
		p.After = v.path(fmt.Sprintf("?from=%d#candidates", w.from+pageRows))
	}
	return p
}

// outlineOptions are the headings of a long list, to go to one.
func (v *callView) outlineOptions() (out []look.Option) {
	for _, h := range v.window.outline {
		out = append(out, look.Option{Value: strconv.Itoa(h.From), Label: fmt.Sprintf("%s (%d)", or(h.Words, "without a heading"), h.Rows)})
	}
	return out
}

// outlineNow is the heading that the page begins in.
func (v *callView) outlineNow() string {
	now := ""
	for _, h := range v.window.outline {
		if h.From <= v.window.from {
			now = strconv.Itoa(h.From)
		}
	}
	return now
}

// howMuch counts what stands in the words: rows of a list, segments of talk.
func (v *callView) howMuch() string {
	if v.call.Form == core.FormList {
		return kit.Counted(v.text.n, "row", "rows")
	}
	return kit.Counted(v.text.n, "segment", "segments")
}

// stepTime is how long one request goes on taking rows, so that the page can say how far it is.
const stepTime = 2 * time.Second

// takeOn makes candidates of more rows of a long list.
func takeOn(r *kit.Request) error {
	call, err := callOf(r)
	if err != nil {
		return err
	}
	rows, err := rowsOf(r, call)
	if err != nil {
		return err
	}
	for began := time.Now(); call.ToTake > 0 && time.Since(began) < stepTime; {
		if err := r.Act("discovery.take-list-on", func(ctx context.Context, tx *journal.Tx) error {
			out, err := core.TakeOn(ctx, tx, call.ID, rows)
			call = out.Call
			return err
		}); err != nil {
			return err
		}
	}
	return r.Go(callPath(r, call.ID))
}

// rowsOf reads the file of a list again, as it was read when it was taken.
func rowsOf(r *kit.Request, call core.Call) ([]list.Row, error) {
	file, err := reply.Original(r.Ctx(), r.House.Files.In(r.Home.ID), call)
	if err != nil {
		return nil, err
	}
	l, err := list.Read(bytes.NewReader(file), call.Said, nil)
	if err != nil {
		return nil, err
	}
	return l.Rows, nil
}
