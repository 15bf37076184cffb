package table

import "strings"

// Exponent is the number of decimals of a currency's minor unit by ISO 4217: 2
// for most, 0 for JPY, 3 for KWD. An unknown currency counts as 2.
func Exponent(currency string) int {
	switch {
	case strings.Contains(noDecimals, currency) && len(currency) == 3:
		return 0
	case strings.Contains(threeDecimals, currency) && len(currency) == 3:
		return 3
	}
	return 2
}

// IsCurrency tells whether code is one of ISO 4217's active currencies.
func IsCurrency(code string) bool {
	return len(code) == 3 && strings.Contains(twoDecimals+noDecimals+threeDecimals, code+" ")
}

// The active national currencies of ISO 4217 (list one, amendment 179), each with a blank behind.
const (
	noDecimals    = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF "
	threeDecimals = "BHD IQD JOD KWD LYD OMR TND "
	twoDecimals   = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD " +
		"CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD " +
		"HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK " +
		"MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB " +
		"SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD " +
		"UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG "
)

// signs are written beside amounts. An empty code is a sign of several
// currencies ($ is of some twenty): it is taken off and decides nothing.
var signs = []struct{ sign, code string }{
	{"US$", "USD"}, {"CA$", "CAD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"NZ$", "NZD"}, {"HK$", "HKD"}, {"S$", "SGD"}, {"R$", "BRL"},
	{"€", "EUR"}, {"£", "GBP"}, {"₹", "INR"}, {"₩", "KRW"}, {"₺", "TRY"}, {"₴", "UAH"}, {"₪", "ILS"}, {"₫", "VND"}, {"₱", "PHP"},
	{"zł", "PLN"}, {"Kč", "CZK"}, {"Ft", "HUF"}, {"Fr.", "CHF"}, {"$", ""}, {"¥", ""}, {"kr.", ""}, {"kr", ""},
}

// withoutCurrency takes a code or sign off either end of an amount. sign is
// what stood there; code is empty where it is a sign of several currencies.
func withoutCurrency(s string) (rest, code, sign string) {
	for _, c := range signs {
		if r, ok := strings.CutPrefix(s, c.sign); ok {
			return strings.TrimSpace(r), c.code, c.sign
		}
		if r, ok := strings.CutSuffix(s, c.sign); ok {
			return strings.TrimSpace(r), c.code, c.sign
		}
	}
	if len(s) > 3 {
		if code := strings.ToUpper(s[:3]); IsCurrency(code) {
			return strings.TrimSpace(s[3:]), code, code
		}
		if code := strings.ToUpper(s[len(s)-3:]); IsCurrency(code) {
			return strings.TrimSpace(s[:len(s)-3]), code, code
		}
	}
	return s, "", ""
}
