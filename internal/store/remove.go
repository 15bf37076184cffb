package store

import "context"

var (
	scopedSQLite = On(SQLite, `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.name = 'workspace' ORDER BY m.name`)
	scopedPostgres = On(Postgres, `SELECT table_name FROM information_schema.columns
		WHERE table_schema = current_schema() AND column_name = 'workspace' ORDER BY table_name`)
)

// RemoveWorkspace takes a whole workspace out of the database, its journal with it: every row of
// every table that names its workspace. Nothing of it can be brought back.
func (db *DB) RemoveWorkspace(ctx context.Context, workspace string) error {
	stmt := scopedSQLite
	if db.Dialect == Postgres {
		stmt = scopedPostgres
	}
	return db.Housekeeping(ctx, Removal, func(tx *Work) error {
		tables, err := List[string](ctx, tx, stmt)
		if err != nil {
			return err
		}
		for _, t := range tables { // names out of the database's own catalogue
			if err := tx.Later(ctx, Statement(`DELETE FROM "`+t+`" WHERE workspace = $1`), workspace); err != nil {
				return err
			}
		}
		return nil
	})
}
