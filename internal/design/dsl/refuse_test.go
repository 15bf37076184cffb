package dsl

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func inModel(lines string) string { return "workspace {\n  model {\n" + lines + "\n  }\n}\n" }

func TestWhatCannotBeReadIsRefusedWithItsPlaceAndTheWayOut(t *testing.T) {
	rows := []struct{ name, text, want string }{
		{"empty", "", "no workspace in this file"},
		{"only space", " \n\t\r\n", "no workspace in this file"},
		{"binary", "\x7fELF\x00\x01", "line 1, column 1: this is not text"},
		{"open block", "workspace {\n model {\n", "line 2, column 2: the block that begins here is not closed"},
		{"closing nothing", "workspace {\n}\n}\n", "line 3, column 1: this } closes nothing"},
		{"open quotation", inModel(`a = person "Ann`), `line 3, column 12: the quotation that begins here is not closed`},
		{"open text block", inModel(`a = person """Ann`), `no end; expected """`},
		{"open comment", "workspace {\n /* never", "line 2, column 2: the comment"},
		{"word after a brace", "workspace { model {\n}\n}", "line 1, column 13: expected the end of the line after {"},
		{"unknown keyword", inModel(`persn "Ann"`), `line 3, column 1: "persn" cannot stand in a model; expected person`},
		{"near keyword", inModel(`persn "Ann"`), `did you mean person?`},
		{"no name", inModel(`a = person`), "line 3, column 5: expected a name after person"},
		{"too many words", inModel(`person "A" "d" "t" "more"`), `line 3, column 20: "more" is too much here`},
		{"unknown identifier", inModel("relay = softwareSystem \"R\"\nann = person \"A\"\nann -> relai \"uses\""), `line 5, column 8: no element has the identifier "relai"; did you mean relay?`},
		{"relationship to nothing", inModel("ann = person \"A\"\nann ->"), "line 4, column 5: expected an element after ->"},
		{"relationship from nothing", inModel("-> ann"), "line 3, column 1: expected an element before ->"},
		{"identifier twice", inModel("a = person \"A\"\na = person \"B\""), `line 4, column 1: the identifier "a" is already used on line 3`},
		{"name twice", inModel("person \"A\"\nsoftwareSystem \"A\""), `"A" already stands here, on line 3`},
		{"bad identifier", inModel(`a.b = person "A"`), `"a.b" cannot be an identifier`},
		{"to its own part", inModel("s = softwareSystem \"S\" {\nc = container \"C\"\n}\ns -> c"), "line 6, column 1: a relationship between \"S\" and a part of it"},
		{"same twice", inModel("a = person \"A\"\nb = person \"B\"\na -> b \"x\"\na -> b \"x\""), "it stands on line 5"},
		{"unknown archetype arrow", inModel("a = person \"A\"\nb = person \"B\"\na --soap-> b"), `no arrow is called "soap"`},
		{"unknown environment", "workspace {\nviews {\ndeployment * live {\n}\n}\n}", `line 3, column 14: no environment is called "live"`},
		{"view of nothing", "workspace {\nviews {\nsystemContext relay {\n}\n}\n}", `line 3, column 15: no element has the identifier "relay"`},
		{"instance of nothing", inModel("deploymentEnvironment \"L\" {\ndeploymentNode \"N\" {\ncontainerInstance api\n}\n}"), `line 5, column 19: no element`},
		{"include missing", "workspace {\n!include gone.dsl\n}", `line 2, column 10: "gone.dsl" is not there`},
		{"include above", "workspace {\n!include ../../etc/passwd\n}", "line 2, column 10: \"../../etc/passwd\" leaves the folder"},
		{"include absolute", "workspace {\n!include /etc/passwd\n}", "leaves the folder"},
		{"include with backslashes", "workspace {\n!include ..\\x.dsl\n}", "leaves the folder"},
		{"include of an address", "workspace {\n!include https://169.254.169.254/x\n}", "line 2, column 10: \"https://169.254.169.254/x\" is an address on the network"},
		{"include through a value", "workspace {\n!const P ../secret\n!include ${P}\n}", "leaves the folder"},
		{"include loop", "workspace {\n!include a.dsl\n}", "a.dsl → b.dsl → a.dsl"},
		{"include of itself", "workspace {\n!include main.dsl\n}", "main.dsl → main.dsl"},
		{"include too deep", "workspace {\n!include deep1.dsl\n}", "more than 16 deep"},
		{"a wrong word in an included file", "workspace {\nmodel {\n!include wrong.dsl\n}\n}", `wrong.dsl, line 2, column 1: "hum" cannot stand in a model`},
	}
	files := fstest.MapFS{
		"main.dsl": {Data: []byte("workspace {\n!include main.dsl\n}")},
		"a.dsl":    {Data: []byte("!include b.dsl")}, "b.dsl": {Data: []byte("!include a.dsl")},
		"wrong.dsl": {Data: []byte("person \"Ann\"\nhum\n")},
	}
	for i := 1; i < 40; i++ {
		files[fmt.Sprintf("deep%d.dsl", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "!include deep%d.dsl", i+1)}
	}
	for _, row := range rows {
		_, _, err := Parse("main.dsl", []byte(row.text), files)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want %s", row.name, err, row.want)
		}
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%s: the error is a %T", row.name, err)
		}
	}
}

