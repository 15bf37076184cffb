package edition_test

import (
	"fmt"
	"slices"
	"testing"

	"throughline/internal/edition"
)

func TestRowsThatSayTheSameAreFound(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  []int
	}{
		{[]string{"The system must keep logs for seven years.", "The  system must keep logs for seven years", "THE SYSTEM MUST KEEP LOGS FOR SEVEN YEARS."}, []int{-1, 0, 0}},
		{[]string{"The system must keep its logs for at least 7 years in the country", "The system must keep its logs for at least 8 years in the country"}, []int{-1, -1}},
		{[]string{"Users of the portal must be able to delete their own account at any time", "Users of the portal must not be able to delete their own account at any time"}, []int{-1, -1}},
		{[]string{"Users of the portal must be able to delete their own account at any time today", "The users of the portal must be able to delete their own account at any time today"}, []int{-1, 0}},
		{[]string{"Yes", "", "", "Yes"}, []int{-1, -1, -1, 0}},
		{nil, []int{}},
	} {
		if got := edition.Twins(c.texts); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.texts, got, c.want)
		}
	}
}

func TestTheNearestTextIsFoundAmongMany(t *testing.T) {
	texts := make([]string, 5000)
	for i := range texts {
		texts[i] = fmt.Sprintf("The system must finish job number %d within the night", i)
	}
	n := edition.NewNearest(texts)
	if at, like := n.To("the job number 4321 must finish within the night"); at != 4321 || like < 0.8 {
		t.Errorf("%d, %.2f", at, like)
	}
	if at, _ := n.To("zebrafish"); at != -1 {
		t.Errorf("nothing alike gives %d", at)
	}
}

func BenchmarkTwinsOfFiftyThousandRows(b *testing.B) {
	texts := make([]string, 50_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("The system must finish job %d of area %d within %d minutes and keep a record of it", i, i%300, i%17)
	}
	for b.Loop() {
		edition.Twins(texts)
	}
}
