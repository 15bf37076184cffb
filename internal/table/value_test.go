package table

import (
	"errors"
	"strings"
	"testing"
)

func TestDatesAreReadInTheirConventionOrRefused(t *testing.T) {
	for _, c := range []struct {
		text  string
		order Order
		want  string // a day, "" for unknown, "?" for asked, "!" for refused
	}{
		{"", "", ""},
		{" \u00a0", "", ""},
		{"2026-12-18", "", "2026-12-18"},
		{"2026/12/18", "", "2026-12-18"},
		{"20261218", "", "2026-12-18"},
		{"12/18/2026", "", "2026-12-18"},
		{"12/18/2026", DayFirst, "2026-12-18"}, // one reading only: read so in a column of the other convention
		{"18/12/2026", MonthFirst, "2026-12-18"},
		{"18.12.2026", "", "2026-12-18"},
		{"18. 12. 2026", "", "2026-12-18"},
		{"03/04/2026", "", "?"},
		{"03/04/2026", DayFirst, "2026-04-03"},
		{"03/04/2026", MonthFirst, "2026-03-04"},
		{"04.04.2026", "", "2026-04-04"}, // the same day either way
		{"12/18/26", "", "2026-12-18"},
		{"18/12/26", "", "?"}, // 18 December 2026 or 26 December 2018
		{"18/12/26", DayFirst, "2026-12-18"},
		{"2026-06-30 12:00", "", "2026-06-30"},
		{"2026-03-05T08:12:44Z", "", "2026-03-05"},
		{"2026-03-05T08:12:44.000+0000", "", "2026-03-05"},
		{"2026-03-05T23:12:44.000+02:00", "", "2026-03-05"},
		{"6/30/2026 4:12 PM", "", "2026-06-30"},
		{"30.06.2026, 16:12", "", "2026-06-30"},
		{"30 Sep 2026", "", "2026-09-30"},
		{"Sep 30, 2026", "", "2026-09-30"},
		{"30-Sep-2026", "", "2026-09-30"},
		{"3. März 2026", "", "2026-03-03"},
		{"29.02.2028", "", "2028-02-29"},
		{"29.02.2027", "", "!"},
		{"31/04/2026", "", "!"},
		{"2026-13-01", "", "!"},
		{"2026-00-10", "", "!"},
		{"00/00/0000", "", "!"},
		{"2206-01-01", "", "!"},
		{"1900-01-01", "", "!"},
		{"46374", "", "!"},
		{"soon", "", "!"},
		{"Q3 2026", "", "!"},
		{"12/18", "", "!"},
		{"12/18-2026", "", "!"},
		{"2026-12-18 99:99", "", "!"},
		{"12:30", "", "!"},
		{"99999999999999999999/1/1", "", "!"},
		{"=TODAY()", "", "!"},
	} {
		d, err := ParseDate(c.text, c.order)
		var u *Unreadable
		errors.As(err, &u)
		got := ""
		switch {
		case u != nil && u.Asked:
			got = "?"
		case err != nil:
			got = "!"
		case !d.IsZero():
			got = d.String()
		}
		if got != c.want {
			t.Errorf("ParseDate(%q, %q) = %s (%v), want %s", c.text, c.order, got, err, c.want)
		}
		if got == "?" && !strings.Contains(u.Reason, `"dates"`) {
			t.Errorf("%q does not name the setting", u.Reason)
		}
	}
}

func TestAmountsAreReadInTheirConventionOrRefused(t *testing.T) {
	for _, c := range []struct {
		text     string
		marks    Marks
		currency string
		want     int64 // minor units
		code     string
		says     string // part of the reason, if refused
	}{
		{"1,250,000.00", "", "", 125000000, "", ""},
		{"1,250,000.00", DecimalComma, "", 125000000, "", ""}, // one reading only
		{"4.200.000,00", "", "", 420000000, "", ""},
		{"4.200.000,00", DecimalPoint, "", 420000000, "", ""},
		{"1'150'000.00", "", "", 115000000, "", ""},
		{"1’150’000.00", "", "", 115000000, "", ""},
		{"1 250 000,00", "", "", 125000000, "", ""},
		{"1\u202f250\u00a0000,5", "", "", 125000050, "", ""},
		{"12,50,000.00", "", "INR", 125000000, "", ""},
		{"480000", "", "", 48000000, "", ""},
		{"480000.0", "", "", 48000000, "", ""},
		{"75500.5", "", "", 7550050, "", ""},
		{"0", "", "", 0, "", ""},
		{"0.00", "", "", 0, "", ""},
		{"0,500", "", "", 50, "", ""}, // no group begins with 0
		{"1,250", "", "", 0, "", "decimal point or a decimal comma"},
		{"1.250", "", "", 0, "", `"amounts"`},
		{"1,250", DecimalPoint, "", 125000, "", ""},
		{"1,250", DecimalComma, "", 125, "", ""},
		{"$1,250.00", "", "", 125000, "", ""},
		{"US$ 1,250.00", "", "", 125000, "USD", ""},
		{"USD 480,000.00", "", "", 48000000, "USD", ""},
		{"EUR 480,000.00 (USD 521,000.00)", "", "", 48000000, "EUR", ""},
		{"480.000,00 €", "", "", 48000000, "EUR", ""},
		{"CHF 1'150.-", "", "", 115000, "CHF", ""},
		{"JPY 1,250,000", "", "", 1250000, "JPY", ""},
		{"1.250,555", "", "KWD", 1250555, "", ""},
		{"1250.555", "", "EUR", 125056, "", ""}, // rounded, and said so
		{"-5,000.00", "", "", 0, "", "negative"},
		{"(5,000.00)", "", "", 0, "", "negative"},
		{"$-5", "", "", 0, "", "negative"},
		{"5.00-", "", "", 0, "", "negative"},
		{"NaN", "", "", 0, "", "not a number"},
		{"Infinity", "", "", 0, "", "not a number"},
		{"1.25E+06", "", "", 0, "", "short form"},
		{"TBD", "", "", 0, "", "not an amount"},
		{"=1+1", "", "", 0, "", "not an amount"},
		{"1,2,3", "", "", 0, "", "not an amount"},
		{"1.2.3,4,5", "", "", 0, "", "not an amount"},
		{"1,250.", "", "", 0, "", "not an amount"},
		{"999999999999999", "", "", 0, "", "too large"},
		{"9" + strings.Repeat("0", 400), "", "", 0, "", "too large"},
	} {
		a, err := ParseAmount(c.text, c.marks, c.currency)
		if c.says != "" {
			if err == nil || !strings.Contains(err.Error(), c.says) || a.Minor != nil {
				t.Errorf("ParseAmount(%q, %q) = %v, %v; want a reason with %q", c.text, c.marks, a.Minor, err, c.says)
			}
			continue
		}
		if err != nil || a.Minor == nil || *a.Minor != c.want || a.Currency != c.code {
			t.Errorf("ParseAmount(%q, %q) = %+v, %v; want %d %s", c.text, c.marks, a, err, c.want, c.code)
		}
	}
}

