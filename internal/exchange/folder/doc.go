// Package folder is a deal as a folder of plain files that people read, compare and keep in git:
// what stands now of the deal, its people, its kept files; not the journal.
//
// Every kept kind of a deal is carried, driven by what it declares of itself (journal.Kind): a
// kind that is added tomorrow lies in a list of its own without a line here. looks.go says what
// reads better in another form; left.go what stays behind, each with the reason.
//
// Things are called by keys made of what people see (<NWF-12>, <P3>, <anna-keller>), never by
// ids, so that a folder taken in elsewhere gives the same bytes when it is written again. Our
// people are found by their address, accounts and contacts by name and address; whatever lies
// outside of the deal and is not there is kept by its name (Outside). Words of people outside
// leave as words and are sealed again under the keys of where they arrive.
package folder
