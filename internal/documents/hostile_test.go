package documents

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"throughline/internal/content"
)

// reader reads Markdown as GitHub does, and lets HTML in it through: the worst reader there is.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList), goldmark.WithRendererOptions(html.WithUnsafe()))

func asRead(t *testing.T, md []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := reader.Convert(md, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var hostile = map[string]string{
	"script":      `<script>alert(1)</script>`,
	"handler":     `"><img src=x onerror=alert(1)>`,
	"bars":        "a | b || c \\| d",
	"backticks":   "``` `x` ``y``",
	"link":        "[x](javascript:alert(1)) ![y](http://evil.example/z)",
	"bare":        "http://evil.example www.evil.example mail@evil.example",
	"heading":     "# one\n## two\n===\n---\n- three\n1. four\n> five",
	"fence":       "~~~\ncode\n~~~",
	"entity":      "&lt;script&gt; &#x3c;b&#x3e;",
	"reference":   "[^1]: note\n[x]: http://evil.example",
	"right":       "\u202Eevil\u202C \u2067abc שלום مرحبا",
	"emoji":       "👩‍🚒🇩🇪 ok",
	"control":     "a\x00b\x1bc\u0085d",
	"not text":    "\xff\xfe<b>",
	"comment":     "--> <!-- x --> ]]> <![CDATA[",
	"long":        strings.Repeat("lang|`<b>*x*", 334),
	"spaces":      "    four\tand a tab   ",
	"only spaces": " \n ",
	"style":       "</style></title></table></td><script>",
}

// everywhere is a document with the text in each place that takes one.
func everywhere(s string) content.Document {
	span := content.Span{Text: s}
	return content.Document{Name: s, Title: s, About: s, Blocks: []content.Block{
		content.H(1, s), content.Para(s),
		content.P(content.Span{Text: "a "}, content.Span{Text: s, Strong: true}, content.Span{Text: s, Code: true}, content.Span{Text: s, Key: s}, content.Span{Text: s, Href: s}),
		{List: &content.List{Items: [][]content.Span{{span}, content.Text("second")}}}, {List: &content.List{Numbered: true, Items: [][]content.Span{{span}}}},
		{Table: &content.Table{Caption: s, Head: []string{s, "B"}, Rows: [][][]content.Span{
			{{span}, content.Text("end")}, {{{Text: s, Code: true}}, content.Text("end")}, {{{Text: s, Key: s}}, content.Text("end")}, {{{Text: s, Href: s}}, content.Text("end")}}}},
		{Figure: &content.Figure{Caption: s, SVG: square, Alt: s}}, {Callout: &content.Callout{Kind: s, Text: []content.Span{span}}},
		{Quote: &content.Quote{Words: s, Person: s, Source: s}},
	}}
}

var (
	tag     = regexp.MustCompile(`<[a-zA-Z!/][^>]*>`)
	allowed = regexp.MustCompile(`^</?(h[1-6]|p|em|strong|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|code)>$|^<img src="[a-z0-9-]+-figure-1\.svg" alt="[^"]*">$|^<a href="[a-z]+">$|^</a>$`)
)

func TestHostileTextIsOnlyTextInMarkdown(t *testing.T) {
	for name, s := range hostile {
		t.Run(name, func(t *testing.T) {
			out := asRead(t, Markdown(everywhere(s)))
			for _, found := range tag.FindAllString(out, -1) {
				if !allowed.MatchString(found) {
					t.Errorf("it became %s in\n%s", found, out)
				}
			}
			if n := strings.Count(out, "<td>end</td>"); n != 4 {
				t.Errorf("%d of 4 rows end where they should:\n%s", n, out)
			}
			if n := strings.Count(out, "<h"); n != 2 && strings.TrimSpace(plain(s)) != "" {
				t.Errorf("%d headings, not 2:\n%s", n, out)
			}
			if strings.Count(out, "<tr") != 5 || strings.Count(out, "<ol") != 1 || strings.Count(out, "<blockquote") != 2 || strings.Count(out, "<ul") != 1 {
				t.Errorf("another shape:\n%s", out)
			}
		})
	}
}

func TestHostileTextIsOnlyTextInHTML(t *testing.T) {
	shape := tag.FindAllString(string(HTML(everywhere("word"))), -1)
	for name, s := range hostile {
		t.Run(name, func(t *testing.T) {
			page := string(HTML(everywhere(s)))
			got := tag.FindAllString(page, -1)
			for i, found := range got {
				low := strings.ToLower(found)
				if strings.HasPrefix(low, "<script") || strings.HasPrefix(low, "<img") || strings.Contains(low, " onerror") && !strings.Contains(low, "&#34;") || strings.Contains(low, "href=\"javascript") {
					t.Errorf("tag %d is %s", i, found)
				}
			}
			if strings.ContainsAny(page, "\x00\x1b\u202e\u2067") {
				t.Error("it holds what is no text")
			}
			if name != "only spaces" && len(noLinks(noBreaks(got))) != len(noLinks(noBreaks(shape))) {
				t.Errorf("%d tags, where one word makes %d:\n%s", len(got), len(shape), page)
			}
		})
	}
}

func noBreaks(tags []string) (out []string) {
	for _, s := range tags {
		if s != "<br>" {
			out = append(out, s)
		}
	}
	return out
}

// noLinks leaves out what a word that is no address lacks.
func noLinks(tags []string) (out []string) {
	for _, s := range tags {
		if !strings.HasPrefix(s, "<a ") && s != "</a>" {
			out = append(out, s)
		}
	}
	return out
}

func TestADrawingThatIsMoreThanADrawingIsLeftOut(t *testing.T) {
	for name, svg := range map[string]string{
		"script": `<svg><script>alert(1)</script></svg>`, "handler": `<svg onload="alert(1)"></svg>`, "foreign": `<svg><foreignObject><b/></foreignObject></svg>`,
		"style": `<svg><style>*{}</style></svg>`, "image": `<svg><image href="x"/></svg>`, "link": `<svg><a href="javascript:alert(1)"><text>x</text></a></svg>`,
		"xlink": `<svg xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href=" javascript:alert(1)"/></svg>`, "load": `<svg><rect fill="url(http://evil.example)"/></svg>`,
		"broken": `<svg><g></svg>`, "two": `<svg/><svg/>`, "nested": `<svg><svg/></svg>`, "text after": `<svg/>x`, "comment": `<svg><!-- --></svg>`, "entity": `<!DOCTYPE x><svg/>`, "no svg": `<b/>`, "empty": ``,
	} {
		if drawable(svg) {
			t.Errorf("%s passed: %s", name, svg)
		}
		if page := string(HTML(content.Document{Blocks: []content.Block{{Figure: &content.Figure{SVG: svg}}}})); svg != "" && strings.Contains(page, svg) {
			t.Errorf("%s stands in the page", name)
		}
	}
	if !drawable(square) {
		t.Error("a square is refused")
	}
}

func FuzzMarkdownTableCell(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := content.Document{Title: "T", Blocks: []content.Block{{Table: &content.Table{Head: []string{"A", "B"}, Rows: [][][]content.Span{
			{content.Text(s), content.Text("end")}, {{{Text: s, Code: true}}, content.Text("end")}, {{{Text: s, Strong: true}, {Text: s}}, content.Text("end")}}}}}}
		out := asRead(t, Markdown(doc))
		if n := strings.Count(out, "<td>end</td>"); n != 3 || strings.Count(out, "<tr>") != 4 {
			t.Errorf("%q breaks its row:\n%s", s, out)
		}
		for _, found := range tag.FindAllString(out, -1) {
			if !allowed.MatchString(found) {
				t.Errorf("%q became %s", s, found)
			}
		}
	})
}
