-- +goose Up
-- when the close watch after a go-live ended, and how
ALTER TABLE go_live ADD COLUMN hypercare_ended TEXT NOT NULL DEFAULT '';
ALTER TABLE go_live ADD COLUMN hypercare_how TEXT NOT NULL DEFAULT '';
CREATE INDEX go_live_hypercare ON go_live (workspace, hypercare_ended, hypercare_until);

-- +goose Down
DROP INDEX go_live_hypercare;
ALTER TABLE go_live DROP COLUMN hypercare_how;
ALTER TABLE go_live DROP COLUMN hypercare_ended;
