-- +goose Up
-- Housekeeping: written beside the journal.
CREATE TABLE import_turn (workspace TEXT NOT NULL PRIMARY KEY, taken BIGINT NOT NULL);

-- What people said of a kind of file, by the names of its columns.
CREATE TABLE mapping (
	workspace TEXT NOT NULL, form TEXT NOT NULL, map TEXT NOT NULL, kept_at BIGINT NOT NULL,
	PRIMARY KEY (workspace, form)
);

-- How far an import has come: files kept for it, what was found, what was done.
CREATE TABLE import_run (
	workspace TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, state TEXT NOT NULL, files TEXT NOT NULL,
	report TEXT NOT NULL, fault TEXT NOT NULL, strict BOOLEAN NOT NULL, done BIGINT NOT NULL, total BIGINT NOT NULL,
	begun_at BIGINT NOT NULL, heard_at BIGINT NOT NULL,
	PRIMARY KEY (workspace, id)
);

-- +goose Down
DROP TABLE import_run;
DROP TABLE mapping;
DROP TABLE import_turn;
