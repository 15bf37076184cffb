-- +goose Up
CREATE TABLE concern (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, advice TEXT NOT NULL, checked TEXT NOT NULL, weeks DOUBLE PRECISION NOT NULL, not_needed TEXT NOT NULL,
	said_by TEXT NOT NULL, said_at BIGINT NOT NULL
);
CREATE INDEX concern_deal ON concern (workspace, deal);

-- +goose Down
DROP TABLE concern;
