-- +goose Up
CREATE TABLE element (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	path TEXT NOT NULL, origin TEXT NOT NULL, identifier TEXT NOT NULL, place BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
	description TEXT NOT NULL, technology TEXT NOT NULL, parent TEXT NOT NULL, instance_of TEXT NOT NULL, environment TEXT NOT NULL,
	tags TEXT NOT NULL, grouping_name TEXT NOT NULL, external BOOLEAN NOT NULL, owner TEXT NOT NULL, url TEXT NOT NULL, more TEXT NOT NULL,
	changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL
);
CREATE INDEX element_deal ON element (workspace, deal);

CREATE TABLE relationship (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	origin TEXT NOT NULL, place BIGINT NOT NULL, from_element TEXT NOT NULL, to_element TEXT NOT NULL, description TEXT NOT NULL,
	technology TEXT NOT NULL, owner TEXT NOT NULL, tags TEXT NOT NULL, more TEXT NOT NULL
);
CREATE INDEX relationship_deal ON relationship (workspace, deal);

CREATE TABLE design_view (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	kind TEXT NOT NULL, scope TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX design_view_deal ON design_view (workspace, deal);

CREATE TABLE design_position (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	view_id TEXT NOT NULL, element TEXT NOT NULL, x BIGINT NOT NULL, y BIGINT NOT NULL
);
CREATE INDEX design_position_deal ON design_position (workspace, deal);

CREATE TABLE design_text (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, hash TEXT NOT NULL, separator TEXT NOT NULL, stores TEXT NOT NULL, bundle TEXT NOT NULL, read_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX design_text_deal ON design_text (workspace, deal);

CREATE TABLE decision (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, dated TEXT NOT NULL, makers TEXT NOT NULL, context TEXT NOT NULL,
	drivers TEXT NOT NULL, options TEXT NOT NULL, outcome TEXT NOT NULL, consequences TEXT NOT NULL, confirmation TEXT NOT NULL,
	superseded_by TEXT NOT NULL, changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL
);
CREATE UNIQUE INDEX decision_number ON decision (workspace, deal, number);
CREATE INDEX decision_waiting ON decision (workspace, status, dated);

CREATE TABLE elsewhere (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	title TEXT NOT NULL, url TEXT NOT NULL, file TEXT NOT NULL, section TEXT NOT NULL, tool TEXT NOT NULL,
	approver TEXT NOT NULL, approved_on TEXT NOT NULL, withdrawn TEXT NOT NULL, made_at BIGINT NOT NULL, made_by TEXT NOT NULL
);
CREATE INDEX elsewhere_deal ON elsewhere (workspace, deal);

CREATE TABLE design_version (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, source_hash TEXT NOT NULL, model_hash TEXT NOT NULL,
	frozen TEXT NOT NULL, approvers TEXT NOT NULL, approvals TEXT NOT NULL, findings BIGINT NOT NULL, asked_by TEXT NOT NULL,
	asked_at BIGINT NOT NULL, approved_at BIGINT NOT NULL, withdrawn TEXT NOT NULL
);
CREATE UNIQUE INDEX design_version_number ON design_version (workspace, deal, number);
CREATE INDEX design_version_waiting ON design_version (workspace, state);

CREATE TABLE review_note (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	about_kind TEXT NOT NULL, about TEXT NOT NULL, words TEXT NOT NULL, said_by TEXT NOT NULL, said_at BIGINT NOT NULL,
	resolved_by TEXT NOT NULL, resolved_at BIGINT NOT NULL
);
CREATE INDEX review_note_deal ON review_note (workspace, deal);

-- +goose Down
DROP TABLE review_note;
DROP TABLE design_version;
DROP TABLE elsewhere;
DROP TABLE decision;
DROP TABLE design_text;
DROP TABLE design_position;
DROP TABLE design_view;
DROP TABLE relationship;
DROP TABLE element;
