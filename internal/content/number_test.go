package content_test

import (
	"math"
	"testing"

	"throughline/internal/content"
)

func TestANumberHasAMarkAtItsThousands(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 8.5: "8.5", 999: "999", 1000: "1,000", 40000: "40,000", -1234567.25: "-1,234,567.25", 0.0001: "0.0001", 1e15: "1,000,000,000,000,000",
		-100: "-100", math.MaxInt32: "2,147,483,647"} {
		if got := content.Number(v); got != want {
			t.Errorf("%v is %q, want %q", v, got, want)
		}
	}
}
