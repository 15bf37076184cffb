package kit

import (
	"io"
	"mime"
	"net/http"
)

// Stream answers with a file that is written while it is sent: the browser keeps it as a file.
func (r *Request) Stream(name, kind string, write func(w io.Writer) error) error {
	h := r.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "private, no-store")
	r.w.WriteHeader(http.StatusOK)
	return write(r.w)
}
