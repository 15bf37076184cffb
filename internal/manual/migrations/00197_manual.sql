-- +goose Up
CREATE TABLE chapter (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	manual TEXT NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL, written_by TEXT NOT NULL, written_at BIGINT NOT NULL
);
CREATE INDEX chapter_deal ON chapter (workspace, deal);
CREATE UNIQUE INDEX chapter_title ON chapter (workspace, deal, manual, title);

-- +goose Down
DROP TABLE chapter;
