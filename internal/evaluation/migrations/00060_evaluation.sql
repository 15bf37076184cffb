-- +goose Up
CREATE TABLE evaluation (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	title TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, scope TEXT NOT NULL, out_of_scope TEXT NOT NULL,
	decision TEXT NOT NULL, opens_on TEXT NOT NULL, ends_on TEXT NOT NULL, environment TEXT NOT NULL, entry TEXT NOT NULL,
	owner TEXT NOT NULL, agreed_at BIGINT NOT NULL, started_at BIGINT NOT NULL, readout_at BIGINT NOT NULL, closed_at BIGINT NOT NULL,
	outcome TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX evaluation_deal ON evaluation (workspace, deal);
CREATE INDEX evaluation_owner ON evaluation (workspace, owner, state);

CREATE TABLE criterion (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	evaluation TEXT NOT NULL, number BIGINT NOT NULL, requirement TEXT NOT NULL, statement TEXT NOT NULL, measure TEXT NOT NULL,
	method TEXT NOT NULL, weight BIGINT NOT NULL, must BOOLEAN NOT NULL, run_by TEXT NOT NULL, version BIGINT NOT NULL,
	locked_at BIGINT NOT NULL, locked_hash TEXT NOT NULL, counts_from BIGINT NOT NULL, earlier TEXT NOT NULL
);
CREATE INDEX criterion_deal ON criterion (workspace, deal);

CREATE TABLE result (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	criterion TEXT NOT NULL, version BIGINT NOT NULL, value DOUBLE PRECISION NOT NULL, unit TEXT NOT NULL, at BIGINT NOT NULL,
	by_id TEXT NOT NULL, by_name TEXT NOT NULL, side TEXT NOT NULL, note TEXT NOT NULL, passed BOOLEAN NOT NULL,
	evidence TEXT NOT NULL, picked BOOLEAN NOT NULL, recorded_by TEXT NOT NULL
);
CREATE INDEX result_deal ON result (workspace, deal);

CREATE TABLE waiver (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	criterion TEXT NOT NULL, contact TEXT NOT NULL, reason TEXT NOT NULL, until_on TEXT NOT NULL, at BIGINT NOT NULL, withdrawn_at BIGINT NOT NULL
);
CREATE INDEX waiver_deal ON waiver (workspace, deal);

CREATE TABLE ground (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	requirement TEXT NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, place TEXT NOT NULL, on_date TEXT NOT NULL,
	approver TEXT NOT NULL, reason TEXT NOT NULL, at BIGINT NOT NULL, withdrawn_at BIGINT NOT NULL
);
CREATE INDEX ground_deal ON ground (workspace, deal);

CREATE TABLE sign_off (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	contact TEXT NOT NULL, decides BOOLEAN NOT NULL, decision TEXT NOT NULL, proof TEXT NOT NULL, proof_hash TEXT NOT NULL, proof_size BIGINT NOT NULL,
	words TEXT NOT NULL, at BIGINT NOT NULL, items TEXT NOT NULL, recorded_by TEXT NOT NULL, withdrawn_at BIGINT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX sign_off_deal ON sign_off (workspace, deal);

CREATE TABLE outcome (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	sort TEXT NOT NULL, contact TEXT NOT NULL, reason TEXT NOT NULL, words TEXT NOT NULL, at BIGINT NOT NULL,
	recorded_by TEXT NOT NULL, ended_at BIGINT NOT NULL, ended_why TEXT NOT NULL
);
CREATE INDEX outcome_deal ON outcome (workspace, deal);

-- +goose Down
DROP TABLE outcome;
DROP TABLE sign_off;
DROP TABLE ground;
DROP TABLE waiver;
DROP TABLE result;
DROP TABLE criterion;
DROP TABLE evaluation;
