-- +goose Up
CREATE TABLE call (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	title TEXT NOT NULL, kind TEXT NOT NULL, held_at BIGINT NOT NULL, contacts TEXT NOT NULL, people TEXT NOT NULL,
	consent TEXT NOT NULL, consent_by TEXT NOT NULL, consent_at BIGINT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
	form TEXT NOT NULL, segments BIGINT NOT NULL, state TEXT NOT NULL, recorded_by TEXT NOT NULL
);
CREATE INDEX call_deal ON call (workspace, deal);

CREATE TABLE voice (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	call TEXT NOT NULL, label TEXT NOT NULL, contact TEXT NOT NULL, person TEXT NOT NULL, side TEXT NOT NULL,
	proposed BOOLEAN NOT NULL, position BIGINT NOT NULL, segments BIGINT NOT NULL
);
CREATE INDEX voice_deal ON voice (workspace, deal);
CREATE INDEX voice_call ON voice (workspace, call);

CREATE TABLE speech (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	call TEXT NOT NULL, voice TEXT NOT NULL, marks TEXT NOT NULL, words TEXT NOT NULL, held TEXT NOT NULL
);
CREATE INDEX speech_deal ON speech (workspace, deal);
CREATE INDEX speech_call ON speech (workspace, call);

CREATE TABLE candidate (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	call TEXT NOT NULL, voice TEXT NOT NULL, speaker TEXT NOT NULL, confirmed_by TEXT NOT NULL, position BIGINT NOT NULL, mark BIGINT NOT NULL,
	sort TEXT NOT NULL, quote TEXT NOT NULL, statement TEXT NOT NULL, metric TEXT NOT NULL, scale TEXT NOT NULL,
	kind TEXT NOT NULL, priority TEXT NOT NULL, why TEXT NOT NULL, by_hand BOOLEAN NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
	requirement TEXT NOT NULL, fact TEXT NOT NULL, promise TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at BIGINT NOT NULL
);
CREATE INDEX candidate_deal ON candidate (workspace, deal);
CREATE INDEX candidate_call ON candidate (workspace, call, state);

CREATE TABLE fact (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, state TEXT NOT NULL, said_by TEXT NOT NULL,
	call TEXT NOT NULL, position BIGINT NOT NULL, quote TEXT NOT NULL, said_at BIGINT NOT NULL, valid_until TEXT NOT NULL,
	verified_by TEXT NOT NULL, verified_how TEXT NOT NULL, verified_at BIGINT NOT NULL, replaced_by TEXT NOT NULL, question TEXT NOT NULL
);
CREATE INDEX fact_deal ON fact (workspace, deal);

CREATE TABLE qualification (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	element TEXT NOT NULL, sort TEXT NOT NULL, words TEXT NOT NULL, contact TEXT NOT NULL, call TEXT NOT NULL, position BIGINT NOT NULL,
	source TEXT NOT NULL, said_at BIGINT NOT NULL, noted_by TEXT NOT NULL
);
CREATE INDEX qualification_deal ON qualification (workspace, deal);

-- +goose Down
DROP TABLE qualification;
DROP TABLE fact;
DROP TABLE candidate;
DROP TABLE speech;
DROP TABLE voice;
DROP TABLE call;
