-- +goose Up
CREATE TABLE handoff (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	receiver TEXT NOT NULL, signed_on TEXT NOT NULL, signed_by TEXT NOT NULL, frozen_at BIGINT NOT NULL, frozen_act TEXT NOT NULL,
	state TEXT NOT NULL, completed_at BIGINT NOT NULL, withdrawn TEXT NOT NULL
);
CREATE INDEX handoff_deal ON handoff (workspace, deal);
CREATE INDEX handoff_state ON handoff (workspace, state);
CREATE INDEX handoff_receiver ON handoff (workspace, receiver);

CREATE TABLE handoff_item (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	handoff TEXT NOT NULL, kind TEXT NOT NULL, thing TEXT NOT NULL, words TEXT NOT NULL, state TEXT NOT NULL, condition_words TEXT NOT NULL,
	reason TEXT NOT NULL, question TEXT NOT NULL, by_whom TEXT NOT NULL, at BIGINT NOT NULL, self BOOLEAN NOT NULL, times_returned BIGINT NOT NULL,
	after_freeze BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX handoff_item_thing ON handoff_item (workspace, handoff, thing);
CREATE INDEX handoff_item_deal ON handoff_item (workspace, deal);

-- +goose Down
DROP TABLE handoff_item;
DROP TABLE handoff;
