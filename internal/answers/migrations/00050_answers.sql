-- +goose Up
CREATE TABLE answer (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, question TEXT NOT NULL, asked_by TEXT NOT NULL, words TEXT NOT NULL, verdict TEXT NOT NULL,
	version BIGINT NOT NULL, state TEXT NOT NULL, approver TEXT NOT NULL, approved_at BIGINT NOT NULL,
	evidence TEXT NOT NULL, standard BOOLEAN NOT NULL, written_at BIGINT NOT NULL, written_by TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX answer_deal ON answer (workspace, deal);
CREATE INDEX answer_approver ON answer (workspace, approver, state);

-- +goose Down
DROP TABLE answer;
