// Package store opens the database and runs statements: SQLite by default, PostgreSQL by
// address, the same SQL text on both.
//
// Two pools on both: readers that refuse writes, and writers. Nothing outside package
// journal opens a writable transaction, but for Housekeeping and its named list.
//
// Conventions of the tables: ids are text, instants are BIGINT microseconds (clock.Instant),
// days are TEXT (clock.Date), structured values are TEXT holding JSON. Columns are always
// listed, and every statement names its workspace.
package store
