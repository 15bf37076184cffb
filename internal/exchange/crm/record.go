package crm

import "throughline/internal/table"

// Record is one row of an export, read and checked.
type Record struct {
	Line        int          // physical line where the row begins
	Offset      int64        // bytes of text read so far, for progress
	Object      Object       // what the row is about
	Account     Account      // the account, of every object
	Others      []Account    // further accounts of an opportunity: a partner, a subsidiary
	Contacts    []Contact    // the contact itself, or those of an opportunity
	Opportunity *Opportunity // nil in rows about accounts and contacts
}

// Object is what the rows of a file are about.
type Object string

// The objects that are read.
const (
	Opportunities Object = "opportunities"
	Accounts      Object = "accounts"
	Contacts      Object = "contacts"
)

// Account is a customer as the CRM has it. One of ExternalID and Name is given;
// Name is empty where the export joins by id only, as Salesforce's data export does.
type Account struct {
	ExternalID string
	Name       string
	Domain     string // lower case, without www
	Owner      string
	Industry   string
	Country    string
	ParentID   string // the CRM's id of the account it belongs to; never a reason to merge
}

// Contact is a person at an account.
type Contact struct {
	ExternalID string
	Name       string
	Email      string // lower case
	Title      string
	Phone      string
}

// Opportunity is a deal as the CRM has it.
type Opportunity struct {
	ExternalID string
	Name       string
	Type       string // as written
	Kind       Kind   // what Type means, empty if unknown
	Stage      string // as written
	Pipeline   string
	State      State      // open, won or lost
	Phase      Phase      // how far, empty if Stage is unknown
	Amount     *int64     // minor units of Currency; nil is unknown, which is not 0
	Currency   string     // ISO 4217, or the text as written if it is none; empty if not said
	CloseOn    table.Date // zero if unknown
	CreatedOn  table.Date // zero if unknown
	Owner      string
	NextStep   string
	LostReason string
	Products   []string
	ParentID   string // the CRM's id of the opportunity this one begins from
	Repeats    int    // line of an earlier row with the same id, of which this adds a product; else 0
}

// Refusal is a row that was not taken, or a warning about one that was.
type Refusal struct {
	File   string `json:"file"`
	Line   int    `json:"line"` // physical line where the row begins, 0 for the whole file
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
	Rows   int    `json:"rows,omitempty"` // of a warning: how many rows it is about
}

// Dropped is a line of a report's footer.
type Dropped struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}
