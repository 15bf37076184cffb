-- +goose Up
-- Housekeeping: how far each person has looked.
CREATE TABLE seen (workspace TEXT NOT NULL, person TEXT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (workspace, person));

-- +goose Down
DROP TABLE seen;
