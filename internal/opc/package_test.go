package opc

import (
	"bytes"
	"strings"
	"testing"
)

func made(change func(*Package)) []byte {
	p := New()
	p.Relate("", "officeDocument", "word/document.xml")
	p.Relate("word/document.xml", "image", "word/media/a.png")
	p.Link("word/document.xml", "hyperlink", "https://wiki.example/a?b=1&c=2")
	p.Add("word/document.xml", "application/x+xml", XML(`<a xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1">`+Escape("<&\x00>")+`</a>`))
	p.Media("word/media/a.png", "image/png", []byte("dots"))
	if change != nil {
		change(p)
	}
	b, err := p.Bytes()
	if err != nil {
		panic(err)
	}
	return b
}

func TestAPackageIsWhatItsStandardAsksFor(t *testing.T) {
	b := made(nil)
	if err := Check(b); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(b, made(nil)) {
		t.Error("written twice, it differs")
	}
}

func TestTheCheckFindsWhatIsWrong(t *testing.T) {
	for want, change := range map[string]func(*Package){
		"nothing leads to word/alone.xml":     func(p *Package) { p.Add("word/alone.xml", "application/x+xml", XML("<a/>")) },
		"word/gone.xml, which is not there":   func(p *Package) { p.Relate("word/document.xml", "styles", "word/gone.xml") },
		"stands twice":                        func(p *Package) { p.Add("word/document.xml", "application/x+xml", XML("<a/>")) },
		"has no content type":                 func(p *Package) { p.parts[0].name = "word/document.bin"; p.parts[0].kind = "" },
		"which it has not":                    func(p *Package) { p.parts[0].data = bytes.ReplaceAll(p.parts[0].data, []byte("rId1"), []byte("rId9")) },
		"word/document.xml: XML syntax error": func(p *Package) { p.parts[0].data = []byte("<a><b></a>") },
	} {
		if err := Check(made(change)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	if Check([]byte("no package")) == nil {
		t.Error("what is no package passed")
	}
}
