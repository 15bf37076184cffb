-- +goose Up
CREATE TABLE search_entry (
	place BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, kind TEXT NOT NULL, thing TEXT NOT NULL,
	owner TEXT NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, tokens TEXT NOT NULL,
	words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED
);
CREATE UNIQUE INDEX search_entry_thing ON search_entry (workspace, thing, owner);
CREATE INDEX search_entry_deal ON search_entry (workspace, deal, kind);
CREATE INDEX search_entry_owner ON search_entry (workspace, owner) WHERE owner <> '';
CREATE INDEX search_entry_words ON search_entry USING GIN (words);

CREATE TABLE search_name (
	workspace TEXT NOT NULL, word TEXT COLLATE "C" NOT NULL, thing TEXT NOT NULL, owner TEXT NOT NULL,
	PRIMARY KEY (workspace, word, thing)
);
CREATE INDEX search_name_thing ON search_name (workspace, thing);

-- +goose Down
DROP TABLE search_name;
DROP TABLE search_entry;
