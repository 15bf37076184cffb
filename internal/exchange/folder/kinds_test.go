package folder_test

import (
	"testing"

	"throughline/internal/exchange/folder"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring"
)

func TestEveryTableOfADealIsCarriedOrLeftWithAReason(t *testing.T) {
	h, err := wiring.Open(t.Context(), storetest.SQLite(t))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Journal.DB.Close()
	names, err := store.List[string](t.Context(), h.Journal.DB.Read, store.SQL(
		`SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'deal' WHERE m.type = 'table'`))
	if err != nil || len(names) < 30 {
		t.Fatal(names, err)
	}
	left, derived := folder.Reasons()
	kinds := folder.CarriedTables()
	for _, k := range journal.AllKinds() {
		if why, stays := left[k.Name]; stays && why == "" {
			t.Errorf("%s is left without a reason", k.Name)
		} else if stays {
			kinds[k.Table] = k.Name
		}
	}
	for _, table := range names {
		if kinds[table] == "" && derived[table] == "" {
			t.Errorf("the table %s holds things of a deal and is neither carried nor named in left.go with a reason", table)
		}
	}
	for kind := range left {
		if journal.Kinds()[kind] == nil {
			t.Errorf("left.go names %s, which is no kind", kind)
		}
	}
}

func TestNoTwoKindsLieInOnePlaceAndNoFieldsShareAName(t *testing.T) { folder.CheckPlacesAndNames(t) }

func TestEveryTypeOfWordsHasItsChoices(t *testing.T) { folder.CheckChoices(t) }

func TestEveryFieldOfEveryKindComesBack(t *testing.T) { folder.CheckEveryFieldComesBack(t) }
