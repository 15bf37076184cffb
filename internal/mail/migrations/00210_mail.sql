-- +goose Up
CREATE TABLE letter (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	purpose TEXT NOT NULL, recipient TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, subject TEXT NOT NULL, words TEXT NOT NULL,
	file_name TEXT NOT NULL, file_words TEXT NOT NULL, sender TEXT NOT NULL, about TEXT NOT NULL, language TEXT NOT NULL, automatic BOOLEAN NOT NULL,
	written_at BIGINT NOT NULL, state TEXT NOT NULL, state_at BIGINT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX letter_deal ON letter (workspace, deal);
CREATE INDEX letter_sender ON letter (workspace, sender, state);

-- Housekeeping: written beside the journal.
CREATE TABLE outbox (
	letter TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, secret TEXT NOT NULL, by_hand BOOLEAN NOT NULL,
	tries BIGINT NOT NULL, due_at BIGINT NOT NULL, claimed_until BIGINT NOT NULL, error TEXT NOT NULL
);
CREATE INDEX outbox_due ON outbox (by_hand, due_at);

-- +goose Down
DROP TABLE outbox;
DROP TABLE letter;
