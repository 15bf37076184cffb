-- +goose Up
CREATE TABLE task (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, title TEXT NOT NULL, party TEXT NOT NULL, owner TEXT NOT NULL, start_on TEXT NOT NULL, due_on TEXT NOT NULL,
	state TEXT NOT NULL, done_at BIGINT NOT NULL, depends_on TEXT NOT NULL, tracker TEXT NOT NULL, linked_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX task_number ON task (workspace, deal, number);
CREATE INDEX task_owner ON task (workspace, owner, state, due_on);

CREATE TABLE delivery_check (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, title TEXT NOT NULL, measure TEXT NOT NULL, method TEXT NOT NULL, who TEXT NOT NULL, withdrawn TEXT NOT NULL,
	made_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX delivery_check_number ON delivery_check (workspace, deal, number);
CREATE INDEX delivery_check_who ON delivery_check (workspace, who);

CREATE TABLE check_result (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	check_id TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, passed BOOLEAN NOT NULL, at BIGINT NOT NULL, by_whom TEXT NOT NULL,
	note TEXT NOT NULL, evidence TEXT NOT NULL
);
CREATE INDEX check_result_deal ON check_result (workspace, deal);
CREATE INDEX check_result_check ON check_result (workspace, check_id);

CREATE TABLE gate (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, due_on TEXT NOT NULL, criteria TEXT NOT NULL, signatures TEXT NOT NULL
);
CREATE INDEX gate_deal ON gate (workspace, deal);

CREATE TABLE go_live (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	outcome TEXT NOT NULL, at BIGINT NOT NULL, persons TEXT NOT NULL, contacts TEXT NOT NULL, evidence TEXT NOT NULL,
	requirements TEXT NOT NULL, promises TEXT NOT NULL, left_out TEXT NOT NULL, overrides TEXT NOT NULL, conditions TEXT NOT NULL,
	hypercare_until TEXT NOT NULL, withdrawn TEXT NOT NULL
);
CREATE INDEX go_live_deal ON go_live (workspace, deal);

-- +goose Down
DROP TABLE go_live;
DROP TABLE gate;
DROP TABLE check_result;
DROP TABLE delivery_check;
DROP TABLE task;
