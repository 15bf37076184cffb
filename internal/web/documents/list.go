package documents

import (
	"throughline/internal/content"
	"throughline/internal/documents"
	"throughline/internal/web/kit"
)

// all makes every document of the deal, as it stands.
func all(r *kit.Request) ([]content.Document, error) {
	t, err := r.House.Thread(r.Ctx(), r.Reader, r.Deal.ID, r.Today())
	if err != nil {
		return nil, err
	}
	return documents.Of(r.Ctx(), r.House, r.Reader, &t)
}

func list(r *kit.Request) error {
	shell, err := r.DealShell("Documents", "Documents")
	if err != nil {
		return err
	}
	docs, err := all(r)
	if err != nil {
		return err
	}
	return r.Draw(listPage(shell, r, docs))
}