func TestAMissingAmountIsUnknownAndNotNought(t *testing.T) {
	for _, s := range []string{"", "  ", "\u00a0"} {
		if a, err := ParseAmount(s, "", "EUR"); err != nil || a.Minor != nil {
			t.Errorf("ParseAmount(%q) = %v, %v", s, a.Minor, err)
		}
	}
}

func TestMoreDecimalsThanTheCurrencyAreSaid(t *testing.T) {
	if a, _ := ParseAmount("33333.335", "", "EUR"); !a.Rounded || *a.Minor != 3333334 {
		t.Errorf("read as %d, rounded %v", *a.Minor, a.Rounded)
	}
}

func TestAColumnShowsItsConventionOrItIsAskedFor(t *testing.T) {
	for _, c := range []struct {
		name   string
		values string // by blanks
		want   Order
	}{
		{"month first shown by one", "03/04/2026 12/18/2026", MonthFirst},
		{"day first shown by one", "03/04/2026 18/12/2026", DayFirst},
		{"points show it too", "03.04.2026 18.12.2026", DayFirst},
		{"ambiguous throughout", "03/04/2026 05/06/2026", ""},
		{"shown both ways", "03/04/2026 18/12/2026 12/18/2026", ""},
		{"one slip among many", "03/04/2026 18/12/2026 12/18/2026 12/19/2026 12/20/2026 12/21/2026", MonthFirst},
		{"the year first says nothing of the rest", "03/04/2026 2026-12-18", ""},
		{"impossible days say nothing", "03/04/2026 31/04/2026", ""},
	} {
		var tally DateTally
		for i, v := range strings.Fields(c.values) {
			tally.Add(i+2, v)
		}
		if got := tally.Order(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		name, values string
		want         Marks
	}{
		{"point shown by one", "1,250 1,250,000.00", DecimalPoint},
		{"comma shown by one", "1,250 12,50", DecimalComma},
		{"apostrophes with a point", "1.250 1'150'000.00", DecimalPoint},
		{"ambiguous throughout", "1.250 75.500", ""},
		{"shown both ways", "1.250 1,250,000.00 4.200.000,00", ""},
		{"whole numbers say nothing", "1.250 480000", ""},
	} {
		var tally AmountTally
		for i, v := range strings.Fields(c.values) {
			tally.Add(i+2, v)
		}
		if got := tally.Marks(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAQuestionNamesSettingLineAndValue(t *testing.T) {
	var d DateTally
	d.Add(7, "03/04/2026")
	d.Add(8, "05/06/2026")
	got := d.Question("Close Date").String()
	want := `Column "Close Date" can be read in more than one way ("03/04/2026" on line 7). Say which: set "dates" to "day-first" or "month-first" in the map.`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestFormulasAreNeutralised(t *testing.T) {
	for in, want := range map[string]string{
		"=HYPERLINK(\"x\")":    "'=HYPERLINK(\"x\")",
		"+1+cmd|' /C calc'!A0": "'+1+cmd|' /C calc'!A0",
		"@SUM(A1)":             "'@SUM(A1)",
		"-1+1":                 "'-1+1",
		"  =1":                 "'  =1",
		"\t=1":                 "'\t=1",
		"＝1+1":                 "'＝1+1",
		"-2":                   "-2",
		"+1.5":                 "+1.5",
		"":                     "",
		"Relay - 2":            "Relay - 2",
		"-":                    "'-",
	} {
		if got := Neutralise(in); got != want {
			t.Errorf("Neutralise(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	var b strings.Builder
	w := NewWriter(&b)
	for _, r := range [][]string{{"Name", "Note"}, {"Harbor & Pike, Inc.", "say \"hi\"\nand go"}, {"=1+1", "Zürich"}} {
		if err := w.Write(r...); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	rows, faults := readAll(t, opened(t, b.String(), Options{}))
	if len(faults) > 0 || len(rows) != 2 || rows[0].cells != "Harbor & Pike, Inc.|say \"hi\"\r\nand go" || rows[1].cells != "'=1+1|Zürich" {
		t.Errorf("rows %v, faults %v", rows, faults)
	}
}
