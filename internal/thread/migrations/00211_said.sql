-- +goose Up
ALTER TABLE question ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE question DROP COLUMN said;
