-- +goose Up
CREATE TABLE competitor (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, name_key TEXT NOT NULL, also TEXT NOT NULL, about TEXT NOT NULL
);
CREATE INDEX competitor_deal ON competitor (workspace, deal);
CREATE UNIQUE INDEX competitor_name ON competitor (workspace, name_key);

CREATE TABLE rival (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	competitor TEXT NOT NULL, known_from TEXT NOT NULL, contact TEXT NOT NULL, words TEXT NOT NULL, seen_on TEXT NOT NULL,
	outcome TEXT NOT NULL, why TEXT NOT NULL, ended_at BIGINT NOT NULL, ended_by TEXT NOT NULL
);
CREATE INDEX rival_deal ON rival (workspace, deal);
CREATE INDEX rival_competitor ON rival (workspace, competitor);

CREATE TABLE claim (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	rival TEXT NOT NULL, competitor TEXT NOT NULL, requirement TEXT NOT NULL, side TEXT NOT NULL, statement TEXT NOT NULL,
	source TEXT NOT NULL, place TEXT NOT NULL, contact TEXT NOT NULL, quote TEXT NOT NULL, seen_on TEXT NOT NULL,
	withdrawn TEXT NOT NULL, said_by TEXT NOT NULL
);
CREATE INDEX claim_deal ON claim (workspace, deal);
CREATE INDEX claim_competitor ON claim (workspace, competitor);

-- +goose Down
DROP TABLE claim;
DROP TABLE rival;
DROP TABLE competitor;
