package main

import (
	"context"
	"fmt"
)

// page is one page with its limit at full size, in milliseconds.
type page struct {
	what  string
	limit float64
	grows float64 // the most it may cost beside the small world, as a ratio; 0 for unlimited
	path  func(w *world, i int) string
}

var pages = []page{
	{"deal page with 100 requirements, p95", 15, 1.3, func(w *world, i int) string { return "/deals/" + w.prefixes[i*37%len(w.prefixes)] }},
	{"inbox, p95", 10, 1.3, func(*world, int) string { return "/inbox" }},
	{"portfolio: first 50, totals of all, p95", 10, 0, func(*world, int) string { return "/deals" }},
	{"palette from two letters, p95", 20, 0, func(_ *world, i int) string { return "/palette?q=" + words[i%len(words)][:2+i%3] }},
	{"search for a rare word, p95", 200, 0, func(_ *world, i int) string { return fmt.Sprintf("/search?q=%d", i*1000+7) }},
}

func measurePages(ctx context.Context, b *bench) error {
	for _, database := range databases {
		small, err := b.world(ctx, database, b.small)
		if err != nil {
			return err
		}
		large, err := b.world(ctx, database, b.deals)
		if err != nil {
			return err
		}
		for _, p := range pages {
			if err := b.measurePage(ctx, small, large, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// measurePage looks at a page of both worlds with nothing of a deal in memory: each deal is looked
// at once, by a copy of the program that has just begun. What the memory then saves is said beside.
func (b *bench) measurePage(ctx context.Context, small, large *world, p page) error {
	const deals = 100 // the small world has no more
	begun := large.begun()
	both, bytes, err := times(ctx, deals, looks{small.begun(), p.path}, looks{begun, p.path})
	if err != nil {
		return err
	}
	few, many := both[0], both[1]
	b.add(figure{What: p.what, Database: large.database, Value: quantile(many, 0.95), Unit: "ms", Limit: p.limit, Note: fmt.Sprintf("%d kB sent", bytes/1000)})
	if p.grows == 0 {
		return nil
	}
	b.add(figure{What: fmt.Sprintf("the same with %d deals over %d deals, medians", len(large.deals), len(small.deals)), Database: large.database,
		Value: quantile(many, 0.5) / quantile(few, 0.5), Unit: "×", Limit: p.grows})
	again, _, err := times(ctx, deals, looks{begun, p.path})
	if err != nil {
		return err
	}
	b.add(figure{What: "the same looked at again, medians", Database: large.database, Value: quantile(again[0], 0.5) / quantile(many, 0.5), Unit: "×"})
	return nil
}
