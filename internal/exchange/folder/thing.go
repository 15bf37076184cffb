package folder

import (
	"fmt"
	"reflect"

	"throughline/internal/exchange/folder/plain"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// decode makes the thing of a record. Whose its words are is said once its id is known.
func (t *taking) decode(rec *record) {
	rec.thing, rec.value = rec.Make()
	head := rec.thing.Head()
	head.ID = rec.id
	if !shared[rec.Name] {
		head.Deal = t.deal
	}
	for _, f := range rec.fields {
		v := f.Of(rec.value)
		n := rec.node.Field(f.name)
		switch {
		case !rec.written(f):
			t.unwritten(rec, f, v)
		case f.name == rec.look.body && rec.body != "":
			if n != nil {
				t.fault(rec.file, n.Line, "Names "+f.name+", which stands as the text below the fields. Keep one of the two.")
			}
			t.set(rec.file, &plain.Node{Line: rec.bodyLine, Text: rec.body, Quoted: true}, v)
		default:
			t.set(rec.file, n, v)
		}
		if n != nil && journal.Kinds()[f.name] != nil && v.Kind() == reflect.String {
			if key, ok := n.Named(); ok {
				t.named(rec.file, n.Line, key, f.name, "outside")
			}
		}
	}
	t.need(rec)
	if rec.id != "" {
		t.own(rec)
	}
}

// unwritten sets a field that no file has.
func (t *taking) unwritten(rec *record, f field, v reflect.Value) {
	switch {
	case f.name == rec.by && rec.above != nil:
		v.SetString(rec.above.id)
	case rec.look.key != "" && f.name == "number":
		form := rec.look.key
		if rec.Name == "requirement" {
			form = t.prefix + "-%d"
		}
		var n int64
		if _, err := fmt.Sscanf(rec.key, form, &n); err != nil || n < 1 || fmt.Sprintf(form, n) != rec.key {
			t.fault(rec.file, rec.line, fmt.Sprintf("Has the id %q. A %s's is such as %s.", rec.key, rec.Name, fmt.Sprintf(form, 1)))
		}
		v.SetInt(n)
	default:
		blank(v)
	}
}

func (t *taking) need(rec *record) {
	for _, name := range needed[rec.Name] {
		f, _ := rec.field(name)
		if v := f.Of(rec.value); v.IsZero() {
			t.fault(rec.file, rec.line, fmt.Sprintf("Has no %s, and a %s needs one.", name, rec.Name))
		}
	}
}

// own puts sealed words under their owner, and notes whose are gone.
func (t *taking) own(rec *record) {
	said := rec.node.Field(ownerField)
	for _, f := range rec.fields {
		if !f.Sealed {
			continue
		}
		v := f.Of(rec.value).Addr().Interface().(*seal.Text)
		owner := rec.id
		n := said
		if said != nil && said.Sort == plain.Fields {
			n = said.Field(f.name)
		}
		if n != nil {
			if owner = t.textOf(rec.file, n); owner == n.Text {
				t.fault(rec.file, n.Line, "Says no one's words. Write the id of the one who said them, such as <anna-keller>.")
			}
		}
		if v.String() == seal.Erased {
			t.erased[owner] = true
		}
		*v = seal.New(owner, v.String())
	}
}

// twice refuses numbers that two things of a kind share.
func (t *taking) twice() {
	for _, c := range t.kinds {
		f, ok := c.field("number")
		if !ok || f.Type.Kind() != reflect.Int || c.look.key != "" {
			continue
		}
		first := map[string]*record{}
		for _, rec := range t.records[c.Name] {
			above := ""
			if rec.above != nil {
				above = rec.above.id
			}
			number := fmt.Sprint(above, " ", f.Of(rec.value).Int())
			if have := first[number]; have != nil {
				t.fault(rec.file, rec.line, fmt.Sprintf("Has the number %d, which line %d has too. Give it another.", f.Of(rec.value).Int(), have.line))
			}
			first[number] = rec
		}
	}
}
