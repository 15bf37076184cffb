package documents

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/content"
)

var update = flag.Bool("update", false, "write the golden files anew")

const square = `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 10 10"><title>A box</title><rect width="10" height="10" fill="var(--surface, #ffffff)"/></svg>`

// small holds one block of each sort.
var small = content.Document{Name: "handoff-brief", Title: "Handoff brief", About: "NWF, Relay platform, as of 2026-03-02", Blocks: []content.Block{
	content.H(1, "What was sold"),
	content.P(content.Span{Text: "Replay is "}, content.Span{Text: "bought", Strong: true}, content.Span{Text: ", see "},
		content.Span{Key: "NWF-1"}, content.Span{Text: " and "}, content.Span{Text: "the wiki", Href: "https://wiki.example/relay?a=1&b=2"}, content.Span{Text: "."}),
	{List: &content.List{Items: [][]content.Span{content.Text("First"), {{Text: "run "}, {Text: "relay --once", Code: true}}}}},
	{List: &content.List{Numbered: true, Items: [][]content.Span{content.Text("Stop"), content.Text("Start")}}},
	{Table: &content.Table{Caption: "Requirements", Head: []string{"Key", "Requirement"}, Rows: [][][]content.Span{
		{{{Text: "NWF-1", Key: "NWF-1"}}, content.Text("Replay 24 hours | within 1 hour")}, {{{Text: "NWF-2", Key: "NWF-2"}}}}}},
	content.H(2, "What was said"),
	{Quote: &content.Quote{Words: "We need a day\nback in an hour", Person: "Dana Whitfield", Source: "call of 2026-03-02, 00:17:42"}},
	{Callout: &content.Callout{Kind: "break", Text: content.Text("Failed to be proven: 74 min.")}},
	content.H(1, "How it is built"),
	{Figure: &content.Figure{Caption: "Relay: context", SVG: square, Alt: "Planner → Relay: asks (HTTPS)."}},
	content.H(1, "Not yet known"),
	content.Para("Who runs it."),
}}

func TestADocumentIsDrawnTheSameEveryTime(t *testing.T) {
	for name, got := range map[string][]byte{"small.md": Markdown(small), "small.html": HTML(small)} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s differs (go test -update writes it anew, then look at it):\n%s", name, got)
		}
	}
	page, text := string(HTML(small)), string(Markdown(small))
	if page != string(HTML(small)) || text != string(Markdown(small)) {
		t.Error("drawn twice, it differs")
	}
}

// What is exact keeps its days: a hash beside a wording would else be of another text.
func TestOnlyWhatIsNotExactHasItsDaysInWords(t *testing.T) {
	const on = "by 2026-06-01"
	d := content.Document{Name: "d", Title: on, About: on, Blocks: []content.Block{content.H(1, on), content.Para(on),
		{Table: &content.Table{Caption: on, Head: []string{on}, Rows: [][][]content.Span{{content.Text(on)}, {content.Exact(on)}, {{{Text: on, Code: true}}}}}},
		{List: &content.List{Items: [][]content.Span{content.Text(on)}}}, {Callout: &content.Callout{Text: content.Text(on)}}, {Quote: &content.Quote{Words: on, Source: on}}}}
	before := d.Blocks[1].Paragraph[0].Text
	for form, drawn := range map[string]string{"Markdown": string(Markdown(d)), "HTML": string(HTML(d))} {
		words := 10 // each text above, but for the two that are exact, the code and the quote
		if form == "HTML" {
			words += 2 // the title twice more: of the window, and of the table for a screen reader
		}
		if n := strings.Count(drawn, "by 1 Jun 2026"); n != words {
			t.Errorf("%s has %d days in words, want %d:\n%s", form, n, words, drawn)
		}
		if n := strings.Count(drawn, on); n != 3 {
			t.Errorf("%s has %d days as they were written, want 3:\n%s", form, n, drawn)
		}
	}
	if d.Blocks[1].Paragraph[0].Text != before {
		t.Error("drawing changed the document")
	}
}
