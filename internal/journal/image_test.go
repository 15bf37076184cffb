package journal

import (
	"encoding/json"
	"testing"
)

// What the journal keeps is what encoding/json would write; the short ways must not differ.
func FuzzAValuesTextIsEncodingJSONs(f *testing.F) {
	for _, s := range []string{"", "Replay", `a "quote" \ back`, "<b>&amp;</b>", "tab\there", "Zürich", "\u2028", "\xff", "\x7f"} {
		f.Add(s, int64(len(s)), s == "")
	}
	f.Fuzz(func(t *testing.T, s string, n int64, b bool) {
		for _, v := range []any{s, n, int(n), b} {
			want, err := json.Marshal(v)
			got, err2 := valueText(v)
			if err != nil || err2 != nil || string(got) != string(want) {
				t.Errorf("%q, want %q (%v, %v)", got, want, err, err2)
			}
		}
	})
}

func TestAnImagesTextIsCanonical(t *testing.T) {
	im := image{"b": json.RawMessage(`"x"`), "a": json.RawMessage(`{"k":[1,2]}`), "c": json.RawMessage("null")}
	want, err := json.Marshal(im)
	if got := im.text(); err != nil || got != string(want) {
		t.Errorf("%s, want %s (%v)", got, want, err)
	}
	if got := (image{}).text(); got != "{}" {
		t.Errorf("empty: %s", got)
	}
	if got := image(nil).text(); got != "" {
		t.Errorf("none: %s", got)
	}
}
