-- +goose Up
CREATE TABLE requirement (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, statement TEXT NOT NULL, kind TEXT NOT NULL, priority TEXT NOT NULL, measure TEXT NOT NULL,
	grouping_name TEXT NOT NULL, product TEXT NOT NULL, raised_by TEXT NOT NULL, meaning BIGINT NOT NULL, change BOOLEAN NOT NULL,
	withdrawn TEXT NOT NULL, owes TEXT NOT NULL, owes_why TEXT NOT NULL, dates TEXT NOT NULL, bought TEXT NOT NULL,
	feasible TEXT NOT NULL, feasible_by TEXT NOT NULL, feasible_why TEXT NOT NULL, heard_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX requirement_number ON requirement (workspace, deal, number);

CREATE TABLE quote (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	requirement TEXT NOT NULL, from_kind TEXT NOT NULL, from_id TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT NOT NULL,
	mark TEXT NOT NULL, at BIGINT NOT NULL
);
CREATE INDEX quote_deal ON quote (workspace, deal);

CREATE TABLE link (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	from_kind TEXT NOT NULL, from_id TEXT NOT NULL, relation TEXT NOT NULL, to_kind TEXT NOT NULL, to_id TEXT NOT NULL
);
CREATE INDEX link_deal ON link (workspace, deal);
CREATE INDEX link_from ON link (workspace, from_id);
CREATE INDEX link_to ON link (workspace, to_id);

CREATE TABLE promise (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, requirement TEXT NOT NULL, words TEXT NOT NULL, words_hash TEXT NOT NULL, sort TEXT NOT NULL,
	by_person TEXT NOT NULL, to_contact TEXT NOT NULL, where_said TEXT NOT NULL, from_kind TEXT NOT NULL, from_id TEXT NOT NULL,
	said_at BIGINT NOT NULL, due TEXT NOT NULL, contractual TEXT NOT NULL, state TEXT NOT NULL, taken_by TEXT NOT NULL,
	proof TEXT NOT NULL, why TEXT NOT NULL, with_whom TEXT NOT NULL, new_words TEXT NOT NULL, new_due TEXT NOT NULL,
	was_broken BOOLEAN NOT NULL, ended_at BIGINT NOT NULL, surprise BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX promise_number ON promise (workspace, deal, number);

CREATE TABLE question (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	requirement TEXT NOT NULL, about TEXT NOT NULL, words TEXT NOT NULL, asked_by TEXT NOT NULL, asked_of TEXT NOT NULL,
	asked_at BIGINT NOT NULL, answer TEXT NOT NULL, answered_by TEXT NOT NULL, answered_at BIGINT NOT NULL
);
CREATE INDEX question_deal ON question (workspace, deal);
CREATE INDEX question_waiting ON question (workspace, asked_of, answered_at);

-- Derived: computed from the rows above and the areas' by package thread, never journalled.
CREATE TABLE standing (
	requirement TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL,
	states TEXT NOT NULL, owed TEXT NOT NULL, breaks BIGINT NOT NULL
);
CREATE INDEX standing_deal ON standing (workspace, deal);

CREATE TABLE tally (
	deal TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, phase TEXT NOT NULL, archived BOOLEAN NOT NULL,
	ae TEXT NOT NULL, se TEXT NOT NULL, sa TEXT NOT NULL, close_on TEXT NOT NULL,
	known BOOLEAN NOT NULL, minor BIGINT NOT NULL, currency TEXT NOT NULL,
	requirements BIGINT NOT NULL, musts BIGINT NOT NULL, breaks BIGINT NOT NULL, coverage TEXT NOT NULL,
	promises BIGINT NOT NULL, at_risk BIGINT NOT NULL, technical_win TEXT NOT NULL, no_dates BOOLEAN NOT NULL,
	judged_on TEXT NOT NULL, stale_on TEXT NOT NULL
);
CREATE INDEX tally_breaks ON tally (workspace, archived, breaks, deal);
CREATE INDEX tally_stale ON tally (workspace, stale_on);

-- +goose Down
DROP TABLE tally;
DROP TABLE standing;
DROP TABLE question;
DROP TABLE promise;
DROP TABLE link;
DROP TABLE quote;
DROP TABLE requirement;
