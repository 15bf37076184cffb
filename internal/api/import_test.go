package api_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

func TestTheCRMsExportIsTakenInOverTheAPI(t *testing.T) {
	export, err := os.ReadFile("../../testdata/tour/salesforce-opportunities.csv")
	if err != nil {
		t.Fatal(err)
	}
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder = t.TempDir()
		c := newClient(t, w, auth.SE)
		status, kept, _ := c.do("POST", "/api/files?name=deals.csv", string(export), "Content-Type", "application/octet-stream")
		if status != 200 {
			t.Fatalf("%d %v", status, kept)
		}
		ask := func(more string) map[string]any {
			status, out, _ := c.do("POST", "/api/import/crm", fmt.Sprintf(`{"files":[{"hash":%q,"name":"deals.csv"}]%s}`, kept["hash"], more))
			if status != 200 {
				t.Fatalf("%d %v", status, out)
			}
			return out
		}
		made := func(out map[string]any) string {
			return fmt.Sprint(out["created"].(map[string]any)["opportunities"])
		}
		if dry := ask(`,"dry_run":true`); made(dry) != "8" {
			t.Errorf("a dry run would make %s", made(dry))
		}
		first := ask("")
		if errors, _ := first["errors"].([]any); made(first) != "8" || len(errors) != 1 || !strings.Contains(fmt.Sprint(errors[0]), "line:10") {
			t.Errorf("first: %s, %v", made(first), first["errors"])
		}
		if again := ask(""); made(again) != "0" {
			t.Errorf("again it made %s", made(again))
		}
		if status, out, _ := c.do("POST", "/api/import/crm", `{}`); status != 422 || !strings.Contains(fmt.Sprint(out), "files") {
			t.Errorf("no file: %d %v", status, out)
		}
		w.Verify()
	})
}
