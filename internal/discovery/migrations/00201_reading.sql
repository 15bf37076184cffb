-- +goose Up
-- How lists of one form are read: what a person said of such a sheet, for the next one.
CREATE TABLE list_reading (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	shape TEXT NOT NULL, said TEXT NOT NULL, said_by TEXT NOT NULL, said_at BIGINT NOT NULL
);
CREATE INDEX list_reading_deal ON list_reading (workspace, deal);
CREATE INDEX list_reading_shape ON list_reading (workspace, shape);

-- +goose Down
DROP TABLE list_reading;
