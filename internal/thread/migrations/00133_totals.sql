-- +goose Up
-- All that the totals of the portfolio read, so that they are summed from the index alone.
CREATE INDEX tally_totals ON tally (workspace, archived, phase, currency, breaks, at_risk, known, minor);

-- +goose Down
DROP INDEX tally_totals;
