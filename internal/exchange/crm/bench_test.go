package crm

import (
	"bytes"
	"fmt"
	"testing"
)

// manyDeals is a report of n opportunities over n/4 accounts.
func manyDeals(n int) []byte {
	var b bytes.Buffer
	b.WriteString(salesforceHeader)
	for i := range n {
		fmt.Fprintf(&b, "\"Owner %d\",\"Account %d, Inc.\",\"Deal %d - Relay platform\",\"Discovery\",\"EUR\",\"%d,480,000.00\",\"%d/%d/2026\",\"12/19/2025\",\"New Business\",\"0065g%010d\"\n",
			i%35, i/4, i, i%9+1, i%12+1, i%28+1, i)
	}
	return b.Bytes()
}

func BenchmarkImportOfAHundredThousandRows(b *testing.B) {
	const rows = 100_000
	text := manyDeals(rows)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f, err := Open("deals.csv", bytes.NewReader(text), Map{})
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for range f.Records() {
			n++
		}
		if n != rows || f.ErrorCount > 0 {
			b.Fatalf("%d rows, errors %v", n, f.Errors[:min(3, len(f.Errors))])
		}
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkPossibleDuplicatesOfTwentyThousand(b *testing.B) {
	accounts := make([]Account, 20_000)
	for i := range accounts {
		accounts[i].Name = word(uint32(i)*2654435761) + " Logistics, Inc."
	}
	b.ReportAllocs()
	for b.Loop() {
		PossibleDuplicates(accounts)
	}
}

// word makes seven letters of a number, far from those of its neighbours.
func word(n uint32) string {
	var w [7]byte
	for i := range w {
		w[i] = byte('a' + n%26)
		n /= 26
	}
	return string(w[:])
}
