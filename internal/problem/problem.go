// Package problem holds the kinds of error a person can meet. Every other error is
// internal: its cause is logged and the person sees an id.
//
// Each problem says where, what, and what to do. Faces read the status from the kind;
// nothing reads a kind back from a status.
package problem

import (
	"errors"
	"fmt"
	"strings"
)

// Kind is what went wrong, as far as a face must know to answer.
type Kind string

// The eight kinds, and Internal for everything else.
const (
	Invalid   Kind = "invalid"    // cannot be read or breaks a field's rule
	SignedOut Kind = "signed-out" // no valid identity
	Forbidden Kind = "forbidden"  // may see it, may not do this
	Missing   Kind = "missing"    // not there, or not theirs to know of
	Stale     Kind = "stale"      // changed since it was read
	Refused   Kind = "refused"    // the thing's state says no
	Busy      Kind = "busy"       // a limit or a lock
	Upstream  Kind = "upstream"   // something outside failed
	Internal  Kind = "internal"
)

// Field is one field's fault.
type Field struct {
	Name string `json:"name"` // as the form and the API name it
	What string `json:"what"` // what is wrong and what to do
}

// Error is a problem a person can act on.
type Error struct {
	Kind   Kind
	What   string  // one sentence: where, what, what to do
	Fields []Field // for Invalid: the faults, field by field
	// Base, Theirs and Yours are for Stale: the row as it was read, as it stands,
	// and as it would have been written. Each is the row's public form.
	Base, Theirs, Yours any
	Cause               error // for the log only
}

func (e *Error) Error() string {
	parts := []string{e.What}
	for _, f := range e.Fields {
		parts = append(parts, f.Name+": "+f.What)
	}
	return strings.TrimPrefix(strings.Join(parts, "; "), "; ")
}

// Unwrap gives the cause, for errors.Is and the log.
func (e *Error) Unwrap() error { return e.Cause }

// New makes a problem of the kind from a format.
func New(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, What: fmt.Sprintf(format, args...)}
}

// Refuse says the thing's state does not allow the act.
func Refuse(format string, args ...any) *Error { return New(Refused, format, args...) }

// NotFound says a thing of that kind is not there, or not in this workspace.
func NotFound(kind, id string) *Error {
	return New(Missing, "There is no %s %q here.", kind, id)
}

// Of gives the kind of any error; Internal when it is not a problem.
func Of(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// As gives the problem inside an error, or nil.
func As(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}
