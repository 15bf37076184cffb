-- +goose Up
ALTER TABLE person ADD COLUMN digest_at TEXT NOT NULL DEFAULT '';

-- Housekeeping: written beside the journal.
CREATE TABLE digest (workspace TEXT NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL, tries BIGINT NOT NULL, due_at BIGINT NOT NULL, done BOOLEAN NOT NULL, PRIMARY KEY (workspace, person));

-- +goose Down
DROP TABLE digest;
ALTER TABLE person DROP COLUMN digest_at;
