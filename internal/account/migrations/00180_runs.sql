-- +goose Up
-- Who runs what was built once it is live: the receiver of the second handoff.
ALTER TABLE opportunity ADD COLUMN runs TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE opportunity DROP COLUMN runs;
