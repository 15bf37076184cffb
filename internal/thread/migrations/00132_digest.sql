-- +goose Up
-- A short name for the states and breaks kept beside a deal: an act that leaves it as it is writes
-- none of them. Empty means unknown: they are compared one by one.
ALTER TABLE tally ADD COLUMN digest TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE tally DROP COLUMN digest;
