package kit

import (
	"mime"
	"net/http"

	"throughline/internal/listing"
	"throughline/internal/web/look"
)

// Takes says as which file a list was asked for, if it was.
func (r *Request) Takes() (listing.Form, bool) {
	form, asked := listing.Forms[r.URL.Query().Get("as")]
	return form, asked
}

// Take answers with a list as a file.
func (r *Request) Take(l listing.List, form listing.Form) error {
	file, err := form.Write(l)
	if err != nil {
		return err
	}
	h := r.w.Header()
	h.Set("Content-Type", form.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": l.Name + "." + form.Ending}))
	h.Set("Cache-Control", "private, no-store")
	r.w.WriteHeader(http.StatusOK)
	_, err = r.w.Write(file)
	return err
}

// TakeList are the buttons of a list of the deal that is shown whole: what the API lists under
// its name.
func (r *Request) TakeList(list string) []look.Act {
	return look.Address{Path: "/api" + r.DealPath(list)}.Take(list)
}
