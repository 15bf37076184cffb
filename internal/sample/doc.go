// Package sample makes the sample workspace of a first start: one team of a vendor and eight
// deals in different states, told as they were lived over the past months through the acts that
// every user has. All days are counted from the day of the first start.
package sample
