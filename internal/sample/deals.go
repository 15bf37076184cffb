package sample

import (
	"embed"
	"io/fs"

	"throughline/internal/sample/tale"
)

//go:embed deals
var embedded embed.FS

// deals are the eight, each with the state it shows.
var deals = []struct {
	folder string
	shows  string
	tell   func(*tale.Tale)
}{
	{"lumen", "live", lumen},
	{"northwind", "with bad breaks", northwind},
	{"castellan", "won, waiting for the handoff to be accepted", castellan},
	{"orrin", "designed", orrin},
	{"pelican", "lost for a stated gap", pelican},
	{"meridian", "in evaluation", meridian},
	{"tessier", "SE and SA together from the first call", tessier},
	{"gas", "just discovered, an expansion of the live one", gas},
}

// besides are what is told of a deal beside its thread: who else was asked, what was lacking, and
// what was advised.
var besides = map[string]func(*tale.Tale){
	"northwind": func(t *tale.Tale) { northwindAsked(t); northwindAdvised(t); northwindWritten(t) },
	"orrin":     func(t *tale.Tale) { orrinAsked(t); orrinAdvised(t) },
	"lumen":     func(t *tale.Tale) { lumenAsked(t); lumenAdvised(t); lumenWritten(t) },
	"pelican":   pelicanAsked,
	"meridian":  meridianAsked,
	"tessier":   tessierAsked,
	"gas":       gasPlanned,
}

// tell puts every deal's acts into a book.
func tell(b *tale.Book) (map[string]*tale.Tale, error) {
	texts, err := fs.Sub(embedded, "deals")
	if err != nil {
		return nil, err
	}
	told := map[string]*tale.Tale{}
	for _, d := range deals {
		t := b.Tell(texts, d.folder)
		told[d.folder] = t
	}
	for _, d := range deals {
		d.tell(told[d.folder])
		if beside := besides[d.folder]; beside != nil {
			beside(told[d.folder])
		}
	}
	return told, nil
}
