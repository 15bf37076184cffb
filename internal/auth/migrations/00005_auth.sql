-- +goose Up
CREATE TABLE person (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	email TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, role TEXT NOT NULL, zone TEXT NOT NULL,
	theme TEXT NOT NULL, keys_off BOOLEAN NOT NULL, active BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX person_email ON person (workspace, email);
CREATE INDEX person_sign_in ON person (email);

CREATE TABLE token (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, expires_on TEXT NOT NULL, revoked_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX token_hash ON token (hash);

-- Housekeeping: written beside the journal.
CREATE TABLE credential (email TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, set_at BIGINT NOT NULL);
CREATE TABLE session (token TEXT NOT NULL PRIMARY KEY, data BYTEA NOT NULL, expires BIGINT NOT NULL);
CREATE INDEX session_expires ON session (expires);
CREATE TABLE door (door TEXT NOT NULL PRIMARY KEY, since BIGINT NOT NULL, knocks BIGINT NOT NULL);

-- +goose Down
DROP TABLE door;
DROP TABLE session;
DROP TABLE credential;
DROP TABLE token;
DROP TABLE person;
