package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// endless is a file of many rows that is made while it is read, so that a large
// one costs neither disk nor memory.
type endless struct {
	header, row string
	rows, at    int64
}

func (e *endless) size() int64 { return int64(len(e.header)) + e.rows*int64(len(e.row)) }

func (e *endless) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekStart:
		e.at = offset
	case io.SeekCurrent:
		e.at += offset
	case io.SeekEnd:
		e.at = e.size() + offset
	}
	return e.at, nil
}

func (e *endless) Read(p []byte) (int, error) {
	if e.at >= e.size() {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && e.at < e.size() {
		var k int
		if h := int64(len(e.header)); e.at < h {
			k = copy(p[n:], e.header[e.at:])
		} else {
			k = copy(p[n:], e.row[(e.at-h)%int64(len(e.row)):])
		}
		n += k
		e.at += int64(k)
	}
	return n, nil
}

// heapPeak is the highest live heap over the start while work runs.
func heapPeak(work func()) uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	start, peak := m.HeapAlloc, uint64(0)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				if m.HeapAlloc > start {
					peak = max(peak, m.HeapAlloc-start)
				}
			}
		}
	}()
	work()
	close(stop)
	<-done
	return peak
}

func TestTwoHundredMegabytesAreReadInBoundedMemory(t *testing.T) {
	row := "\"Harbor & Pike, Inc.\",\"a cell\r\nof two lines\",\"480,000.00\",\"6/30/2026\"\n"
	e := &endless{header: "Account,Note,Amount,Close\n", row: row, rows: 200 << 20 / int64(len(row))}
	began := time.Now()
	var rows int64
	var last int
	peak := heapPeak(func() {
		tb, err := Open(e, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for rec, err := range tb.Records(nil) {
			if err != nil {
				t.Fatal(err)
			}
			rows++
			last = rec.Line
		}
	})
	if rows != e.rows || last != int(2*e.rows) {
		t.Errorf("%d rows, the last on line %d; want %d, %d", rows, last, e.rows, 2*e.rows)
	}
	if peak > 16<<20 {
		t.Errorf("the heap grew by %d MB", peak>>20)
	}
	t.Logf("%d MB, %d rows in %v, heap at most %.1f MB over the start", e.size()>>20, rows, time.Since(began).Round(time.Millisecond), float64(peak)/(1<<20))
}

func TestAHostileFileEndsSoonAndInBoundedMemory(t *testing.T) {
	for _, c := range []struct{ name, row string }{
		{"a quote opened in every line", "a\"\"\",\"\n"},
		{"one quote and no end", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"},
		{"only quotes", "\"\"\"\n"},
		{"only delimiters", ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &endless{header: "Name,City\n\"A,B\n", row: c.row, rows: 20 << 20 / int64(len(c.row))}
			began := time.Now()
			peak := heapPeak(func() {
				tb, err := Open(e, Options{})
				if err != nil {
					return
				}
				for _, err := range tb.Records(nil) {
					if f := (*Fault)(nil); err != nil && !errors.As(err, &f) {
						t.Fatal(err)
					}
				}
			})
			if took := time.Since(began); took > 20*time.Second || peak > 32<<20 {
				t.Errorf("took %v and %d MB", took, peak>>20)
			}
		})
	}
}

// FuzzRecords holds that no bytes make the reader panic, run on for ever or
// lose its place: lines go up, and two readings agree.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{
		"Name,City\nA,B\n", "sep=;\nA;B\n\"x\";\"y\n", "\uFEFFA\tB\n1\t2\r\n", "A,B\n\"a\"b,c\n\"\"\"\n", "A|B\r1|2\r", "\xff\xfeA\x00,\x00B\x00",
		"A,B\n\"unclosed", "Total,1\n\n\n", "A,B\nZ\xfcrich,1\n", strings.Repeat(",", 3000),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		tb, err := Open(bytes.NewReader(raw), Options{Limits: Limits{Columns: 50, FieldBytes: 2000, RecordBytes: 4000}})
		if err != nil {
			if fault := (*Fault)(nil); !errors.As(err, &fault) || fault.Reason == "" {
				t.Fatalf("no sentence: %v", err)
			}
			return
		}
		read := func() string {
			var b strings.Builder
			line := 0
			for rec, err := range tb.Records(nil) {
				at := rec.Line
				if fault := (*Fault)(nil); errors.As(err, &fault) {
					at = fault.Line
				}
				if at <= line {
					t.Fatalf("line %d after line %d", at, line)
				}
				line = at
				fmt.Fprintf(&b, "%d %q %v\n", at, rec.Cells, err)
			}
			return b.String()
		}
		if first, second := read(), read(); first != second {
			t.Fatalf("two readings differ:\n%s\n%s", first, second)
		}
	})
}

// FuzzValues holds that dates and amounts never panic and keep their promise:
// what is read is in range, and a convention never makes a readable value unreadable.
func FuzzValues(f *testing.F) {
	for _, s := range []string{"12/18/2026", "18.12.26", "2026-03-05T08:12:44.000+0000", "1'150'000.00", "(5,000.00)", "USD 1,250", "1.250,00 €", "12:30 PM", "1e6"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s, "")
		if err == nil && !d.IsZero() {
			if d.Year < firstYear || d.Year > lastYear || dayOf(d.Year, int(d.Month), d.Day) == nil {
				t.Fatalf("%q is read as %v", s, d)
			}
			if e, err := ParseDate(s, MonthFirst); err != nil || e != d {
				t.Fatalf("%q is %v, but month-first %v, %v", s, d, e, err)
			}
		}
		a, err := ParseAmount(s, "", "EUR")
		if a.Minor != nil && (err != nil || *a.Minor < 0) {
			t.Fatalf("%q is read as %d, %v", s, *a.Minor, err)
		}
	})
}

func BenchmarkRecords(b *testing.B) {
	row := "\"SE EMEA\",\"Devon Okafor\",\"Nordfrakt AS\",\"Nordfrakt - Parcel status\",\"Discovery\",\"480,000.00\",\"6/30/2026\",\"Web\"\n"
	e := &endless{header: "Role,Owner,Account,Name,Stage,Amount,Close,Source\n", row: row, rows: 100_000}
	tb, err := Open(e, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(e.size())
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range tb.Records(nil) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
