-- +goose Up
-- Notes taken after a call: those whose deal is not known yet, and what each proposes in its deal.
CREATE TABLE captured_note (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	words TEXT NOT NULL, by_person TEXT NOT NULL, at BIGINT NOT NULL, fits TEXT NOT NULL
);
CREATE INDEX captured_note_deal ON captured_note (workspace, deal);
CREATE INDEX captured_note_by ON captured_note (workspace, by_person, at);
CREATE TABLE captured_proposal (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	call TEXT NOT NULL, voice TEXT NOT NULL, position BIGINT NOT NULL, sort TEXT NOT NULL, quote TEXT NOT NULL, statement TEXT NOT NULL,
	kind TEXT NOT NULL, priority TEXT NOT NULL, metric TEXT NOT NULL, scale TEXT NOT NULL, who TEXT NOT NULL, mark BIGINT NOT NULL,
	due TEXT NOT NULL, segment TEXT NOT NULL, why TEXT NOT NULL, state TEXT NOT NULL, became_kind TEXT NOT NULL, became TEXT NOT NULL,
	decided_by TEXT NOT NULL, decided_at BIGINT NOT NULL
);
CREATE INDEX captured_proposal_deal ON captured_proposal (workspace, deal);
CREATE INDEX captured_proposal_state ON captured_proposal (workspace, state);
CREATE INDEX captured_proposal_call ON captured_proposal (workspace, call, position);

-- +goose Down
DROP TABLE captured_proposal;
DROP TABLE captured_note;
