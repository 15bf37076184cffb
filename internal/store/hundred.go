package store

import (
	"strconv"
	"strings"
)

// Hundred is how many values one statement over a list asks for at a time.
const Hundred = 100

// Places is "$from, …" for n parameters: the inside of an IN ( … ).
func Places(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("$" + strconv.Itoa(from+i))
	}
	return b.String()
}

// Hundreds hands a list on in hundreds, each filled up with its own last value, so that one
// statement serves lists of any length. An empty list asks nothing.
func Hundreds(list []string, ask func(places []any) error) error {
	for from := 0; from < len(list); from += Hundred {
		places := make([]any, Hundred)
		for i := range places {
			places[i] = list[min(from+i, len(list)-1)]
		}
		if err := ask(places); err != nil {
			return err
		}
	}
	return nil
}
