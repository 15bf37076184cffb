package kit

import (
	"mime"
	"net/http"
	"strconv"
)

// Give answers with a file that was made for this answer, under its name. Like Send's, it is
// never shown inside a page of ours.
func (r *Request) Give(name string, content []byte) error {
	h := r.w.Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "private, no-store")
	h.Set("Content-Length", strconv.Itoa(len(content)))
	r.w.WriteHeader(http.StatusOK)
	_, err := r.w.Write(content)
	return err
}
