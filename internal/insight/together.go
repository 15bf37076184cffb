package insight

import (
	"math/big"

	"throughline/internal/account"
	"throughline/internal/clock"
)

// Together is what totals in several currencies come to in the workspace's own.
type Together struct {
	// Money is unknown where a rate is missing, where no amount is known, and where nothing has
	// to be converted: the total then stands there already.
	Money account.Money
	Rates []account.Rate // those it was reckoned with, as of their days
	// Missing are the currencies without a rate on that day or before; an empty word stands for
	// amounts that name no currency.
	Missing []string
	// Currencies is how many have a known amount.
	Currencies int
}

// AddUp converts totals with the rates that hold on a day. Deals without an amount are not in it.
func AddUp(totals []Total, home account.Workspace, on clock.Date) Together {
	own := home.Settings.Currency
	var out Together
	sum := new(big.Int)
	for _, t := range totals {
		if t.Deals == t.Unknown {
			continue
		}
		out.Currencies++
		if t.Currency == own {
			sum.Add(sum, big.NewInt(t.Minor))
			continue
		}
		rate, ok := home.RateOn(t.Currency, on)
		if !ok {
			out.Missing = append(out.Missing, t.Currency)
			continue
		}
		worth, fits := rate.Convert(t.Minor, own)
		if !fits {
			return Together{}
		}
		sum.Add(sum, big.NewInt(worth.Minor))
		out.Rates = append(out.Rates, rate)
	}
	if len(out.Missing) == 0 && len(out.Rates) > 0 && sum.IsInt64() {
		out.Money = account.Money{Known: true, Minor: sum.Int64(), Currency: own}
	}
	return out
}
