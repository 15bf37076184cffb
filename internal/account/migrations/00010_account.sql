-- +goose Up
CREATE TABLE workspace (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, sample BOOLEAN NOT NULL, zone TEXT NOT NULL,
	holidays TEXT NOT NULL, rates TEXT NOT NULL, settings TEXT NOT NULL
);

CREATE TABLE account (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	name TEXT NOT NULL, name_key TEXT NOT NULL, domain TEXT NOT NULL, industry TEXT NOT NULL, parent TEXT NOT NULL,
	source TEXT NOT NULL, external_id TEXT NOT NULL, merged_into TEXT NOT NULL
);
CREATE INDEX account_key ON account (workspace, name_key);
CREATE INDEX account_external ON account (workspace, external_id);

CREATE TABLE contact (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	account TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, title TEXT NOT NULL, party TEXT NOT NULL,
	source TEXT NOT NULL, external_id TEXT NOT NULL, erased_at BIGINT NOT NULL
);
CREATE INDEX contact_account ON contact (workspace, account);
CREATE INDEX contact_external ON contact (workspace, external_id);

CREATE TABLE opportunity (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	account TEXT NOT NULL, name TEXT NOT NULL, prefix TEXT NOT NULL, type TEXT NOT NULL, begins_from TEXT NOT NULL,
	stage TEXT NOT NULL, crm_state TEXT NOT NULL, phase TEXT NOT NULL, why TEXT NOT NULL, amount TEXT NOT NULL, close_on TEXT NOT NULL,
	signed_on TEXT NOT NULL, go_live_on TEXT NOT NULL, ae TEXT NOT NULL, se TEXT NOT NULL, sa TEXT NOT NULL,
	products TEXT NOT NULL, standard BOOLEAN NOT NULL, next_step TEXT NOT NULL, owner_text TEXT NOT NULL,
	source TEXT NOT NULL, external_id TEXT NOT NULL, archived BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX opportunity_prefix ON opportunity (workspace, prefix);
CREATE INDEX opportunity_account ON opportunity (workspace, account);
CREATE INDEX opportunity_external ON opportunity (workspace, external_id);
CREATE INDEX opportunity_name ON opportunity (workspace, name);
CREATE INDEX opportunity_proposed ON opportunity (workspace, phase, crm_state);

CREATE TABLE stakeholder (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	contact TEXT NOT NULL, role TEXT NOT NULL, decides BOOLEAN NOT NULL, champion BOOLEAN NOT NULL, stance BIGINT NOT NULL
);
CREATE INDEX stakeholder_deal ON stakeholder (workspace, deal);
CREATE INDEX stakeholder_contact ON stakeholder (workspace, contact);

-- +goose Down
DROP TABLE stakeholder;
DROP TABLE opportunity;
DROP TABLE contact;
DROP TABLE account;
DROP TABLE workspace;
