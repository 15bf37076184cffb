package account_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/account"
)

func TestNamesThatSayTheSameHaveOneKey(t *testing.T) {
	for _, c := range []struct{ name, key, form string }{
		{"GTX Pro", "gtxpro", ""},
		{"GTXPro", "gtxpro", ""},
		{"GTX Pro, Inc.", "gtxpro", "inc"},
		{"ＧＴＸ　Ｐｒｏ", "gtxpro", ""}, // wide letters
		{"Nordfrakt AS", "nordfrakt", "as"},
		{"NORDFRAKT A/S", "nordfrakt", "as"},
		{"Calder & Sons", "caldersons", ""},
		{"Calder and Sons Ltd.", "caldersons", "ltd"},
		{"Smith & Nephew PLC", "smithnephew", "plc"},
		{"Bergmann Präzision G.m.b.H. & Co. KG", "bergmannpräzision", "gmbhcokg"},
		{"Bergmann Präzision GmbH und Co. KG", "bergmannpräzision", "gmbhcokg"},
		{"Straße AG", "strasse", "ag"},
		{"STRASSE A.G.", "strasse", "ag"},
		{"Contoso Co., Ltd.", "contoso", "coltd"},
		{"Grupo Sol S.A. de C.V.", "gruposol", "sadecv"},
		{"Moulins de l'Étang SARL", "moulinsdelétang", "sarl"},
		{"Val d’Isle", "valdisle", ""},
		{"Officine Rossi S.p.A.", "officinerossi", "spa"},
		{"Świt Sp. z o.o.", "świt", "spzoo"},
		{"Vltava s.r.o.", "vltava", "sro"},
		{"Duna Zrt.", "duna", "zrt"},
		{"Merikoski Oyj", "merikoski", "oyj"},
		{"Van Dijk B.V.", "vandijk", "bv"},
		{"Lusitânia, Lda.", "lusitânia", "lda"},
		{"Ångström AB", "ångström", "ab"},
		{"Angstrom AB", "angstrom", "ab"}, // accents may tell two companies apart
		{"Wattle Pty Ltd", "wattle", "ptyltd"},
		{"Deccan Pvt. Ltd.", "deccan", "pvtltd"},
		{"Kinabalu Sdn. Bhd.", "kinabalu", "sdnbhd"},
		{"Ромашка ООО", "ромашка", "ооо"},
		{"Ελλάδα Α.Ε.", "ελλάδα", "αε"},
		{"שילוח ישראל בע״מ", "שילוחישראל", "בעמ"},
		{"शक्ति उद्योग", "शक्तिउद्योग", ""}, // marks are letters' own
		{"株式会社サンプル", "サンプル", "株式会社"},
		{"محمد", "محمد", ""},
		{"Inc.", "inc", ""}, // a name never vanishes
		{"And", "and", ""},
		{"The Co", "the", "co"},
		{"🚀", "🚀", ""},
		{"🚚 🚚", "🚚🚚", ""},
		{" ", "", ""},
		{"", "", ""},
	} {
		if got := account.KeyOf(c.name); got.Key != c.key || got.Form != c.form {
			t.Errorf("KeyOf(%q) = %+v, want %q, %q", c.name, got, c.key, c.form)
		}
	}
}

func TestTheNamesOfRealExportsKeepTheirKey(t *testing.T) {
	shared := os.Getenv("THROUGHLINE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared", "data")
	}
	files, err := filepath.Glob(filepath.Join(shared, "crm", "*", "*.csv"))
	if err != nil || len(files) == 0 {
		t.Logf("no exports in %s: nothing was compared", shared)
		return
	}
	names := map[string]string{} // by name, its key
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(f)
		r.FieldsPerRecord, r.LazyQuotes = -1, true
		rows, _ := r.ReadAll() // a broken row ends a file, not the comparison
		f.Close()
		for i := range rows {
			for j, cell := range rows[i] {
				if head := strings.ToLower(rows[0][min(j, len(rows[0])-1)]); i > 0 && (strings.Contains(head, "account") || strings.Contains(head, "company")) {
					names[cell] = account.KeyOf(cell).Key
				}
			}
		}
	}
	for name, key := range names {
		if (key == "") != (strings.TrimSpace(name) == "") {
			t.Errorf("the key of %q is %q", name, key)
		}
		for other, k := range names {
			if account.SameName(name, other) && k != key {
				t.Errorf("%q and %q have the keys %q and %q", name, other, key, k)
			}
		}
	}
	t.Logf("%d names of %d files", len(names), len(files))
}

func FuzzKeyOf(f *testing.F) {
	for _, s := range []string{"GTX Pro, Inc.", "A/S", "株式会社サンプル", "Co Co Co", "Straße", "🚀", "a and b", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := account.KeyOf(s)
		if again := account.KeyOf(once.Key); once.Form == "" && again.Form == "" && again.Key != once.Key {
			t.Fatalf("the key of %q is %q, of which the key is %q", s, once.Key, again.Key)
		}
		if !account.SameName(s, s) || (once.Key == "") != (strings.TrimSpace(s) == "") {
			t.Fatalf("the key of %q is %q", s, once.Key)
		}
	})
}
