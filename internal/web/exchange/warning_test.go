package exchange

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/web/look"
)

func drawn(t *testing.T, all []crm.Refusal) string {
	t.Helper()
	var b strings.Builder
	if err := look.Table(warnings(all)).Render(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAWarningOfManyRowsIsSaidOnce(t *testing.T) {
	var all []crm.Refusal
	for i := range 5000 {
		all = append(all, crm.Refusal{File: "deals.csv", Line: i + 2, Column: "ID", Value: fmt.Sprintf("OPP%d", i), Reason: "Kept as written."})
	}
	all = append(all, crm.Refusal{File: "deals.csv", Line: 7, Reason: "Another thing.", Rows: 40})
	page := drawn(t, all)
	if n := strings.Count(page, "Kept as written."); n != 1 {
		t.Errorf("it is said %d times", n)
	}
	for _, words := range []string{"ID: “OPP0”, “OPP1”, “OPP2”", "deals.csv, line 4", "and 4,997 more", "Another thing.", "and 39 more"} {
		if !strings.Contains(page, words) {
			t.Errorf("the table does not hold %q: %s", words, page)
		}
	}
	if strings.Contains(page, "OPP3”") || strings.Contains(page, "line 5<") {
		t.Error("more rows than the first stand in it")
	}
	v := &runView{run: intake.Run{Report: intake.Report{}}}
	v.run.Report.Warnings = make([]crm.Refusal, intake.KeptAtMost)
	if got := v.warned(); got != "10,000 or more" {
		t.Errorf("at the bound it says %q", got)
	}
}
