package kit

import (
	"io"
	"mime"
	"net/http"
	"strconv"
)

// Send answers with a kept file under the name that people know it by. It is never shown inside
// a page of ours: the browser keeps it as a file.
func (r *Request) Send(hash, name string) error {
	src, err := r.House.Files.In(r.Home.ID).Open(r.Ctx(), hash)
	if err != nil {
		return err
	}
	defer src.Close()
	size, err := src.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if _, err := src.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := r.w.Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "private, no-store")
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	r.w.WriteHeader(http.StatusOK)
	_, err = io.Copy(r.w, src)
	return err
}
