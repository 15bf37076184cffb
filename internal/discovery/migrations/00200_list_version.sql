-- +goose Up
-- What a newer version of a customer's list says of a row, and which row of the earlier one it was.
ALTER TABLE candidate ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE candidate ADD COLUMN before TEXT NOT NULL DEFAULT '';
ALTER TABLE candidate ADD COLUMN version TEXT NOT NULL DEFAULT '';
ALTER TABLE candidate ADD COLUMN moved BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE candidate ADD COLUMN doubtful BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE candidate ADD COLUMN twin BIGINT NOT NULL DEFAULT 0;
-- A list: the earlier version, how many rows are still to be taken, what was said of its columns, its headings, and
-- the key of its file under the one who gave it.
ALTER TABLE call ADD COLUMN earlier TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN to_take BIGINT NOT NULL DEFAULT 0;
ALTER TABLE call ADD COLUMN said TEXT NOT NULL DEFAULT 'null';
ALTER TABLE call ADD COLUMN headings TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN sealed_file TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN file_key TEXT NOT NULL DEFAULT '';
CREATE INDEX candidate_call_position ON candidate (workspace, call, position);

-- +goose Down
DROP INDEX candidate_call_position;
ALTER TABLE call DROP COLUMN file_key;
ALTER TABLE call DROP COLUMN sealed_file;
ALTER TABLE call DROP COLUMN headings;
ALTER TABLE call DROP COLUMN said;
ALTER TABLE call DROP COLUMN to_take;
ALTER TABLE call DROP COLUMN earlier;
ALTER TABLE candidate DROP COLUMN twin;
ALTER TABLE candidate DROP COLUMN doubtful;
ALTER TABLE candidate DROP COLUMN moved;
ALTER TABLE candidate DROP COLUMN version;
ALTER TABLE candidate DROP COLUMN before;
ALTER TABLE candidate DROP COLUMN asked;
