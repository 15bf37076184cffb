package sheet_test

import (
	"strings"
	"testing"

	"throughline/internal/sheet"
)

func pasted(t testing.TB, s string) *sheet.Book {
	t.Helper()
	b, err := sheet.ReadText(s, sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDelimitedTextIsReadWithoutAHeader(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"commas with quotes", "Id,Text,Prio,Owner\r\n1,\"a, \"\"b\"\"\nc\",Must,x\r\n2,d,Must,y\r\n3,e,Must,z\r\n", "A1=Id B1=Text C1=Prio D1=Owner A2=1 B2=a, \"b\"\nc C2=Must D2=x A3=2 B3=d C3=Must D3=y A4=3 B4=e C4=Must D4=z"},
		{"semicolons in Windows-1252", "Nr;Anforderung\r\n1;Gr\xf6\xdfe\r\n", "A1=Nr B1=Anforderung A2=1 B2=Größe"},
		{"tabs, numbers first", "1\ta\n\n2\tb\n", "A1=1 B1=a A3=2 B3=b"},
		{"formula stays text", "1;=1+1\n2;@SUM(A1)\n3;b\n", "A1=1 B1==1+1 A2=2 B2=@SUM(A1) A3=3 B3=b"},
		{"right to left and emoji", "1;يجب أن يعمل\n2;🙂 בדיקה\n", "A1=1 B1=يجب أن يعمل A2=2 B2=🙂 בדיקה"},
	} {
		b := read(t, []byte(c.text))
		if got := text(b.Sheets[0]); b.Form != sheet.Delimited || got != c.want {
			t.Errorf("%s: %s %s", c.name, b.Form, got)
		}
	}
}

func TestARowThatCannotBeReadIsSaidAndTheOthersStay(t *testing.T) {
	b := read(t, []byte("a;b\n1;x\n2;\"y\" z\n3;w\n"))
	if got := text(b.Sheets[0]); got != "A1=a B1=b A2=1 B2=x A4=3 B4=w" || len(b.Notes) != 1 || b.Notes[0].Place != "line 3" {
		t.Errorf("%s %v", got, b.Notes)
	}
}

func TestPastedTextIsCutIntoItems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"numbers", "1. One\n2) Two\n(3) Three\n4 - Four", "A1=1 B1=One A2=2 B2=Two A3=3 B3=Three A4=4 B4=Four"},
		{"keys", "REQ-1: The first\nR-2 The second\n1.2.3 The third\nQ4. The fourth", "A1=REQ-1 B1=The first A2=R-2 B2=The second A3=1.2.3 B3=The third A4=Q4 B4=The fourth"},
		{"bullets and boxes", "• One\n- Two\n[ ] Three\n– Four", "A1=• B1=One A2=• B2=Two A3=• B3=Three A4=• B4=Four"},
		{"goes on", "1. One that\n   goes on\n2. Two", "A1=1 B1=One that goes on A2=2 B2=Two"},
		{"headings", "# Access\n1. One\n**Data**\n2. Two\nREPORTS:\n3. Three", "B1=Access A2=1 B2=One B3=Data A4=2 B4=Two B5=REPORTS A6=3 B6=Three"},
		{"marks of emphasis and links", "* **Must** have [SSO](https://a.b) and `CSV`", "A1=• B1=Must have SSO and CSV"},
		{"lines only", "Sign in by SAML\nExport as CSV\nStay in the EU", "B1=Sign in by SAML B2=Export as CSV B3=Stay in the EU"},
		{"paragraphs wrapped", "The system must do one thing that takes more than a line,\nand here it goes on.\n\nAnother must do what nobody else has ever done before in\nall of time.", "B1=The system must do one thing that takes more than a line, and here it goes on. B2=Another must do what nobody else has ever done before in all of time."},
		{"smart quotes and hard blanks", "1.\u00a0The “portal” can’t fail", "A1=1 B1=The “portal” can’t fail"},
		{"years and amounts are no numbers", "2026. It was\n24/7 support\n3D models", "B1=2026. It was B2=24/7 support B3=3D models"},
		{"rows of a spreadsheet", "Nr\tText\n1\t\"two\nlines\"\n2\tb", "A1=Nr B1=Text A2=1 B2=two\nlines A3=2 B3=b"},
		{"table of Markdown", "| a | b |\n|---|---|\n| 1 | x \\| y |\n| 2 | **z** |", "A1=a B1=b A3=1 B3=x | y A4=2 B4=z"},
	} {
		if got := text(pasted(t, c.text).Sheets[0]); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestOfAMailTheListIsKept(t *testing.T) {
	b := pasted(t, "From: A <a@b.example>\nSubject: List\n\nHi Jo,\n\n1. One\n2. Two\n\nBest regards,\nAnn\nHead of IT\n\nOn 3 May 2026, Jo wrote:\n> Please send your list.\n> > 1. Old one\n")
	if got := text(b.Sheets[0]); got != "A1=1 B1=One A2=2 B2=Two" {
		t.Errorf("own lines: %s", got)
	}
	if len(b.Sheets) != 2 || !strings.Contains(b.Sheets[1].Name, "Quoted") || text(b.Sheets[1]) != "B1=Please send your list. A2=1 B2=Old one" {
		t.Errorf("quoted lines: %+v", b.Sheets[1:])
	}
	if len(b.Notes) != 1 {
		t.Errorf("notes: %v", b.Notes)
	}
	list := pasted(t, "Best price\n1. To: field must be filled\n2. One")
	if len(list.Notes) != 0 || len(list.Sheets[0].Rows) != 3 {
		t.Errorf("a list is taken for a mail: %v", list.Notes)
	}
}

func TestANumberIsTakenOffAText(t *testing.T) {
	for in, want := range map[string][2]string{
		"R-7: The system must":               {"R-7", "The system must"},
		"1.2 One":                            {"1.2", "One"},
		"No number here":                     {"", "No number here"},
		"12. " + strings.Repeat("long ", 30): {"12", strings.Repeat("long ", 30)},
		"":                                   {"", ""},
		"🙂":                                  {"", "🙂"},
		"REPORTS":                            {"", "REPORTS"},
	} {
		if n, rest := sheet.SplitNumber(in); n != want[0] || strings.TrimSpace(rest) != strings.TrimSpace(want[1]) {
			t.Errorf("%q: %q, %q", in, n, rest)
		}
	}
}
