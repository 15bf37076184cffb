-- +goose Up
CREATE TABLE demo (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	title TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, held_at BIGINT NOT NULL, planned_at BIGINT NOT NULL,
	contacts TEXT NOT NULL, persons TEXT NOT NULL, owner TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX demo_deal ON demo (workspace, deal);
CREATE INDEX demo_owner ON demo (workspace, owner, state);

CREATE TABLE demo_segment (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	demo TEXT NOT NULL, place BIGINT NOT NULL, title TEXT NOT NULL, capability TEXT NOT NULL, status TEXT NOT NULL,
	minutes BIGINT NOT NULL, shown TEXT NOT NULL, promise TEXT NOT NULL
);
CREATE INDEX demo_segment_deal ON demo_segment (workspace, deal);

CREATE TABLE reaction (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	segment TEXT NOT NULL, contact TEXT NOT NULL, mark BIGINT NOT NULL, words TEXT NOT NULL, at BIGINT NOT NULL
);
CREATE INDEX reaction_deal ON reaction (workspace, deal);

-- +goose Down
DROP TABLE reaction;
DROP TABLE demo_segment;
DROP TABLE demo;
