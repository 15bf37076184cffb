package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/skill"
	"throughline/internal/wiring"
)

// folder is a data folder with one deal and four people; the lead leads the SE.
type folder struct {
	t         *testing.T
	data      string
	workspace string
	ids       map[string]string
}

func folderOf(t *testing.T) folder {
	f := folder{t: t, data: filepath.Join(t.TempDir(), "data"), ids: map[string]string{}}
	crm := write(t, t.TempDir(), "good.csv", "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Calder\",\"Depots\",\"Discovery\",\"2026-11-18\"\n")
	if code, out, errs := run(t, "import", "crm", "--data", f.data, crm); code != 0 {
		t.Fatal(code, out, errs)
	}
	for _, p := range []struct {
		key, name string
		role      auth.Role
	}{{"admin", "Ada", auth.Admin}, {"lead", "Lena", auth.Manager}, {"se", "Sven", auth.SE}, {"twin", "Tom", auth.SE}, {"other", "Tom", auth.SE}} {
		person := auth.Person{Email: p.key + "@ours.example", Name: p.name, Role: p.role}
		f.act("", "person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &person) })
		f.ids[p.key] = person.ID
	}
	f.act("admin", "people.appoint", func(ctx context.Context, tx *journal.Tx) error {
		_, err := people.Appoint(ctx, tx, people.Appointment{Person: f.ids["admin"]})
		return err
	})
	f.act("admin", "people.place", func(ctx context.Context, tx *journal.Tx) error {
		_, err := people.Place(ctx, tx, people.PlaceIn{Person: f.ids["se"], Lead: f.ids["lead"], Place: "se2", Since: "2024-01-01"})
		return err
	})
	return f
}

// act opens the folder, does one act as a person, and closes it again.
func (f *folder) act(who, name string, do func(context.Context, *journal.Tx) error) {
	f.t.Helper()
	ctx := context.Background()
	h, err := wiring.Open(ctx, f.data)
	if err != nil {
		f.t.Fatal(err)
	}
	defer h.Journal.DB.Close()
	if f.workspace == "" {
		all, err := account.Workspaces(ctx, h.Journal.DB.Read)
		if err != nil || len(all) != 1 {
			f.t.Fatal(all, err)
		}
		f.workspace = all[0].ID
	}
	if _, err := h.Journal.Write(ctx, journal.Actor{Workspace: f.workspace, Person: f.ids[who], Role: string(auth.Admin)}, name, do); err != nil {
		f.t.Fatal(name, err)
	}
}

// everything is whatever the command line prints or writes of the folder.
func (f *folder) everything() string {
	f.t.Helper()
	var b strings.Builder
	say := func(args ...string) {
		code, out, errs := run(f.t, append(args, "--data", f.data)...)
		if code == 2 {
			f.t.Errorf("%v: %s", args, errs)
		}
		b.WriteString(out + errs)
	}
	for _, as := range [][]string{nil, {"--json"}} {
		say(append([]string{"people", "gap", "--person", "Sven", "--to", "sa"}, as...)...)
		say(append([]string{"thread", "Depots"}, as...)...)
		say(append([]string{"thread", "Depots", "--as-of", "2099-01-01"}, as...)...)
	}
	for _, what := range []string{"thread", "documents", "csv"} {
		out := f.t.TempDir()
		say("export", what, "Depots", "--out", out)
		names, err := filepath.Glob(filepath.Join(out, "*"))
		if err != nil || len(names) == 0 {
			f.t.Errorf("export %s wrote nothing: %v", what, err)
		}
		for _, name := range names {
			raw, _ := os.ReadFile(name)
			b.Write(raw)
		}
	}
	for _, name := range []string{"throughline.db", "throughline.db-wal"} { // tables, journal and search in one file
		raw, err := os.ReadFile(filepath.Join(f.data, name))
		if err != nil && name == "throughline.db" {
			f.t.Error(err)
		}
		b.Write(raw)
	}
	return b.String()
}

// V22 on the command line: what one party wrote stands on no face of it, nor in the clear in the
// folder, before both have finished; and only what was agreed is told after.
func TestSealedRatingsStandOnNoFaceOfTheCommandLine(t *testing.T) {
	f := folderOf(t)
	gap := func(more ...string) (int, string, string) {
		return run(t, append([]string{"people", "gap", "--to", "sa", "--data", f.data}, more...)...)
	}
	if code, _, errs := gap("--person", "Sven"); code != 1 || !strings.Contains(errs, "Nothing is agreed of Sven yet") {
		t.Errorf("nothing written: %d %s", code, errs)
	}
	var sheet string
	f.act("lead", "assessment.open", func(ctx context.Context, tx *journal.Tx) error {
		a, err := people.OpenAssessment(ctx, tx, people.OpenIn{Person: f.ids["se"], From: "2025-01-01", Until: "2025-06-30"})
		sheet = a.ID
		return err
	})
	finish := func(who string, r skill.Ratings) {
		f.act(who, "assessment.finish", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Rate(ctx, tx, people.RateIn{ID: sheet, Finish: true, Rows: people.Rows{Ratings: r}})
			return err
		})
	}
	lead := skill.Ratings{"demo": 4, "breadth": 4, "depth": 3, "sales": 3, "docs": 2, "custeng": 1, "discovery": 4, "pm": 2} // V11's Mia
	finish("lead", lead)
	silent := func(when string) {
		t.Helper()
		all := f.everything()
		for _, word := range []string{`"custeng":1`, `"pm":2`, "69.23", "custeng,1"} {
			if strings.Contains(all, word) {
				t.Errorf("%s: %q is told", when, word)
			}
		}
		if !strings.Contains(all, "Nothing is agreed of Sven yet") {
			t.Errorf("%s: gaps are told", when)
		}
	}
	silent("one has finished")
	self := skill.Ratings{"demo": 5, "custeng": 2, "pm": 2}
	finish("se", self)
	silent("both have finished, nothing is agreed")
	for _, who := range []string{"lead", "se"} {
		f.act(who, "assessment.agree", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Agree(ctx, tx, people.AgreeIn{ID: sheet, Rows: people.Rows{Ratings: lead}})
			return err
		})
	}
	for _, name := range []string{"Sven", "se@ours.example"} {
		code, out, errs := gap("--person", name, "--level", "senior")
		if code != 0 || !strings.Contains(out, "69.23 %") || !strings.Contains(out, "for the time to 2025-06-30") || !strings.Contains(out, "Customer engineering") {
			t.Errorf("%s: %d %s %s", name, code, out, errs)
		}
	}
	code, out, _ := gap("--person", "Sven", "--json")
	var g struct {
		Person, Level string
		AgreedOn      string `json:"agreed_on"`
		Gaps          []struct{ Skill string }
	}
	if err := json.NewDecoder(bytes.NewReader([]byte(out))).Decode(&g); err != nil || code != 0 || g.Level != "mid" || g.AgreedOn != "2025-06-30" || len(g.Gaps) == 0 || g.Gaps[0].Skill != "custeng" {
		t.Errorf("%d %v %s", code, err, out)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"nobody":        {[]string{"--person", "Quince"}, 1, "Nobody here has"},
		"two of a name": {[]string{"--person", "Tom"}, 1, "Give the mail address"},
		"no level":      {[]string{"--person", "Sven", "--level", "king"}, 2, `no level "king"`},
		"two ways":      {[]string{"--person", "Sven", "--from", "se"}, 2, "can't be used together"},
	} {
		if code, _, errs := gap(c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%s: %d %s", name, code, errs)
		}
	}
	if code, out, _ := run(t, "verify", "--data", f.data); code != 0 {
		t.Errorf("verify: %s", out)
	}
}
