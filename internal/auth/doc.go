// Package auth is who someone is and what they may do: people of a workspace, passwords,
// sessions, API tokens, and the one table of roles.
//
// Persons and tokens are journalled things. Passwords (argon2id), sessions and knocks at the
// door are not: they are nobody's history, and a journal never forgets.
package auth
