package assets

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:embed dist
var dist embed.FS

// prefix is where Handler is mounted.
const prefix = "/assets/"

// file is one asset as it is sent.
type file struct {
	plain   []byte
	gzipped []byte // nil where compression gains nothing, as with woff2
	kind    string // content type
	etag    string
}

// shelf knows every asset under the name a page uses and the name a browser uses.
type shelf struct {
	urls  map[string]string
	files map[string]file
}

// stock reads and compresses everything once, at the first call.
var stock = sync.OnceValue(func() shelf {
	s := shelf{urls: map[string]string{}, files: map[string]file{}}
	entries, err := fs.ReadDir(dist, "dist")
	if err != nil {
		panic("assets: the embedded folder dist cannot be read: " + err.Error())
	}
	for _, e := range entries {
		content, err := dist.ReadFile("dist/" + e.Name())
		if err != nil {
			panic("assets: " + e.Name() + " cannot be read: " + err.Error())
		}
		s.add(e.Name(), content)
	}
	return s
})

// add puts one file on the shelf. A font comes from the bundler with its hash in
// the name, because the stylesheet names it; the others get theirs here.
func (s *shelf) add(name string, content []byte) {
	sum := sha256.Sum256(content)
	hash := hex.EncodeToString(sum[:6])
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	plain, served := name, stem+"-"+hash+ext
	if ext == ".woff2" {
		served = name
		if cut := strings.LastIndexByte(stem, '-'); cut > 0 {
			plain = stem[:cut] + ext
		}
	}
	f := file{plain: content, kind: kindOf(ext), etag: `"` + hash + `"`}
	if ext != ".woff2" {
		f.gzipped = squeeze(content)
	}
	s.urls[plain] = prefix + served
	s.files[served] = f
}

// URL gives the address of an asset by its plain name, such as "app.css" or
// "ibm-plex-sans-latin-400-normal.woff2". It panics for a name that does not
// exist: that is a fault in a page's code, seen in its first test.
func URL(name string) string {
	u, ok := stock().urls[name]
	if !ok {
		panic("assets: there is no asset named " + name)
	}
	return u
}

// Content gives the bytes of an asset by its plain name, for an address that is not one of assets.
func Content(name string) []byte { return stock().files[strings.TrimPrefix(URL(name), prefix)].plain }

// Size gives the bytes of an asset by its plain name, uncompressed and as sent
// with gzip (equal where it is not compressed).
func Size(name string) (plain, sent int) {
	f := stock().files[strings.TrimPrefix(URL(name), prefix)]
	if f.gzipped == nil {
		return len(f.plain), len(f.plain)
	}
	return len(f.plain), len(f.gzipped)
}

func kindOf(ext string) string {
	switch ext {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	case ".svg":
		return "image/svg+xml"
	}
	return "application/octet-stream"
}

func squeeze(content []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic("assets: gzip: " + err.Error())
	}
	if _, err := w.Write(content); err != nil {
		panic("assets: gzip: " + err.Error())
	}
	if err := w.Close(); err != nil {
		panic("assets: gzip: " + err.Error())
	}
	return b.Bytes()
}
