-- +goose Up
-- A deal is handed over twice: to those who build it ('') and to whoever runs it ('run').
ALTER TABLE handoff ADD COLUMN crossing TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE handoff DROP COLUMN crossing;
