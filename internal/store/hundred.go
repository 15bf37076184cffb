package store

import (
	"strconv"
	"strings"
)

// Hundred is how many values one statement over a list asks for at a time; Ten where the list is
// mostly short.
const (
	Hundred = 100
	Ten     = 10
)

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
		if err := ask(Filled(list[from:min(from+Hundred, len(list))], Hundred)); err != nil {
			return err
		}
	}
	return nil
}

// Filled is a list that is not empty, filled up to n values with its own last one.
func Filled(list []string, n int) []any {
	places := make([]any, n)
	for i := range places {
		places[i] = list[min(i, len(list)-1)]
	}
	return places
}
