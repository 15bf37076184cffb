package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"
)

// figure is one measured value beside its limit or its peer of the same run.
type figure struct {
	What     string  `json:"what"`
	Database string  `json:"database,omitempty"`
	Value    float64 `json:"value"`
	Unit     string  `json:"unit"`
	Limit    float64 `json:"limit,omitempty"`
	Least    bool    `json:"least,omitempty"` // the limit is a least, not a most
	Ratio    float64 `json:"ratio"`           // value over limit (or limit over value for a least): at most 1 holds
	Note     string  `json:"note,omitempty"`
}

func (b *bench) add(f figure) {
	if f.Limit != 0 {
		f.Ratio = f.Value / f.Limit
		if f.Least && f.Value != 0 {
			f.Ratio = f.Limit / f.Value
		}
	}
	b.figures = append(b.figures, f)
	fmt.Fprintf(os.Stderr, "  %-52s %-8s %10.3g %s\n", f.What, f.Database, f.Value, f.Unit)
}

// report prints the table and writes the JSON.
func (b *bench) report() error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "figure\tdatabase\tvalue\tlimit\tratio\tholds\t")
	for _, f := range b.figures {
		limit, ratio, holds := "", "", ""
		if f.Limit != 0 {
			sign := "≤"
			if f.Least {
				sign = "≥"
			}
			limit, ratio, holds = fmt.Sprintf("%s %.4g %s", sign, f.Limit, f.Unit), fmt.Sprintf("%.2f", f.Ratio), "yes"
			if f.Ratio > 1 {
				holds = "NO"
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%.4g %s\t%s\t%s\t%s\t%s\n", f.What, f.Database, f.Value, f.Unit, limit, ratio, holds, f.Note)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(b.out), 0o755); err != nil {
		return err
	}
	raw, err := json.MarshalIndent(b.figures, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(b.out, append(raw, '\n'), 0o644)
}

// quantile is the value that a share of the durations does not exceed, in milliseconds.
func quantile(all []time.Duration, share float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	i := min(len(sorted)-1, int(share*float64(len(sorted))))
	return float64(sorted[i].Microseconds()) / 1000
}
