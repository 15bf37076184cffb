package deals_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestThePortfolioSaysOneTotalOnlyWithEveryRate(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.AE)
		for currency, amount := range map[string]string{"EUR": "1000.00", "CHF": "500.00"} {
			if status, body, _ := v.Post("/deals/new", url.Values{"form": {"deal"}, "account_name": {"Calder " + currency}, "name": {"Depots"}, "amount": {amount}, "currency": {currency}}); status != 303 {
				t.Fatal(status, body)
			}
		}
		_, body := v.Get("/deals?words=calder")
		says(t, body, "1,000 EUR", "500 CHF", "no total: no rate for CHF")
		h.By(auth.Admin).Do("workspace.edit", func(ctx context.Context, tx *journal.Tx) error {
			home, err := account.Home(ctx, tx)
			if err != nil {
				return err
			}
			in := account.EditOfWorkspace(home)
			in.Rates = []account.Rate{{Currency: "CHF", On: "2026-02-27", Worth: 1.1}}
			_, err = account.EditWorkspace(ctx, tx, in)
			return err
		})
		_, body = v.Get("/deals?words=calder")
		says(t, body, "1,000 EUR", "500 CHF", "together 1,550 EUR at rates of Fri 27 Feb")
		if _, body = v.Get("/deals?words=calder+EUR"); strings.Contains(body, "together") {
			t.Error("one currency is added up with nothing")
		}
	})
}
