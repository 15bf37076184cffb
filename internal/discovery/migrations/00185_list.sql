-- +goose Up
-- What a customer's own list says beside a row's words: their number, where it stands, their heading.
ALTER TABLE candidate ADD COLUMN list_number TEXT NOT NULL DEFAULT '';
ALTER TABLE candidate ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE candidate ADD COLUMN heading TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE candidate DROP COLUMN heading;
ALTER TABLE candidate DROP COLUMN place;
ALTER TABLE candidate DROP COLUMN list_number;
