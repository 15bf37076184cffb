package exchange

import "testing"

func TestAReasonOnThePageNeedsNoMapFile(t *testing.T) {
	for _, row := range []struct{ reason, want string }{
		{`"03/04/2027" can be read in more than one way. Set "dates" to "day-first" or "month-first" in the map.`, `"03/04/2027" can be read in more than one way. Say how dates are written under “How it is read”.`},
		{`"1.250" can be read with a decimal point or a decimal comma. Set "amounts" to "decimal-point" or "decimal-comma" in the map.`, `"1.250" can be read with a decimal point or a decimal comma. Say how amounts are written under “How it is read”.`},
		{`The amounts name no currency. Set "currency" in the map, such as "EUR"; until then they are added to nothing.`, `The amounts name no currency. Say which it is under “How it is read”; until then they are added to nothing.`},
		{`Read with a decimal comma, as most values show, though 2 can only be read otherwise. If that is wrong, set "amounts" in the map.`, `Read with a decimal comma, as most values show, though 2 can only be read otherwise. If that is wrong, say so under “How it is read”.`},
		{`This stage is not known; it is kept as written. Say what it means in the map: "stages": {"Wild": "evaluation"}.`, `This stage is not known; it is kept as written.`},
		{`No column holds the field account. Name it in the map: "columns": {"account": "…"}. The header has: a, b.`, `No column holds the field account. Say which it is under “How it is read”. The header has: a, b.`},
		{"The row has no account. Fill it in in the CRM and export again.", "The row has no account. Fill it in in the CRM and export again."},
	} {
		if got := onPage(row.reason); got != row.want {
			t.Errorf("%q reads %q", row.reason, got)
		}
	}
}
