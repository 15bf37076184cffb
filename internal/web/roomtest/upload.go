package roomtest

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
)

// Upload posts a form that carries one file, and gives where it led to, for a redirect.
func (v *Visitor) Upload(path string, form url.Values, field, name, content string) (status int, body, to string) {
	v.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for key, values := range form {
		for _, x := range values {
			if err := m.WriteField(key, x); err != nil {
				v.t.Fatal(err)
			}
		}
	}
	part, err := m.CreateFormFile(field, name)
	if err != nil {
		v.t.Fatal(err)
	}
	if _, err := part.Write([]byte(content)); err != nil {
		v.t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		v.t.Fatal(err)
	}
	return v.read(v.send(http.MethodPost, v.base+path, m.FormDataContentType(), &b))
}

// Fetch asks for a file and gives its head too.
func (v *Visitor) Fetch(path string) (status int, body string, head http.Header) {
	v.t.Helper()
	res, err := v.send(http.MethodGet, v.base+path, "", nil)
	if err != nil {
		v.t.Fatal(err)
	}
	head = res.Header
	status, body, _ = v.read(res, nil)
	return status, body, head
}

// Sent is how many bytes of a page go over the wire, packed as a browser asks for it.
func (v *Visitor) Sent(path string) int {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.t.Context(), http.MethodGet, v.base+path, nil)
	if err != nil {
		v.t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", "gzip") // asked for by hand, it is not unpacked again
	res, err := v.web.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer res.Body.Close()
	n, err := io.Copy(io.Discard, res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		v.t.Fatalf("%s: %d, %v", path, res.StatusCode, err)
	}
	return int(n)
}
