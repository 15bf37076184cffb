package plain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"throughline/internal/exchange/folder/plain"
)

var sameButLines = cmpopts.IgnoreFields(plain.Node{}, "Line", "Quoted")

func fields(pairs ...any) *plain.Node {
	n := &plain.Node{Sort: plain.Fields}
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case string:
			n.Add(pairs[i].(string), plain.Words(v))
		case *plain.Node:
			n.Add(pairs[i].(string), v)
		}
	}
	return n
}

func list(items ...*plain.Node) *plain.Node { return &plain.Node{Sort: plain.List, Items: items} }

func TestWhatIsWrittenIsReadTheSame(t *testing.T) {
	for _, s := range []string{"plain", "", " blanks ", "a: b", "a:", "-", "- x", "true", "12", "1.50", "null", "<NWF-1>", "two\nlines", "two\n\n  three", "ends\n", "\nbegins",
		" indented\nfirst", "tab\there", "# no remark", "x # y", `quo"te`, `back\slash`, "[list]", "{map}", "a, b]", "ünïcode …", "\u2028", "'", "|", "|-", "@x", "=1+1", "~", ".5", "\ttab"} {
		n := fields("text", s, "list", list(plain.Words(s), plain.Words("x")), "of", list(fields("a", s, "b", list(fields(s+"!", s)))))
		b := plain.Write(n)
		got, err := plain.Read(b, 1)
		if err != nil {
			t.Errorf("%q: %v in\n%s", s, err, b)
			continue
		}
		if d := cmp.Diff(n, got, sameButLines); d != "" {
			t.Errorf("%q came back otherwise: %s\n%s", s, d, b)
		}
		if again := plain.Write(got); string(again) != string(b) {
			t.Errorf("%q was written otherwise the second time:\n%s\n%s", s, b, again)
		}
	}
}

func TestANameOfAThingIsToldFromText(t *testing.T) {
	n, err := plain.Read([]byte("by: <anna>\nsaid: \"<anna>\"\nall: [<anna>, \"<b>\"]\n"), 1)
	if err != nil {
		t.Fatal(err)
	}
	if key, ok := n.Field("by").Named(); !ok || key != "anna" {
		t.Errorf("by names %q", key)
	}
	if _, ok := n.Field("said").Named(); ok {
		t.Error("a quoted text names a thing")
	}
	if key, ok := n.Field("all").Items[0].Named(); !ok || key != "anna" {
		t.Errorf("the list names %q", key)
	}
}

func TestAFaultSaysItsLine(t *testing.T) {
	for text, want := range map[string]struct {
		line int
		say  string
	}{
		"a: 1\nno colon\n":                      {2, "colon"},
		"a: 1\na: 2\n":                          {2, "second time"},
		"a: 1\n  b: 2\n":                        {2, "indented more"},
		"a:\n    b: 1\n  c: 2\n":                {3, "indent"},
		"a: \"open\n":                           {1, "quote"},
		"a: [x, y\n":                            {1, "bracket"},
		"a: \"x\" y\n":                          {1, "after the value"},
		"a:\n\t- x\n":                           {2, "tab"},
		"- a\nb: 1\n":                           {2, "mixes"},
		"a: 1\nb: \xff\n":                       {2, "UTF-8"},
		"a: |-\n    x\n  y\n":                   {3, "less"},
		"a: " + strings.Repeat("[", 100) + "\n": {1, "deep"},
	} {
		_, err := plain.Read([]byte(text), 1)
		var f *plain.Fault
		if !errors.As(err, &f) || f.Line != want.line || !strings.Contains(f.What, want.say) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzReadingNeverPanicsAndWritesWhatItRead(f *testing.F) {
	for _, s := range []string{"a: 1\n", "- a: x\n  b: |-\n    y\n", "a: [b, \"c\"]\n", "\"q\": {}\n", "a:\n  - - b\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := plain.Read(b, 1)
		if err != nil {
			return
		}
		once := plain.Write(n)
		again, err := plain.Read(once, 1)
		if err != nil {
			t.Fatalf("%q was written as %q: %v", b, once, err)
		}
		if d := cmp.Diff(n, again, sameButLines); d != "" {
			t.Errorf("%q: %s", b, d)
		}
	})
}
