package account

import (
	"context"

	"throughline/internal/journal"
)

// What the CRM says and we have not decided: open deals that it calls won or lost, and ended
// ones that it has open again.
var (
	proposedOpen = journal.Where[Opportunity](opportunityKind, `phase = 'open' AND crm_state IN ('won', 'lost') AND archived = FALSE
		AND signed_on = '' AND (ae = $2 OR ae = '' AND se = $2) ORDER BY close_on, id LIMIT 50`)
	proposedAgain = journal.Where[Opportunity](opportunityKind, `phase = 'lost' AND crm_state = 'open' AND archived = FALSE
		AND (ae = $2 OR ae = '' AND se = $2) ORDER BY close_on, id LIMIT 50`)
)

// Proposed lists the deals for which the CRM proposes an act to their owner: the account
// executive, or the SE where there is none.
func Proposed(ctx context.Context, r *journal.Reader, person string) ([]Opportunity, error) {
	ended, err := proposedOpen.List(ctx, r, person)
	if err != nil {
		return nil, err
	}
	again, err := proposedAgain.List(ctx, r, person)
	return append(ended, again...), err
}
