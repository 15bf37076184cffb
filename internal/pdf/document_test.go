package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"throughline/internal/drawing"
	"throughline/internal/typeface"
)

func made() []byte {
	d := New("Title (with ) \\ signs", "About 字", "en")
	first, second := d.Page(595, 842), d.Page(595, 842)
	h := d.Root().Add("H1")
	first.As(h, func() { first.Text(typeface.Bold(), 20, drawing.Colour{}, 60, 80, "Größe") })
	first.As(nil, func() { first.Rect(60, 90, 100, 1, drawing.Colour{255, 0, 0}) })
	p := d.Root().Add("P")
	l := p.Add("Link")
	second.As(l, func() { second.Text(typeface.Sans(), 10, drawing.Colour{}, 60, 80, "the wiki 字 😀") })
	second.Link(l, 60, 70, 50, 12, "https://wiki.example/a(b)\n")
	d.Outline(1, "One", first, 80)
	d.Outline(3, "One deep", first, 90)
	d.Outline(1, "Two", second, 80)
	return d.Bytes()
}

var place = regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`)

func TestEachObjectStandsWhereTheTableSays(t *testing.T) {
	b := made()
	if !bytes.Equal(b, made()) {
		t.Error("made twice, it differs")
	}
	all := place.FindAllSubmatch(b, -1)
	for i, m := range all {
		at, _ := strconv.Atoi(string(m[1]))
		if want := fmt.Sprintf("%d 0 obj\n", i+1); !bytes.HasPrefix(b[at:], []byte(want)) {
			t.Errorf("object %d is not at %d", i+1, at)
		}
	}
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(b, -1) {
		if n, _ := strconv.Atoi(string(m[1])); n < 1 || n > len(all) {
			t.Errorf("%s leads nowhere", m[0])
		}
	}
	if bytes.Contains(b, []byte("obj\n\nendobj")) {
		t.Error("an object is empty")
	}
}

func TestAFileSaysWhatItIs(t *testing.T) {
	s := string(made())
	for _, want := range []string{"/Lang (en)", "/MarkInfo << /Marked true >>", "/S /H1", "/S /Link", "/Type /OBJR", "/Count 3", "/PageMode /UseOutlines", "/URI (https://wiki.example/a\\(b\\)%0A)", "/FontName /AAAAAB+IBMPlexSans-Bold"} {
		if !strings.Contains(s, want) {
			t.Errorf("it lacks %s", want)
		}
	}
	if strings.Contains(s, "CreationDate") {
		t.Error("it has a date")
	}
}

func TestALetterThatTheFaceLacksIsStillThatLetter(t *testing.T) {
	d := New("", "", "en")
	f := d.font(typeface.Sans())
	f.encode("字😀a字")
	if got := string(f.toUnicode()); !strings.Contains(got, "<0001> <5B57>\n<0002> <D83DDE00>\n<0003> <0061>\nendbfchar") {
		t.Error(got)
	}
}
