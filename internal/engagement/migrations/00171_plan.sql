-- +goose Up
ALTER TABLE sa_request ADD COLUMN language TEXT NOT NULL DEFAULT '';
CREATE TABLE staffing_plan (
	id TEXT NOT NULL PRIMARY KEY, workspace TEXT NOT NULL, deal TEXT NOT NULL, revision BIGINT NOT NULL,
	planner TEXT NOT NULL, kept_at BIGINT NOT NULL, stands TEXT NOT NULL, fixed TEXT NOT NULL
);
CREATE INDEX staffing_plan_deal ON staffing_plan (workspace, deal);
CREATE UNIQUE INDEX staffing_plan_planner ON staffing_plan (workspace, planner);

-- +goose Down
DROP TABLE staffing_plan;
ALTER TABLE sa_request DROP COLUMN language;
