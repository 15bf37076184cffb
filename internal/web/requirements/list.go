package requirements

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// pageSize is how many requirements one page shows.
const pageSize = 100

// view is the list: all that fits the filters, and the page of it that is shown.
type view struct {
	r     *kit.Request
	t     thread.Thread
	query url.Values
	fits  []*thread.Line
	shown []*thread.Line
	skip  int
}

func list(r *kit.Request) error {
	shell, err := r.DealShell("Requirements", "Thread")
	if err != nil {
		return err
	}
	v := &view{r: r, query: state(r)}
	if v.t, err = r.House.Thread(r.Ctx(), r.Reader, r.Deal.ID, r.Today()); err != nil {
		return err
	}
	for i := range v.t.Rows {
		if v.passes(&v.t.Rows[i]) {
			v.fits = append(v.fits, &v.t.Rows[i])
		}
	}
	v.sort()
	if form, asked := r.Takes(); asked {
		return v.take(form)
	}
	if n, err := strconv.Atoi(v.query.Get("after")); err == nil && n > 0 && n < len(v.fits) {
		v.skip = n
	}
	v.shown = v.fits[v.skip:min(v.skip+pageSize, len(v.fits))]
	return r.Draw(listPage(shell, v))
}

// state is the list's state: of the address, or, when a bulk edit is drawn again, as it was
// sent along.
func state(r *kit.Request) url.Values {
	q := r.URL.Query()
	if r.Failed != nil {
		if sent, err := url.ParseQuery(r.FormValue("state")); err == nil {
			q = sent
		}
	}
	q.Del("done")
	return q
}

// states are what the list is filtered by besides kind and priority.
var states = []struct {
	word, label string
	fits        func(*thread.Line) bool
}{
	{"", "standing", func(l *thread.Line) bool { return l.Requirement.Stands() }},
	{"breaks", "with breaks", func(l *thread.Line) bool { return len(l.Breaks) > 0 }},
	{"hints", "not testable yet", func(l *thread.Line) bool { return thread.Hint(l.Requirement) != "" && l.Requirement.Stands() }},
	{"unmeasured", "without a measure", func(l *thread.Line) bool { return l.Requirement.Measure == nil && l.Requirement.Stands() }},
	{"won", "won", func(l *thread.Line) bool { return l.Cells[thread.Won].State == thread.Reached }},
	{"live", "live", func(l *thread.Line) bool { return l.Cells[thread.Live].State == thread.Reached }},
	{"wont", "won’t have", func(l *thread.Line) bool { return l.Requirement.Priority == thread.Wont }},
	{"withdrawn", "withdrawn", func(l *thread.Line) bool { return l.Requirement.Withdrawn != "" }},
	{"all", "all", func(*thread.Line) bool { return true }},
}

func (v *view) passes(l *thread.Line) bool {
	q, r := v.query, l.Requirement
	if k := q.Get("kind"); k != "" && k != string(r.Kind) {
		return false
	}
	if p := q.Get("priority"); p != "" && p != string(r.Priority) {
		return false
	}
	text := strings.ToLower(l.Key + " " + r.Statement + " " + r.Grouping + " " + r.Product)
	for _, w := range strings.Fields(strings.ToLower(q.Get("words"))) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	for _, s := range states {
		if s.word == q.Get("state") {
			return s.fits(l)
		}
	}
	return true
}

// orders are the columns that sort; each falls back to the number.
var orders = map[string]func(a, b *thread.Line) int{
	"key":       func(a, b *thread.Line) int { return 0 },
	"statement": func(a, b *thread.Line) int { return compareWords(a.Requirement.Statement, b.Requirement.Statement) },
	"priority": func(a, b *thread.Line) int {
		return cmp.Compare(rank(thread.PriorityWords, a.Requirement.Priority), rank(thread.PriorityWords, b.Requirement.Priority))
	},
	"kind": func(a, b *thread.Line) int {
		return cmp.Compare(rank(thread.KindWords, a.Requirement.Kind), rank(thread.KindWords, b.Requirement.Kind))
	},
	"group":   func(a, b *thread.Line) int { return compareWords(a.Requirement.Grouping, b.Requirement.Grouping) },
	"product": func(a, b *thread.Line) int { return compareWords(a.Requirement.Product, b.Requirement.Product) },
	"breaks":  func(a, b *thread.Line) int { return cmp.Compare(len(a.Breaks), len(b.Breaks)) },
	"reached": func(a, b *thread.Line) int { return cmp.Compare(reached(a), reached(b)) },
}

func rank[T ~string](words []string, w T) int { return slices.Index(words, string(w)) }

// compareWords puts what is empty last.
func compareWords(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(strings.ToLower(a), strings.ToLower(b))
}

// reached is how many of the owed stations a requirement has reached.
func reached(l *thread.Line) (n int) {
	for _, c := range l.Cells {
		if c.State == thread.Reached {
			n++
		}
	}
	return n
}

func (v *view) sort() {
	name, down := strings.CutPrefix(v.query.Get("sort"), "-")
	by := orders[name]
	if by == nil {
		return
	}
	if down && name == "key" {
		slices.Reverse(v.fits)
		return
	}
	slices.SortStableFunc(v.fits, func(a, b *thread.Line) int {
		if down {
			return by(b, a)
		}
		return by(a, b)
	})
}

func (v *view) address() look.Address {
	q := url.Values{}
	for k, s := range v.query {
		if k != "form" && k != "mark" && k != "as" {
			q[k] = s
		}
	}
	return look.Address{Path: v.r.DealPath("requirements"), Query: q}
}
