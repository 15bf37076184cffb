-- +goose Up
ALTER TABLE assessment ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';

-- +goose Down
ALTER TABLE assessment DROP COLUMN skills;