func TestLimitsAreToldBeforeReading(t *testing.T) {
	big := bytes.Repeat([]byte("# more\n"), MaxBytes/7+1)
	many := "workspace {\nmodel {\n" + strings.Repeat("person \"Ann\"\n", MaxElements+1) + "}\n}"
	bomb := "!var A \"" + strings.Repeat("x", 1000) + "\"\n" + strings.Repeat("!var A \"${A}${A}\"\n", 40) + "workspace {\n}"
	square := "workspace {\nmodel {\n" + strings.Repeat("person \"Ann\" {\n}\n", 0)
	for i := range 20_000 {
		square += fmt.Sprintf("element \"E%d\"\n", i)
	}
	square += "!elements \"*\" {\n" + strings.Repeat("tags x\n", 20_000) + "}\n}\n}"
	rows := []struct{ name, text, want string }{
		{"bytes", string(big), "larger than 10 MB"},
		{"elements", many, "more than 50,000 elements"},
		{"values in values", bomb, "larger than 10 MB together"},
		{"work", square, "more work than we do"},
		{"depth", strings.Repeat("a {\n", 1000), "more than 100 deep"},
	}
	for _, row := range rows {
		start := time.Now()
		_, _, err := Parse("main.dsl", []byte(row.text), nil)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want %s", row.name, err, row.want)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", row.name, d)
		}
	}
}

func TestIncludesAreReadOnceEachAndFoldersWhole(t *testing.T) {
	files := fstest.MapFS{
		"model/one.dsl":      {Data: []byte("a = person \"Ann\"\n")},
		"model/sub/two.dsl":  {Data: []byte("b = person \"Bob\"\n")},
		"model/.git/x.dsl":   {Data: []byte("not read\n")},
		"model/notes.txt":    {Data: []byte("not read\n")},
		"model/link/out.dsl": {Data: []byte("not read"), Mode: fs.ModeSymlink},
	}
	w, _, err := Parse("main.dsl", []byte("workspace {\n model {\n !include model\n a -> b \"knows\"\n}\n}"), files)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Elements) != 2 || w.Elements[1].File != "model/sub/two.dsl" || len(w.Sources) != 3 {
		t.Errorf("elements %v, %d sources", w.Elements, len(w.Sources))
	}
}

func TestScriptsAreKeptAndNeverRun(t *testing.T) {
	src := "workspace {\n!script groovy {\n if (x) { y() } else { \"}\" + 1 \n}\n}\n}\nmodel {\n!plugin com.example.Plugin {\n a b\n}\n s = softwareSystem \"S\" {\n c = container \"C\" {\n !components {\n strategy { }\n}\n}\n}\n}\n}\n"
	src = strings.Replace(src, "strategy { }", "strategy {\n}", 1)
	src = strings.Replace(src, `"}" + 1 `, `1`, 1)
	src = strings.Replace(src, "\n}\n}\n}\nmodel", "\n}\n}\nmodel", 1)
	w, warnings, err := Parse("main.dsl", []byte(src), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(warnings) != 3 || len(w.Kept) != 3 || w.Kept[2].Place != "Container://S.C" {
		t.Errorf("warnings %v, kept %v", warnings, w.Kept)
	}
	if !strings.Contains(w.Kept[0].Text, "else { 1") {
		t.Errorf("the script is kept as %q", w.Kept[0].Text)
	}
}

func TestAValueWithoutADefinitionIsReportedAndNotReadFromTheMachine(t *testing.T) {
	t.Setenv("SECRET", "hunter2")
	w, warnings, err := Parse("main.dsl", []byte(inModel(`person "${SECRET}"`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if w.Elements[0].Name != "${SECRET}" || len(warnings) != 1 || warnings[0].Line != 3 {
		t.Errorf("name %q, warnings %v", w.Elements[0].Name, warnings)
	}
}
