-- +goose Up
CREATE TABLE calendar_feed (
  id TEXT NOT NULL PRIMARY KEY,
  workspace TEXT NOT NULL,
  deal TEXT NOT NULL,
  revision BIGINT NOT NULL,
  person TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  made_at BIGINT NOT NULL,
  ended_at BIGINT NOT NULL
);
CREATE INDEX calendar_feed_deal ON calendar_feed (workspace, deal);

-- +goose Down
DROP TABLE calendar_feed;
