package account_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func TestWhoIsMetIsTakenInOnceUnderTheirName(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		meet := func(name string) (who account.Contact, err error) {
			_, err = w.Try("contact.add", func(ctx context.Context, tx *journal.Tx) (err error) {
				who, err = account.Meet(ctx, tx, w.Deal, name, "security")
				return err
			})
			return who, err
		}
		if who, err := meet("Dana Whitfield"); err != nil || who.ID != w.Dana {
			t.Errorf("a stakeholder was not known again: %v %v", who.ID, err)
		}
		priya, err := meet("Priya Nair")
		if err != nil {
			t.Fatal(err)
		}
		if again, err := meet("priya nair"); err != nil || again.ID != priya.ID {
			t.Errorf("the same name made another contact: %v %v", again.ID, err)
		}
		if s, err := account.StakeholderOf(w.Ctx(), w.Reader(), w.Deal, priya.ID); err != nil || s.Role != "security" {
			t.Errorf("is no stakeholder: %+v %v", s, err)
		}
		if _, err := meet(" "); problem.Of(err) != problem.Invalid {
			t.Errorf("nobody was met: %v", err)
		}
		w.Verify()
	})
}
