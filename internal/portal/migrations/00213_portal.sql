-- +goose Up
CREATE TABLE portal_link (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	purpose TEXT NOT NULL, recipient TEXT NOT NULL, ours BOOLEAN NOT NULL, hash TEXT NOT NULL, language TEXT NOT NULL, items TEXT NOT NULL, question TEXT NOT NULL,
	strict BOOLEAN NOT NULL, by_hand BOOLEAN NOT NULL, letter TEXT NOT NULL, sent_by TEXT NOT NULL, sent_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
	used_at BIGINT NOT NULL, revoked_at BIGINT NOT NULL, agreed TEXT NOT NULL, agreed_hash TEXT NOT NULL
);
CREATE INDEX portal_link_deal ON portal_link (workspace, deal);
CREATE INDEX portal_link_sender ON portal_link (workspace, sent_by, used_at);
CREATE UNIQUE INDEX portal_link_hash ON portal_link (hash);

-- Housekeeping: written beside the journal.
CREATE TABLE portal_browser (
	link TEXT NOT NULL, slot TEXT NOT NULL, workspace TEXT NOT NULL, browser TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (link, slot)
);
CREATE TABLE portal_code (
	link TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, hash TEXT NOT NULL, until BIGINT NOT NULL, tries BIGINT NOT NULL, sent BIGINT NOT NULL, sent_at BIGINT NOT NULL
);

-- +goose Down
DROP TABLE portal_code;
DROP TABLE portal_browser;
DROP TABLE portal_link;
