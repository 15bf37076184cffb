package guide

import (
	"strings"
	"testing"
)

func TestAGuideThatIsWrittenReadsTheSame(t *testing.T) {
	text, err := Written(Shipped())
	if err != nil {
		t.Fatal(err)
	}
	g, err := Read(text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if d := Differences(Shipped(), g); len(d) != 0 {
		t.Errorf("it differs: %v", d)
	}
	if again, err := Written(g); err != nil || string(again) != string(text) || !strings.Contains(string(text), `">= 3"`) {
		t.Errorf("written again it is another: %v", err)
	}
}
