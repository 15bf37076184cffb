-- +goose Up
-- A deal is read as the one opportunity of itself, with everything else that belongs to it.
CREATE INDEX opportunity_deal ON opportunity (workspace, deal);

-- +goose Down
DROP INDEX opportunity_deal;
