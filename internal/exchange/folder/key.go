package folder

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"throughline/internal/account"
	"throughline/internal/seal"
)

// dealKey names the deal itself.
const dealKey = "deal"

// name gives every thing its key and puts what belongs to another thing below it.
func (g *gathering) name() {
	g.keys[dealKey] = true
	for _, c := range g.kinds {
		for _, t := range g.things[c.Name] {
			t.key = g.free(g.wanted(t))
			if c.under == "" {
				continue
			}
			if f, ok := c.field(c.by); ok {
				if above := g.byID[f.Of(t.value).String()]; above != nil && above.Name == c.under {
					above.below[c.Name] = append(above.below[c.Name], t)
				}
			}
		}
	}
}

func (g *gathering) wanted(t *thing) string {
	if t.head.ID == g.deal {
		delete(g.keys, dealKey)
		return dealKey
	}
	if o, ok := t.value.Interface().(Outside); ok && code.MatchString(o.Called) {
		return o.Called
	}
	if t.carrying.key != "" {
		if f, ok := t.field("number"); ok && f.Type.Kind() == reflect.Int {
			return fmt.Sprintf(g.form(t.carrying), f.Of(t.value).Int())
		}
	}
	if key := slug(t.calling()); key != "" {
		return key
	}
	return slug(t.Name) + "-1"
}

// code is a key as people write it: NWF, NWF-12.
var code = regexp.MustCompile(`^[A-Z][A-Z0-9]*(-[0-9]+)?$`)

// form is how a key with a number is written: the requirements' begins with the deal's prefix.
func (g *gathering) form(c *carrying) string {
	if c.Name == "requirement" {
		for _, d := range g.things["opportunity"] {
			return strings.ReplaceAll(d.value.Interface().(account.Opportunity).Prefix, "%", "") + "-%d"
		}
	}
	return c.key
}

// calling is what people call the thing.
func (t *thing) calling() string {
	f, ok := t.field(t.called)
	if !ok {
		return ""
	}
	v := f.Of(t.value)
	if s, ok := v.Interface().(seal.Text); ok {
		return s.String()
	}
	s := v.String()
	if t.called == "email" {
		s, _, _ = strings.Cut(s, "@")
	}
	return s
}

// free is the wanted key, counted on until nothing else has it.
func (g *gathering) free(want string) string {
	key := want
	base, n := want, 1
	if i := strings.LastIndexByte(want, '-'); i > 0 {
		if _, err := fmt.Sscanf(want[i+1:], "%d", &n); err == nil && !strings.ContainsFunc(want[i+1:], func(r rune) bool { return r < '0' || r > '9' }) {
			base = want[:i]
		}
	}
	for g.keys[key] {
		n++
		key = fmt.Sprintf("%s-%d", base, n)
	}
	g.keys[key] = true
	return key
}

// slug is a text as a short key: small letters, digits and dashes.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r >= 'A' && r <= 'Z':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r):
		default:
			dash = true
		}
		if b.Len() >= 40 {
			break
		}
	}
	return b.String()
}
