-- +goose Up
-- What a deal that came as a folder names and this workspace does not have.
CREATE TABLE outside (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	sort TEXT NOT NULL, called TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX outside_deal ON outside (workspace, deal);

-- +goose Down
DROP TABLE outside;
