package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/exchange/crm"
	"throughline/internal/store"
)

var (
	keepMapping = store.SQL(`INSERT INTO mapping (workspace, form, map, kept_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (workspace, form) DO UPDATE SET map = excluded.map, kept_at = excluded.kept_at`)
	mappingOf = store.SQL(`SELECT map FROM mapping WHERE workspace = $1 AND form = $2`)
)

// form names a kind of file by the names of its columns, in whatever order they stand.
func form(header []string) string {
	names := make([]string, len(header))
	for i, h := range header {
		names[i] = strings.ToLower(strings.Join(strings.Fields(h), " "))
	}
	slices.Sort(names)
	sum := sha256.Sum256([]byte(strings.Join(names, "\x00")))
	return hex.EncodeToString(sum[:])
}

// KeepMap keeps what a person said of a kind of file, for the next one of that kind.
func KeepMap(ctx context.Context, db *store.DB, workspace string, header []string, m crm.Map) error {
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return db.Housekeeping(ctx, store.Mappings, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(keepMapping), workspace, form(header), string(text), clock.Now(ctx))
		return err
	})
}

// KeptMap is what was said of that kind of file before; false if nothing was.
func KeptMap(ctx context.Context, q store.Querier, workspace string, header []string) (crm.Map, bool, error) {
	text, ok, err := store.One[string](ctx, q, mappingOf, workspace, form(header))
	if err != nil || !ok {
		return crm.Map{}, false, err
	}
	m, known := readMap(text)
	return m, known, nil
}

// readMap reads a kept map; false for one of a version that knew other words.
func readMap(text string) (crm.Map, bool) {
	var m crm.Map
	if json.Unmarshal([]byte(text), &m) != nil || m.Check() != nil {
		return crm.Map{}, false
	}
	return m, true
}

// Header reads the names of a file's columns; nothing for what cannot be read as a table.
func Header(ctx context.Context, f File) []string {
	src, err := f.Open(ctx)
	if err != nil {
		return nil
	}
	defer src.Close()
	names, err := crm.Columns(src, f.Map)
	if err != nil {
		return nil
	}
	return names
}

// Fits leaves out of a map the columns that a file does not have at all, when a map is given
// for several files. A file that has none of them is read as it is recognised.
func Fits(m crm.Map, header []string) crm.Map {
	have := map[string]bool{}
	for _, h := range header {
		have[strings.ToLower(strings.TrimSpace(h))] = true
	}
	for _, column := range m.Columns {
		if column != "" && !have[strings.ToLower(strings.TrimSpace(column))] {
			m.Columns, m.Object = nil, ""
			break
		}
	}
	return m
}
