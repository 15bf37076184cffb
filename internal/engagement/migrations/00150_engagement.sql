-- +goose Up
CREATE TABLE engagement (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	facts TEXT NOT NULL, mode TEXT NOT NULL, why TEXT NOT NULL, chosen_by TEXT NOT NULL
);
CREATE TABLE engagement_company (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	policy TEXT NOT NULL, rules TEXT NOT NULL
);
CREATE INDEX engagement_company_deal ON engagement_company (workspace, deal);
CREATE INDEX engagement_deal ON engagement (workspace, deal);
CREATE TABLE sa_request (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	number BIGINT NOT NULL, requirement TEXT NOT NULL, question TEXT NOT NULL, workstream TEXT NOT NULL, reason TEXT NOT NULL,
	hours BIGINT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, zone TEXT NOT NULL, state TEXT NOT NULL,
	asked_by TEXT NOT NULL, asked_at BIGINT NOT NULL, person TEXT NOT NULL, answer TEXT NOT NULL,
	decided_by TEXT NOT NULL, decided_at BIGINT NOT NULL
);
CREATE INDEX sa_request_deal ON sa_request (workspace, deal);
CREATE INDEX sa_request_state ON sa_request (workspace, state, asked_at);
CREATE INDEX sa_request_person ON sa_request (workspace, person, state);

-- +goose Down
DROP TABLE sa_request;
DROP TABLE engagement_company;
DROP TABLE engagement;
