-- +goose Up
CREATE TABLE people_administrator (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL
);
CREATE INDEX people_administrator_deal ON people_administrator (workspace, deal);
CREATE TABLE ladder_standing (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, lead TEXT NOT NULL, steps TEXT NOT NULL
);
CREATE INDEX ladder_standing_deal ON ladder_standing (workspace, deal);
CREATE TABLE assessment (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, lead TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, state TEXT NOT NULL,
	talk TEXT NOT NULL, agreed_self BOOLEAN NOT NULL, agreed_lead BOOLEAN NOT NULL
);
CREATE INDEX assessment_deal ON assessment (workspace, deal);
CREATE INDEX assessment_person ON assessment (workspace, person);
CREATE TABLE assessment_rows (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	assessment TEXT NOT NULL, party TEXT NOT NULL, ratings TEXT NOT NULL
);
CREATE INDEX assessment_rows_deal ON assessment_rows (workspace, deal);
CREATE UNIQUE INDEX assessment_rows_party ON assessment_rows (assessment, party);
CREATE TABLE certificate (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX certificate_deal ON certificate (workspace, deal);
CREATE INDEX certificate_person ON certificate (workspace, person);
CREATE TABLE wish (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, shared BOOLEAN NOT NULL, words TEXT NOT NULL
);
CREATE INDEX wish_deal ON wish (workspace, deal);
CREATE UNIQUE INDEX wish_person ON wish (workspace, person);
CREATE TABLE transition (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, shared BOOLEAN NOT NULL, state TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX transition_deal ON transition (workspace, deal);
CREATE INDEX transition_person ON transition (workspace, person);
CREATE TABLE transition_item (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	transition TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX transition_item_deal ON transition_item (workspace, deal);
CREATE INDEX transition_item_of ON transition_item (workspace, transition);
CREATE TABLE evidence_remark (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	person TEXT NOT NULL, kind TEXT NOT NULL, thing TEXT NOT NULL, hidden BOOLEAN NOT NULL, words TEXT NOT NULL
);
CREATE INDEX evidence_remark_deal ON evidence_remark (workspace, deal);
CREATE UNIQUE INDEX evidence_remark_thing ON evidence_remark (workspace, person, kind, thing);

-- +goose Down
DROP TABLE evidence_remark;
DROP TABLE transition_item;
DROP TABLE transition;
DROP TABLE wish;
DROP TABLE certificate;
DROP TABLE assessment_rows;
DROP TABLE assessment;
DROP TABLE ladder_standing;
DROP TABLE people_administrator;
