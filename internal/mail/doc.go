// Package mail writes letters to people and brings them to their mail server.
//
// A Letter is a kept thing: who wrote to whom, in which words, and what became of it. Its words
// and the address are sealed under the key of whoever it goes to. Beside it stands a row of the
// outbox, written in the same act, so nothing leaves before its act is committed: when it is due,
// how often it was tried, and the secret part of a link, which is wiped once the letter is sent.
//
// Post takes due letters out of the outbox. Any number of processes may do so on one database:
// a letter is claimed for a while by whoever changes its row first. A letter may arrive twice when
// a process dies between the server's yes and the note of it, with the same Message-ID; it is
// never lost.
package mail
