package transcript

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// spoken is 'speaker|text' of every segment, for tables.
func spoken(t Transcript) string {
	var out []string
	for _, s := range t.Segments {
		out = append(out, s.Speaker+"|"+s.Text)
	}
	return strings.Join(out, "\n")
}

func TestReadFindsSpeakersInEveryForm(t *testing.T) {
	const want = "Dana Whitfield|We have 312 mappings.\nMara Lindqvist|How many change a year?\nDana Whitfield|Most of them."
	for name, in := range map[string]string{
		"teams":       "\uFEFFWEBVTT\r\n\r\nab/1-0\r\n00:00:03.120 --> 00:00:09.480\r\n<v Dana Whitfield>We have\r\n312 mappings.</v>\r\n\r\nab/2-0\r\n00:00:10.000 --> 00:00:11.000\r\n<v.loud Mara Lindqvist>How many change a year?</v>\r\n\r\n00:12.000 --> 00:13.000\r\n<v Dana Whitfield>Most of <i>them</i>.",
		"zoom":        "WEBVTT\n\n1\n00:00:03.120 --> 00:00:09.480\nDana Whitfield: We have 312 mappings.\n\n2\n00:00:10.000 --> 00:00:11.000\nMara Lindqvist: How many change a year?\n\n3\n00:00:12.000 --> 00:00:13.000\nDana Whitfield: Most of them.\n",
		"metadata":    "WEBVTT\n\n00:00:03.120 --> 00:00:09.480\n{\"speakerName\": \"Dana Whitfield\", \"spokenText\": \"We have 312 mappings.\"}\n\n00:00:10.000 --> 00:00:11.000\n{\"speakerName\": \"Mara Lindqvist\", \"spokenText\": \"How many change a year?\"}\n\n00:00:12.000 --> 00:00:13.000\n{\"speakerName\":\"Dana Whitfield\",\"spokenText\":\"Most of them.\"}\n",
		"srt":         "1\n00:00:03,120 --> 00:00:09,480\nDana Whitfield: We have\n312 mappings.\n\n2\n00:00:10,000 --> 00:00:11,000\nMara Lindqvist: How many change a year?\n3\n00:00:12,000 --> 00:00:13,000\nDana Whitfield: Most of them.\n",
		"plain":       "Dana Whitfield: We have 312 mappings.\nMara Lindqvist: How many change a year?\nDana Whitfield: Most of them.\n",
		"name above":  "Dana Whitfield  0:03\nWe have 312 mappings.\n\nMara Lindqvist  0:10\nHow many change a year?\n\nDana Whitfield  0:12\nMost of them.\n",
		"clock first": "[00:00:03] Dana Whitfield: We have 312 mappings.\n[00:00:10] Mara Lindqvist: How many change a year?\n00:00:12 Dana Whitfield: Most of them.\n",
		"clock after": "Dana Whitfield (00:03): We have 312 mappings.\nMara Lindqvist (00:10): How many change a year?\nDana Whitfield (00:12): Most of them.\n",
		"markdown":    "**Dana Whitfield:** We have 312 mappings.\n\n**Mara Lindqvist:** How many change a year?\n\n**Dana Whitfield:** Most of them.\n",
		"html":        "<html><style>p{}</style><script>\nalert('Eve: must')\n</script><p>Dana Whitfield: We have 312 mappings.</p>\n<p>Mara Lindqvist: How many change a year?</p>\n<p>Dana Whitfield: Most of them.<br/></p></html>\n",
	} {
		got, _, err := Read(strings.NewReader(in), name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if spoken(got) != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, spoken(got), want)
		}
		if timed := strings.ContainsAny(in, "0:1"); strings.Contains(in, ":10") && timed && got.Segments[1].Start != 10*time.Second {
			t.Errorf("%s: second segment starts at %v, want 10s", name, got.Segments[1].Start)
		}
	}
}

