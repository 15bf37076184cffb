-- +goose Up
-- When an act last touched the deal: what a list of recent deals, and 'since I looked', go by.
ALTER TABLE tally ADD COLUMN touched_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX tally_touched ON tally (workspace, touched_at);
CREATE INDEX tally_ae ON tally (workspace, ae);
CREATE INDEX tally_se ON tally (workspace, se);
CREATE INDEX tally_sa ON tally (workspace, sa);

-- Derived: the breaks of a deal, so that an inbox never weaves a thread. Words of people outside
-- are not repeated here.
CREATE TABLE break_line (
	workspace TEXT NOT NULL, deal TEXT NOT NULL, place BIGINT NOT NULL, requirement TEXT NOT NULL, station BIGINT NOT NULL,
	rule TEXT NOT NULL, who TEXT NOT NULL, person TEXT NOT NULL, why TEXT NOT NULL, since TEXT NOT NULL,
	PRIMARY KEY (workspace, deal, place)
);
CREATE INDEX break_line_person ON break_line (workspace, person, since);

-- +goose Down
DROP TABLE break_line;
DROP INDEX tally_sa;
DROP INDEX tally_se;
DROP INDEX tally_ae;
DROP INDEX tally_touched;
ALTER TABLE tally DROP COLUMN touched_at;
