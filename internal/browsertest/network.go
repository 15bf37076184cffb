package browsertest

import (
	"context"
	"regexp"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	printer "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Line makes the network as slow as said, by Chromium's own throttling: latency in milliseconds,
// both ways in bits a second. What was fetched before is forgotten, as on a first visit.
func (tab *Tab) Line(latency, bits float64) {
	tab.t.Helper()
	tab.do("slow the network down", chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, target, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
			MatchedNetworkConditions: []*network.Conditions{{Latency: latency, DownloadThroughput: bits / 8, UploadThroughput: bits / 8}}})
		return err
	}))
}

// sheet is a page of a PDF, as Chromium writes it.
var sheet = regexp.MustCompile(`/Type\s*/Page[^s]`)

// Sheets prints the page, on the paper that it asks for, and counts the sheets.
func (tab *Tab) Sheets() (count int, pdf []byte) {
	tab.t.Helper()
	yes := true
	pdf = get(tab, "print", func(ctx context.Context, target *chromedp.Target) ([]byte, error) {
		out, err := cdp.Call(ctx, target, printer.PrintToPDF, printer.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
		return out.Data, err
	})
	return len(sheet.FindAll(pdf, -1)), pdf
}