func TestReadKeepsForeignNamesAndEncodings(t *testing.T) {
	wide := func(s string, big bool) string {
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return string(b)
	}
	const turns = "Tomás Rey: Fünf Sekunden.\nTomás Rey: Höchstens, und das täglich.\n"
	for name, c := range map[string]struct{ in, want string }{
		"windows-1252":    {"Tom\xE1s Rey: F\xFCnf Sekunden \x96 h\xF6chstens.\nTom\xE1s Rey: Ja.", "Tomás Rey|Fünf Sekunden – höchstens."},
		"utf-16 marked":   {"\xFF\xFE" + wide(turns, false), "Tomás Rey|Fünf Sekunden."},
		"utf-16 big":      {"\xFE\xFF" + wide(turns, true), "Tomás Rey|Fünf Sekunden."},
		"utf-16 unmarked": {wide(turns, false), "Tomás Rey|Fünf Sekunden."},
		"right to left":   {"\u202Bדנה כהן\u202C: אנחנו צריכים את זה\nדנה כהן: כן", "דנה כהן|אנחנו צריכים את זה"},
		"emoji":           {"🚚 Dana: It must work.\n🚚 Dana: Yes.", "🚚 Dana|It must work."},
		"comparison":      {"Dana: We need < 2 seconds & no more.\nDana: Yes.", "Dana|We need < 2 seconds & no more."},
		"escaped script":  {"Dana: Hello &lt;script&gt;alert(1)&lt;/script&gt; there.\nDana: Yes.", "Dana|Hello alert(1) there."},
		"tag never ends":  {"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>Hello <img src=x onerror=y\n", "Dana|Hello img src=x onerror=y"},
	} {
		got, _, err := Read(strings.NewReader(c.in), name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if first, _, _ := strings.Cut(spoken(got), "\n"); first != c.want {
			t.Errorf("%s: %q, want %q", name, first, c.want)
		}
	}
}

func TestNotesKeepTheirTextWithoutInventedSpeakers(t *testing.T) {
	const notes = "Second call, 14 April\nAttendees: Dana Whitfield, Priya Nair\n\n- Security: logs go to Splunk\n- must keep 7 years\nOne more thing: no local passwords\nPriya Nair: nothing leaves the EU\n"
	got, _, err := Read(strings.NewReader(notes), "notes.txt")
	if err != nil {
		t.Fatal(err)
	}
	const want = "|Second call, 14 April\n|Attendees: Dana Whitfield, Priya Nair\n|- Security: logs go to Splunk\n|- must keep 7 years\n|One more thing: no local passwords\nPriya Nair|nothing leaves the EU"
	if got.Form != Notes || spoken(got) != want {
		t.Errorf("%s:\n%s", got.Form, spoken(got))
	}
	if got.Segments[3].Line != 5 || got.Segments[3].Start != Unknown {
		t.Errorf("segment 3 stands on line %d at %v, want line 5 and no time", got.Segments[3].Line, got.Segments[3].Start)
	}
}

func TestBrokenTimesKeepTheOrderOfTheFileAndAreFlagged(t *testing.T) {
	const in = "WEBVTT\n\n00:10.000 --> 00:12.000\n<v A B>one\n\n00:05.000 --> 00:11.000\n<v A B>two\n\n00:09.000 --> 00:08.000\n<v A B>three\n\n00:xx.000 --> 00:30.000\n<v A B>four\n\nfive\n"
	got, warned, err := Read(strings.NewReader(in), "x.vtt")
	if err != nil {
		t.Fatal(err)
	}
	if s := spoken(got); s != "A B|one\nA B|two\nA B|three\nA B|four\n|five" && s != "A B|one\nA B|two\nA B|three\nA B|four\nA B|five" {
		t.Errorf("order lost:\n%s", s)
	}
	if got.Segments[3].Start != Unknown {
		t.Errorf("a broken mark became %v", got.Segments[3].Start)
	}
	for _, want := range []string{"line 7: the time mark falls back", "line 10: the time mark ends before it begins", "line 12: this time mark cannot be read", "line 15: these words stand outside"} {
		found := false
		for _, w := range warned {
			found = found || strings.HasPrefix(w.String(), want)
		}
		if !found {
			t.Errorf("no warning %q in %v", want, warned)
		}
	}
}

func TestReadRefusesWhatIsNotATranscriptWithASentence(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"empty":      {"", "is empty"},
		"blank":      {" \r\n\t\n", "is empty"},
		"word":       {"PK\x03\x04\x14\x00", "a Word document"},
		"binary":     {strings.Repeat("\x00\x01\x02abc", 50), "is not text"},
		"huge":       {strings.Repeat("a", MaxBytes+1), "larger than 8 MB"},
		"no words":   {"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "holds no words"},
		"markup":     {"<html><body></body></html>", "holds no words"},
		"all script": {"<script>alert(1)</script>", "holds no words"},
	} {
		_, _, err := Read(strings.NewReader(c.in), "call.txt")
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "call.txt ") {
			t.Errorf("%s: %v, want a sentence with %q", name, err, c.want)
		}
	}
}

func TestHostileFilesAreReadInLinearTime(t *testing.T) {
	for name, in := range map[string]string{
		"open tags": strings.Repeat("<a", 2<<20), "entities": strings.Repeat("&lt;a", 1<<20), "one line": strings.Repeat("a: ", 2<<20),
		"lines": strings.Repeat("a:b\n", 1<<20), "arrows": strings.Repeat("-->\n", 1<<20), "voices": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + strings.Repeat("<v a>b", 1<<19),
	} {
		began := time.Now()
		_, warned, _ := Read(strings.NewReader(in), name)
		if took := time.Since(began); took > 20*time.Second || len(warned) > maxWarnings+1 {
			t.Errorf("%s took %v and gave %d warnings", name, took, len(warned))
		}
	}
}
