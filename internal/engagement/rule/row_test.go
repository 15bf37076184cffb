package rule

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestARowIsWrittenAsItWasRead(t *testing.T) {
	for _, text := range []string{`{}`, `{"months":"\u003e= 3"}`, `{"integrations":"0","months":"\u003c 3"}`, `{"configuration":"standard|complex"}`, `{"depth":"yes","seats":"1"}`, `{"months":"\u003e= 1.5"}`} {
		var r Row
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var again Row
		if err := json.Unmarshal(out, &again); err != nil || len(again) != len(r) {
			t.Fatalf("%s is written as %s: %v", text, out, err)
		}
		for i := range r {
			if r[i] != again[i] {
				t.Errorf("%s is written as %s", text, out)
			}
		}
	}
	var r Row
	if err := json.Unmarshal([]byte(`{"months":">= 3","configuration":"standard|complex"}`), &r); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(r.InWords(), "; "); got != "months of deployment: at least 3; configuration: standard or complex" {
		t.Errorf("in words: %s", got)
	}
}

func TestFactsAreTakenByNameAndFaultsToldTogether(t *testing.T) {
	f, err := FactsOf(map[string]string{"months": "13 weeks", "seats": "unknown"})
	if err != nil || len(f.Known()) != 1 {
		t.Errorf("%v %v", f.Known(), err)
	}
	if _, err := FactsOf(map[string]string{"months": "-1", "seats": "0", "weather": "fine"}); err == nil || strings.Count(err.Error(), ".") < 1 {
		t.Errorf("three faults: %v", err)
	}
}
