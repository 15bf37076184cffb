-- +goose Up
CREATE TABLE gap (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, title TEXT NOT NULL, title_key TEXT NOT NULL, about TEXT NOT NULL, state TEXT NOT NULL, tracker TEXT NOT NULL,
	told_to TEXT NOT NULL, told_on TEXT NOT NULL, told_by TEXT NOT NULL, answer TEXT NOT NULL, due_on TEXT NOT NULL, answered_on TEXT NOT NULL
);
CREATE INDEX gap_deal ON gap (workspace, deal);
CREATE UNIQUE INDEX gap_title ON gap (workspace, title_key);

CREATE TABLE ask (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	gap TEXT NOT NULL, requirement TEXT NOT NULL, reason TEXT NOT NULL, workaround TEXT NOT NULL, lost BOOLEAN NOT NULL,
	asked_on TEXT NOT NULL, asked_by TEXT NOT NULL, heard_on TEXT NOT NULL
);
CREATE INDEX ask_deal ON ask (workspace, deal);
CREATE INDEX ask_gap ON ask (workspace, gap);

-- +goose Down
DROP TABLE ask;
DROP TABLE gap;
