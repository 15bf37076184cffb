package settings

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// issue makes an API token and shows its text, which is not kept and not shown again.
func issue(r *kit.Request) error {
	var in struct {
		Name    string     `json:"name"`
		Expires clock.Date `json:"expires_on"`
	}
	if err := r.Decode(&in); err != nil {
		return err
	}
	var text string
	if err := r.Act("token.issue", func(ctx context.Context, tx *journal.Tx) (err error) {
		_, text, err = auth.Issue(ctx, tx, in.Name, in.Expires)
		return err
	}); err != nil {
		return err
	}
	return draw(r, &view{issued: text})
}

// revoke ends a token.
func revoke(r *kit.Request) error {
	if err := r.Act("token.revoke", func(ctx context.Context, tx *journal.Tx) error {
		return auth.Revoke(ctx, tx, r.PathValue("id"))
	}); err != nil {
		return err
	}
	return r.Done("/settings")
}
