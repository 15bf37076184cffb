package documents

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/content"
	"throughline/internal/opc"
)

// partOf reads one part of a package.
func partOf(t *testing.T, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func drawnTwice(t *testing.T, d content.Document, draw func(content.Document) ([]byte, error)) []byte {
	t.Helper()
	one, err := draw(d)
	if err != nil {
		t.Fatal(err)
	}
	two, err := draw(d)
	if err != nil || !bytes.Equal(one, two) {
		t.Errorf("drawn twice, it differs (%v)", err)
	}
	return one
}

func TestAWordFileIsAPackageAsItsStandardAsksFor(t *testing.T) {
	file := drawnTwice(t, small, DOCX)
	if err := opc.Check(file); err != nil {
		t.Error(err)
	}
	body := partOf(t, file, "word/document.xml")
	for _, want := range []string{`<w:pStyle w:val="Heading1"/>`, `<w:tblHeader/>`, `<w:cantSplit/>`, `<w:numId w:val="2"/>`, `descr="Planner → Relay: asks (HTTPS)."`, `<w:br/>`, `w:val="CalloutBreak"`, `<w:hyperlink r:id="`} {
		if !strings.Contains(body, want) {
			t.Errorf("the body lacks %s", want)
		}
	}
	if links := partOf(t, file, "word/_rels/document.xml.rels"); !strings.Contains(links, `Target="https://wiki.example/relay?a=1&amp;b=2" TargetMode="External"`) {
		t.Errorf("the link leads elsewhere: %s", links)
	}
	if svg := partOf(t, file, "word/media/figure1.svg"); strings.Contains(svg, "var(") || !strings.Contains(svg, `fill="#ffffff"`) {
		t.Errorf("the drawing names what Word does not know: %s", svg)
	}
	if app := partOf(t, file, "docProps/app.xml"); !strings.Contains(app, "<Pages>1</Pages>") {
		t.Error(app)
	}
}

// Every style that a body names is one that the file has.
func TestAWordFileHasEveryStyleItNames(t *testing.T) {
	file := drawnTwice(t, everywhere("word"), DOCX)
	styles := partOf(t, file, "word/styles.xml")
	for _, part := range []string{"word/document.xml", "word/footer1.xml", "word/styles.xml"} {
		for _, m := range regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"`).FindAllStringSubmatch(partOf(t, file, part), -1) {
			if !strings.Contains(styles, `w:styleId="`+m[1]+`"`) {
				t.Errorf("%s names the style %s, which is not there", part, m[1])
			}
		}
	}
}

func TestHostileTextIsOnlyTextInWordAndPDF(t *testing.T) {
	elements := regexp.MustCompile(`<w:[a-zA-Z]+`)
	count := func(s string) int {
		all := elements.FindAllString(partOf(t, drawnTwice(t, everywhere(s), DOCX), "word/document.xml"), -1)
		n := 0
		for _, e := range all {
			if e != "<w:br" && e != "<w:t" && e != "<w:hyperlink" && e != "<w:rStyle" && e != "<w:rPr" && e != "<w:sz" && e != "<w:szCs" && e != "<w:spacing" {
				n++
			}
		}
		return n
	}
	shape := count("word")
	for name, s := range hostile {
		t.Run(name, func(t *testing.T) {
			if err := opc.Check(drawnTwice(t, everywhere(s), DOCX)); err != nil {
				t.Error(err)
			}
			if n := count(s); n != shape && name != "only spaces" {
				t.Errorf("%d elements, where one word makes %d", n, shape)
			}
			file := drawnTwice(t, everywhere(s), PDF)
			if !bytes.HasSuffix(file, []byte("%%EOF\n")) || bytes.Contains(file, []byte("/URI (javascript")) || bytes.Contains(file, []byte("/JavaScript")) {
				t.Error("the PDF is cut off or holds a script")
			}
		})
	}
}

// A row that no page holds, a table without rows, a heading at the end: what is set must end.
func TestWhatNoPageHoldsIsSetOverSeveral(t *testing.T) {
	long := strings.Repeat("a long text ", 4000)
	d := content.Document{Title: strings.Repeat("Title ", 100), Blocks: []content.Block{
		{Table: &content.Table{Head: []string{"A", "B"}, Rows: [][][]content.Span{{content.Text(long), content.Text("b")}}}},
		{Table: &content.Table{Caption: "Empty", Head: []string{"A"}}}, {Callout: &content.Callout{Text: content.Text(long)}}, {Quote: &content.Quote{Words: long}},
		{List: &content.List{Items: [][]content.Span{content.Text(long), nil}}}, {Paragraph: []content.Span{}}, {}, content.H(9, "Last"), content.H(1, strings.Repeat("x", 5000))}}
	file := drawnTwice(t, d, PDF)
	if n := bytes.Count(file, []byte("/Type /Page /Parent")); n < 20 || n > 80 {
		t.Errorf("%d pages", n)
	}
}

func BenchmarkForms(b *testing.B) {
	for _, form := range Forms {
		b.Run(form.Ending, func(b *testing.B) {
			for b.Loop() {
				if _, err := form.Draw(small); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
