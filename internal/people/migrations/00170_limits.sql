-- +goose Up
CREATE TABLE person_limits (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX person_limits_deal ON person_limits (workspace, deal);
CREATE UNIQUE INDEX person_limits_person ON person_limits (workspace, person);

-- +goose Down
DROP TABLE person_limits;
