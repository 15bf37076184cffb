package word

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"

	"throughline/internal/opc"
	"throughline/internal/typeface"
)

// carried are the faces that go with the file.
var carried = []struct {
	family, place string
	face          func() *typeface.Face
}{
	{"IBM Plex Sans", "Regular", typeface.Sans}, {"IBM Plex Sans", "Bold", typeface.Bold}, {"IBM Plex Sans", "Italic", typeface.Italic}, {"IBM Plex Mono", "Regular", typeface.Mono},
}

// fonts writes the table of fonts and the files of those that are carried along.
func (w *writer) fonts() error {
	const table = "word/fontTable.xml"
	embedded := map[string]string{}
	fonts, err := hiddenFonts()
	if err != nil {
		return err
	}
	for i, hidden := range fonts {
		name := fmt.Sprintf("word/fonts/font%d.odttf", i+1)
		w.out.Again(name, "application/vnd.openxmlformats-officedocument.obfuscatedFont", hidden.data)
		id := w.out.Relate(table, "font", name)
		embedded[carried[i].family] += fmt.Sprintf(`<w:embed%s r:id="%s" w:fontKey="%s"/>`, carried[i].place, id, hidden.key)
	}
	font := func(family, generic, pitch string) string {
		return fmt.Sprintf(`<w:font w:name="%s"><w:family w:val="%s"/><w:pitch w:val="%s"/>%s</w:font>`, family, generic, pitch, embedded[family])
	}
	w.out.Add(table, types+"fontTable+xml", opc.XML(`<w:fonts `+names+`>`+font("IBM Plex Sans", "swiss", "variable")+font("IBM Plex Mono", "modern", "fixed")+`</w:fonts>`))
	return nil
}

// hidden is a font as Word wants it: its first 32 bytes are turned by a key (part 4, 'Font
// Embedding'), which keeps nobody from it.
type hidden struct {
	key  string
	data *opc.Packed
}

var hiddenFonts = sync.OnceValues(func() (out []hidden, err error) {
	for _, c := range carried {
		data := c.face().File()
		id := sha256.Sum256(data)
		key := fmt.Sprintf("%X-%X-%X-%X-%X", id[0:4], id[4:6], id[6:8], id[8:10], id[10:16])
		digits := strings.ReplaceAll(key, "-", "")
		for i := range 16 {
			var b byte
			_, _ = fmt.Sscanf(digits[30-2*i:32-2*i], "%02X", &b)
			data[i] ^= b
			data[16+i] ^= b
		}
		packed, err := opc.Pack(data)
		if err != nil {
			return nil, err
		}
		out = append(out, hidden{"{" + key + "}", packed})
	}
	return out, nil
})
