-- +goose Up
CREATE TABLE journal (
	workspace TEXT NOT NULL,
	seq       BIGINT NOT NULL,
	at        BIGINT NOT NULL,
	actor     TEXT NOT NULL,
	act       TEXT NOT NULL,
	act_id    TEXT NOT NULL,
	deal      TEXT NOT NULL,
	kind      TEXT NOT NULL,
	thing     TEXT NOT NULL,
	revision  BIGINT NOT NULL,
	was       TEXT NOT NULL,
	now       TEXT NOT NULL,
	hash      BYTEA NOT NULL,
	PRIMARY KEY (workspace, seq)
);
CREATE INDEX journal_deal ON journal (workspace, deal, seq);
CREATE INDEX journal_thing ON journal (workspace, thing, seq);
CREATE INDEX journal_act ON journal (workspace, act_id);

-- One row a workspace: the end of its chain. Taken last by every write.
CREATE TABLE journal_head (
	workspace TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	at        BIGINT NOT NULL,
	hash      BYTEA NOT NULL
);

-- One row a deal: writers of one deal queue here, so that what is computed over the whole
-- deal is computed over what all of them wrote.
CREATE TABLE journal_lock (
	workspace TEXT NOT NULL,
	deal      TEXT NOT NULL,
	taken     BIGINT NOT NULL,
	PRIMARY KEY (workspace, deal)
);

CREATE TABLE seal_key (
	workspace TEXT NOT NULL,
	owner     TEXT NOT NULL,
	goes_with TEXT NOT NULL, -- another owner: erasing that one erases this key too
	secret    BYTEA NOT NULL,
	erased_at BIGINT NOT NULL,
	PRIMARY KEY (workspace, owner)
);
CREATE INDEX seal_key_tied ON seal_key (workspace, goes_with);

-- +goose Down
DROP TABLE seal_key;
DROP TABLE journal_lock;
DROP TABLE journal_head;
DROP TABLE journal;
