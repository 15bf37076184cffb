-- +goose Up
CREATE TABLE search_entry (
	place INTEGER PRIMARY KEY AUTOINCREMENT, workspace TEXT NOT NULL, deal TEXT NOT NULL, kind TEXT NOT NULL, thing TEXT NOT NULL,
	owner TEXT NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, tokens TEXT NOT NULL
);
CREATE UNIQUE INDEX search_entry_thing ON search_entry (workspace, thing, owner);
CREATE INDEX search_entry_deal ON search_entry (workspace, deal, kind);
CREATE INDEX search_entry_owner ON search_entry (workspace, owner) WHERE owner <> '';

CREATE TABLE search_name (
	workspace TEXT NOT NULL, word TEXT NOT NULL, thing TEXT NOT NULL, owner TEXT NOT NULL,
	PRIMARY KEY (workspace, word, thing)
) WITHOUT ROWID;
CREATE INDEX search_name_thing ON search_name (workspace, thing);

-- Tokens come folded and parted by blanks; whatever is not ASCII is a letter here, so the words
-- are exactly ours. Inserting one by one costs a hundred times as much as inserting many, so rows
-- wait until 256 are there; a search reads those that wait beside the index. A row of our own
-- words that goes leaves its words in the index, where they lead to nothing; words kept under a
-- person's key are taken out of it (secure-delete).
CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='search_entry', content_rowid='place', detail=none, columnsize=0, tokenize="ascii tokenchars ':_'");
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

-- +goose StatementBegin
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry WHEN new.place % 256 = 0 BEGIN
	INSERT INTO search_index (rowid, tokens) SELECT place, tokens FROM search_entry WHERE place > new.place - 256 AND place <= new.place ORDER BY place;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER search_entry_dropped AFTER DELETE ON search_entry
WHEN old.owner <> '' AND old.place <= (SELECT seq FROM sqlite_sequence WHERE name = 'search_entry') / 256 * 256 BEGIN
	INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', old.place, old.tokens);
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE search_index;
DROP TABLE search_name;
DROP TABLE search_entry;
