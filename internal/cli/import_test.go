package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"throughline/internal/cli"
	"throughline/internal/wiring"
)

// run is the command line as a person types it.
func run(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = cli.Run(context.Background(), &cli.Parts{Version: "test", Open: wiring.Open, Out: &o, Err: &e, Args: args})
	return code, o.String(), e.String()
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sums is the printed object with its keys, and the counts in the order of the keys.
func sums(t *testing.T, out string) (keys []string, counts map[string]map[string]int, errors []map[string]any) {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	counts = map[string]map[string]int{}
	for k, raw := range all {
		keys = append(keys, k)
		switch k {
		case "errors":
			if err := json.Unmarshal(raw, &errors); err != nil {
				t.Fatal(err)
			}
		case "warnings":
		default:
			var c map[string]int
			if err := json.Unmarshal(raw, &c); err != nil {
				t.Fatal(err)
			}
			counts[k] = c
		}
	}
	slices.Sort(keys)
	return keys, counts, errors
}

func TestImportCRMPrintsOneObjectAndRunsTwice(t *testing.T) {
	tour := filepath.Join("..", "..", "testdata", "tour")
	files := []string{filepath.Join(tour, "salesforce-opportunities.csv"), filepath.Join(tour, "hubspot-deals.csv")}
	data := filepath.Join(t.TempDir(), "data")
	args := append([]string{"import", "crm", "--data", data, "--json"}, files...)

	code, dry, _ := run(t, append(args, "--dry-run")...)
	if _, err := os.Stat(data); code != 1 || !os.IsNotExist(err) {
		t.Errorf("a dry run ended with %d and left %v", code, err)
	}
	code, first, _ := run(t, args...)
	if code != 1 || first != dry { // one row of the shipped files has a date that does not exist
		t.Errorf("the import ended with %d; the dry run said %s, it says %s", code, dry, first)
	}
	keys, counts, errors := sums(t, first)
	if !slices.Equal(keys, []string{"created", "errors", "unchanged", "updated", "warnings"}) || len(errors) != 1 || errors[0]["line"] != 10.0 {
		t.Errorf("the object has %v, errors %v", keys, errors)
	}
	if c := counts["created"]; c["opportunities"] == 0 || c["accounts"] == 0 || c["contacts"] == 0 || len(c) != 3 {
		t.Errorf("created %v", c)
	}
	_, second, _ := run(t, args...)
	_, again, _ := sums(t, second)
	for _, k := range []string{"accounts", "contacts", "opportunities"} {
		if again["created"][k] != 0 || again["updated"][k] != 0 || again["unchanged"][k] != counts["created"][k] {
			t.Errorf("the second import: %s", second)
		}
	}
	if code, out, _ := run(t, "verify", "--data", data); code != 0 {
		t.Errorf("verify: %s", out)
	}
}

func TestImportCRMEndsByWhatHappened(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "good.csv", "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Calder\",\"Depots\",\"Discovery\",\"2026-11-18\"\n")
	bad := write(t, dir, "bad.csv", "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Calder\",\"Plants\",\"Discovery\",\"2026-11-18\"\n\"\",\"Nobody's\",\"Discovery\",\"2026-11-18\"\n")
	asks := write(t, dir, "asks.csv", "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Calder\",\"Both\",\"Discovery\",\"03/04/2026\"\n")
	other := write(t, dir, "other.csv", "Firma;Vorhaben;Termin\nCalder;Lager;03.04.2026\n")
	columns := write(t, dir, "map.json", `{"columns": {"account": "Firma", "opportunity": "Vorhaben", "close_date": "Termin"}, "dates": "day-first"}`)
	wrong := write(t, dir, "wrong.json", `{"dates": "backwards"}`)
	empty := write(t, dir, "empty.csv", "")
	for _, c := range []struct {
		name      string
		args      []string
		code      int
		says, not string // on either output
	}{
		{"good rows", []string{good}, 0, "deals                     1", "refused"},
		{"a bad row", []string{bad}, 1, "bad.csv line 3, Account Name: The row has no account.", ""},
		{"a bad row, strictly", []string{bad, "--strict"}, 1, "so nothing was kept", "To look at"},
		{"a date in two readings", []string{asks}, 1, `set "dates" to`, ""},
		{"unknown columns", []string{other}, 1, `These columns are of no CRM that is known: Firma, Vorhaben, Termin.`, ""},
		{"unknown columns with a map", []string{other, "--map", columns}, 0, "mapped list", "refused"},
		{"the map is kept for the next file of its kind", []string{other}, 0, "were read before", "refused"},
		{"a map for one of two files", []string{good, other, "--map", columns}, 0, "mapped list", "refused"},
		{"a map that says what it may not", []string{good, "--map", wrong}, 1, `use one of day-first`, ""},
		{"an empty file beside a good one", []string{empty, good}, 1, "The file is empty", ""},
		{"no file", nil, 2, "expected", ""},
		{"a file that is not there", []string{filepath.Join(dir, "none.csv")}, 2, "none.csv", ""},
		{"an unknown workspace", []string{good, "--workspace", "Theirs"}, 1, "Our team", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, err := run(t, append([]string{"import", "crm", "--data", filepath.Join(dir, "data")}, c.args...)...)
			if said := out + err; code != c.code || !strings.Contains(said, c.says) || c.not != "" && strings.Contains(said, c.not) {
				t.Errorf("ended with %d, want %d and %q:\n%s", code, c.code, c.says, said)
			}
		})
	}
}

func TestRefusedRowsHaveFileLineColumnValueAndReason(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "deals.csv", "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Calder\",\"Two\nlines\",\"Discovery\",\"2026-11-18\"\n\"Calder\",\"Bad day\",\"Discovery\",\"2026-02-31\"\n")
	code, out, _ := run(t, "import", "crm", file, "--data", filepath.Join(dir, "data"), "--json")
	_, counts, errors := sums(t, out)
	if code != 1 || counts["created"]["opportunities"] != 1 || len(errors) != 1 {
		t.Fatalf("ended with %d: %s", code, out)
	}
	e := errors[0]
	if len(e) != 5 || e["file"] != file || e["line"] != 4.0 || e["column"] != "Close Date" || e["value"] != "2026-02-31" || e["reason"] == "" {
		t.Errorf("the refused row is %v", e)
	}
}
