package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"time"

	"throughline/internal/discovery/list"
	"throughline/internal/fill"
	"throughline/internal/sheet"
)

func init() { parts = append(parts, part{"list", measureList}) }

// measureList reads a customer's list, proposes what its columns mean, and answers it in its own
// file. That 500 rows are reviewed with at most 60 keys is counted in a browser by
// TestFiveHundredRowsAreReviewedWithFewKeys of internal/web/discovery.
func measureList(_ context.Context, b *bench) error {
	for _, c := range []struct {
		rows  int
		limit float64
	}{{500, 1}, {50_000, 20}} {
		file := requirements(c.rows)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		began := time.Now()
		l, err := list.Read(bytes.NewReader(file), nil, nil)
		if err != nil {
			return err
		}
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		if len(l.Rows) != c.rows {
			return fmt.Errorf("of %d rows %d are requirements", c.rows, len(l.Rows))
		}
		b.add(figure{What: fmt.Sprintf("a list of %d rows, read and proposed", c.rows), Value: took.Seconds(), Unit: "s", Limit: c.limit, Note: fmt.Sprintf("%d MB allocated in all", (after.TotalAlloc-before.TotalAlloc)>>20)})
		if err := answerBack(b, file, l); err != nil {
			return err
		}
	}
	return nil
}

// answerBack fills the response of every row.
func answerBack(b *bench, file []byte, l *list.List) error {
	var values []fill.Value
	for _, e := range l.Entries {
		values = append(values, fill.Value{Sheet: e.Sheet, Row: e.Row, Column: 5, Text: "Yes, from the first day; see chapter 4."})
	}
	book, err := sheet.Read(bytes.NewReader(file), int64(len(file)), sheet.Limits{})
	if err != nil {
		return err
	}
	var out bytes.Buffer
	began := time.Now()
	report, err := fill.Copy(&out, bytes.NewReader(file), int64(len(file)), book, values)
	if err != nil {
		return err
	}
	b.add(figure{What: fmt.Sprintf("the same of %d rows answered in its own file", len(values)), Value: time.Since(began).Seconds(), Unit: "s", Note: fmt.Sprintf("%d cells filled", report.Filled)})
	return nil
}

// requirements is a list as a customer sends it.
func requirements(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("No.;Area;Requirement;Priority;Response\r\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d.%d;Area %d;The system must finish the %s of %s number %d within %d minutes.;Must;\r\n", i/40+1, i%40+1, i/40+1, words[i%len(words)], words[i/3%len(words)], i, i%17+2)
	}
	return b.Bytes()
}
