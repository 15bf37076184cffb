-- +goose Up
-- A demo has a planned length; 0, as those of before have, is the usual one.
ALTER TABLE demo ADD COLUMN minutes BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE demo DROP COLUMN minutes;
