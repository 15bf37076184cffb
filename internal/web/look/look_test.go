package look

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/a-h/templ"
)

// row reads a row of letters as in storyRows; S, M, F are breaks.
func row(letters string) (cells [10]Cell) {
	for i, code := range letters {
		cells[i] = storyCell(code, i, storyDays, false)
	}
	return cells
}

// The joints are drawn as the eye reads them: '-' carried, '~' on the way, '.' only the guide.
func TestTheLineGoesOnPastABreakAndStopsWhereNothingIsReached(t *testing.T) {
	for _, c := range []struct{ why, cells, want string }{
		{"all reached", "rrrrrrrrrr", "---------"},
		{"started is on the way", "rrrrrrrrsm", "-------~."},
		{"a break before a reached station is joined on both sides", "rrrFrrsmmm", "-----~..."},
		{"a missing break too", "rrrMrrrrMr", "---------"},
		{"a missing station without a break leaves a gap", "rmrrrmmmmm", "..--....."},
		{"not needed is hopped over", "rnrnrrrrmm", "-------.."},
		{"not needed behind the last reached hangs on nothing", "rnnnmmmmmm", "........."},
		{"a failed end is reached by the line", "rrrfmmmmmm", "---......"},
		{"nothing at all", "mmmmmmmmmm", "........."},
		{"a late start is on the way", "rrnrrrrSmm", "------~.."},
	} {
		var got strings.Builder
		for _, l := range lines(row(c.cells)) {
			got.WriteByte(".~-"[l])
		}
		if got.String() != c.want {
			t.Errorf("%s: %s gives %s, want %s", c.why, c.cells, got.String(), c.want)
		}
	}
}

func TestACellSaysItsStateInItsName(t *testing.T) {
	for _, c := range []struct {
		cell Cell
		want string
	}{
		{Cell{State: Failed, Break: true}, "NWF-7 proven: break, failed"},
		{Cell{State: Started, Break: true, Late: "3 d late"}, "NWF-7 proven: break, started, 3 d late"},
		{Cell{State: Failed, Waived: true, Changed: true}, "NWF-7 proven: failed, waived, changed"},
		{Cell{State: NotNeeded}, "NWF-7 proven: not needed"},
		{Cell{}, "NWF-7 proven: missing"},
	} {
		if got := c.cell.name("NWF-7", 3); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestAFoldedGroupShowsItsWorst(t *testing.T) {
	rows := []ThreadRow{{Cells: row("rrrrrrrsmm")}, {Cells: row("rrrFrrMrmm")}, {Cells: row("mmmmmmmmmm"), Quiet: "withdrawn"}}
	for i, want := range row("rrrFrrMsmm") {
		if got := Worst(rows)[i]; got != want {
			t.Errorf("%s: %v, want %v", Stations[i], got, want)
		}
	}
}

func TestTheAddressKeepsItsFiltersAndLeavesThePage(t *testing.T) {
	a := Address{Path: "/deals", Query: url.Values{"stage": {"won"}, "after": {"50"}, "sort": {"due"}}}
	for _, c := range []struct{ got, want string }{
		{a.With("stage", "lost"), "/deals?sort=due&stage=lost"},
		{a.With("stage", ""), "/deals?sort=due"},
		{a.With("q", `a&b="c"`), "/deals?q=a%26b%3D%22c%22&sort=due&stage=won"},
		{a.Sort("Due", "due").Sort, "/deals?sort=-due&stage=won"},
		{a.Sort("Due", "due").Order, "ascending"},
		{a.Sort("Name", "name").Sort, "/deals?sort=name&stage=won"},
		{Address{Path: "/deals"}.With("q", ""), "/deals"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestInitialsOfAnyName(t *testing.T) {
	for name, want := range map[string]string{"Mara Lindqvist": "ML", "Bram de Vries": "BV", "cher": "C", "": "?", "  ": "?", "émile zola": "ÉZ", "李 明": "李明"} {
		if got := Initials(name); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
	}
}

func TestMomentsThatWouldRunIntoOthersAreLeftOutMajorOnesLast(t *testing.T) {
	v := AsOfView{Days: 100, Moments: []Moment{{Name: "demo", Day: 59}, {Name: "signature", Day: 60, Major: true}, {Name: "first call", Day: 0}, {Name: "today", Day: 100, Major: true}}}
	var names []string
	for _, m := range v.roomy() {
		names = append(names, m.Name)
	}
	if got := strings.Join(names, ", "); got != "first call, signature, today" {
		t.Errorf("got %s", got)
	}
}

// drawn renders a component without a browser.
func drawn(t testing.TB, c templ.Component) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePickedCellHasItsEvidenceWithoutScript(t *testing.T) {
	page, _ := Stories("/thread", url.Values{"at": {"NWF-7.proven"}})
	html := drawn(t, page)
	for _, want := range []string{`href="/thread?at=NWF-7.proven#evidence" aria-label="NWF-7 proven: break, failed" aria-current="true"`, `id="evidence-h"`, "3 h 10 min", "Dana Whitfield"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestHostileWordsStayWords(t *testing.T) {
	evil := `"><script>alert(1)</script>`
	v := ThreadView{Address: Address{Path: "/t"}, Groups: []ThreadGroup{{Name: evil, Rows: []ThreadRow{{Key: evil, Href: "javascript:alert(1)", Words: evil, Priority: evil, Knot: Knot(evil)}}}}}
	for name, c := range map[string]templ.Component{
		"thread": Thread(v), "button": Button(Act{Label: evil, Href: "javascript:alert(1)", Key: evil}), "quote": Quote(QuoteView{Words: evil, Href: "javascript:x"}),
		"field": Input(Field{Name: "a", Value: evil, Error: evil}), "toast": Toast(ToastView{Words: evil}), "difference": Difference(Compare(evil, "")),
	} {
		if html := drawn(t, c); strings.Contains(html, "<script") || strings.Contains(html, `"javascript:`) {
			t.Errorf("%s lets markup or a script address through: %s", name, html)
		}
	}
}

func bigThread(rows int) ThreadView {
	v := storyThread("/deals/NWF", url.Values{})
	v.Groups = nil
	for i := range rows {
		if i%10 == 0 {
			v.Groups = append(v.Groups, ThreadGroup{Name: fmt.Sprintf("Group %d", i/10)})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Rows = append(g.Rows, ThreadRow{Key: fmt.Sprintf("NWF-%d", i+1), Href: "/r", Words: storyRows[i%16].words, Priority: "must", Cells: row(storyRows[i%16].cells)})
	}
	return v
}

func BenchmarkThreadOf100Requirements(b *testing.B) {
	v := bigThread(100)
	for b.Loop() {
		var out bytes.Buffer
		if err := Thread(v).Render(b.Context(), &out); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
