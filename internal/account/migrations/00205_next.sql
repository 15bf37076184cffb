-- +goose Up
-- Who takes the next step of a deal, and by when.
ALTER TABLE opportunity ADD COLUMN next_by TEXT NOT NULL DEFAULT '';
ALTER TABLE opportunity ADD COLUMN next_on TEXT NOT NULL DEFAULT '';
CREATE INDEX opportunity_next ON opportunity (workspace, next_by, next_on);

-- +goose Down
DROP INDEX opportunity_next;
ALTER TABLE opportunity DROP COLUMN next_on;
ALTER TABLE opportunity DROP COLUMN next_by;
