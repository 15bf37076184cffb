-- +goose Up
CREATE TABLE follow_up (
	id           TEXT NOT NULL PRIMARY KEY,
	workspace    TEXT NOT NULL,
	deal         TEXT NOT NULL,
	revision     BIGINT NOT NULL,
	kind         TEXT NOT NULL,
	about        TEXT NOT NULL,
	language     TEXT NOT NULL,
	subject      TEXT NOT NULL,
	words        TEXT NOT NULL,
	requirements TEXT NOT NULL,
	written_by   TEXT NOT NULL,
	written_at   BIGINT NOT NULL,
	sent_at      BIGINT NOT NULL,
	letters      TEXT NOT NULL
);
CREATE INDEX follow_up_deal ON follow_up (workspace, deal, id);

-- +goose Down
DROP TABLE follow_up;
