-- +goose Up
CREATE TABLE availability (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, hours BIGINT NOT NULL
);
CREATE INDEX availability_deal ON availability (workspace, deal);

-- +goose Down
DROP TABLE availability;
