-- +goose Up
CREATE TABLE role_guide (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, kept_on TEXT NOT NULL, kept_by TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX role_guide_deal ON role_guide (workspace, deal);

-- +goose Down
DROP TABLE role_guide;
