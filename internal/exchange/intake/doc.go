// Package intake takes the exports of CRMs in: it finds or makes the account, the contacts and
// the deal of each row, and says what it did.
//
// Identity is the CRM's id, else the exact name (case and blanks apart); for a deal, account
// and name. Names that only look alike are shown as possible duplicates and merged by a person.
// An import writes what is the CRM's (name, amount, stage, close date, owner, type, next step,
// products, account), never what is ours. A deal that is new here comes as the CRM has it, won
// and lost ones with the reason 'from the CRM'. For a deal that is here already, Closed Won and
// Closed Lost only propose: a person signs, or marks it lost.
//
// Rows go in by batches, each one act: a stop in between leaves whole batches, and a second run
// finds them and goes on. A dry run plans the same batches and writes none.
package intake
