// Package calendar is what a person's deals have on which day, from every area, as a feed that
// their own calendar reads: calls, demos, evaluations, promises and go-lives.
//
// A feed has an address that holds a token: whoever has the address reads it, without signing
// in, for calendars cannot. Only the token's hash is kept; making an address anew ends the one
// before. A feed holds titles and days, and no words of people outside.
package calendar
