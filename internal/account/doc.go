// Package account holds who we sell to and what we sell them: workspace, account, contact,
// opportunity (a deal in the interface) and stakeholder (a contact's role in a deal).
//
// It knows no requirement. Accounts and contacts belong to the whole workspace (their Deal
// is empty); an opportunity is the row its deal is named after (its Deal is its own id).
package account
