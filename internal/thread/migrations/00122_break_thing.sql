-- +goose Up
-- The requirement's id beside its key, so that a list of breaks can say its sentence.
ALTER TABLE break_line ADD COLUMN thing TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE break_line DROP COLUMN thing;
