package pay_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

func holds(t *testing.T, status, wanted int, body string, want ...string) {
	t.Helper()
	if status != wanted {
		t.Errorf("%d, not %d", status, wanted)
	}
	for _, words := range want {
		if !strings.Contains(body, words) {
			t.Errorf("%q is not there", words)
		}
	}
}

func TestTheCrossingPointIsNamedForEachConvention(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
	status, body := viewer.Get("/people/pay?level=senior&attainment=120")
	holds(t, status, 200, body, "126.82 %", "the SA is paid the full target whatever happens", "the SE and the SA have the same attainment", "the SA is paid the base only", "230,550", "58.82 %", "± 7.5 %", "undated")
	status, body = viewer.Get("/people/pay?level=mid&se_split=70%2F30&sa_split=85%2F15,80%2F20")
	holds(t, status, 200, body, "119.32 %", "80/20")
	for query, says := range map[string]string{"level=chief": "There is no level", "attainment=301": "give 0 to 300", "attainment=-1": "give 0 to 300", "attainment=x": "not a number", "se_split=70/40": "adds up to 110", "level=mid&se_split=100/0": ""} {
		wanted := 422
		if says == "" {
			wanted, says = 200, "the SE has no variable pay"
		}
		status, body := viewer.Get("/people/pay?" + query)
		holds(t, status, wanted, body, says)
	}
}

func TestOwnFiguresAreWorkedOutOnThePageAndKeptNowhere(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
	status, body := viewer.Get("/people/pay?se_total=217500&own_se_split=70/30&sa_total=235,000&own_sa_split=85/15&own_attainment=160")
	holds(t, status, 200, body, "The SE’s figures are", "126.82 %", `value="235,000"`)
	status, body = viewer.Get("/people/pay?se_total=much&own_se_split=70/40&sa_total=0&own_sa_split=&own_attainment=400")
	holds(t, status, 422, body, `value="much"`, "not an amount", "adds up to 110", "give 0 to 300")
	if _, body = viewer.Get("/people/pay"); strings.Contains(body, "235,000&#34;") || strings.Contains(body, "figures are") {
		t.Error("own figures come back")
	}
	w.Verify()
}

func TestTheCheckHoldsTheTextsBandsAndOnesOwnAgainstTheClaim(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
	status, body := viewer.Get("/people/pay/check")
	holds(t, status, 200, body, "contradicts in all 6 cases", "28.47 % at the midpoints", "40.7 % at the midpoints", "69.23", "base share of", "undated")
	status, body, _ = viewer.Post("/people/pay/check", url.Values{"claim_low": {"25"}, "claim_high": {"45"}})
	holds(t, status, 200, body, "agrees in all 6 cases")
	status, body, _ = viewer.Post("/people/pay/check", url.Values{"bands": {"role,level,currency,low,high,base_share\nse,mid,EUR,70000,90000,80\nsa,mid,EUR,74000,96000,85\n"}})
	holds(t, status, 200, body, "Of the bands you gave", "claimed 5 to 15 %", "EUR,70000")
	for bands, says := range map[string]string{
		"role,level,currency,low,high,base_share\nse,mid,EUR,90000,70000,80\n":            "line 2",
		"role,level,currency,low,high,base_share\nse,mid,EUR,-1,70000,80\n":               "negative",
		"role,level,currency,low,high,base_share\nse,mid,EUR,1,2,80\nsa,mid,USD,1,2,80\n": "currenc",
		"role,level,currency,low,high,base_share\nse,mid,EUR,1,2,180\n":                   "0 to 100",
		"": "nothing to check",
	} {
		if bands == "" {
			says = "Paste bands"
		}
		status, body, _ := viewer.Post("/people/pay/check", url.Values{"bands": {bands}})
		holds(t, status, 422, body, says)
	}
}

func TestEveryoneCanReadTheRoomsOfPay(t *testing.T) {
	h := roomtest.New(t, wiretest.New(t, storetest.SQLite(t)))
	base, comeIn := h.Serve(t, auth.SA)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	for name, path := range map[string]string{"pay": "/people/pay?level=principal&se_total=217500&own_se_split=70/30&sa_total=235000&own_sa_split=85/15", "wrong": "/people/pay?attainment=x&se_total=much", "check": "/people/pay/check"} {
		tab.GoTo(base + path)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.Axe()
				tab.Shot(name, width, 900, scheme)
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", name, wide, width)
				}
			}
		}
	}
}
