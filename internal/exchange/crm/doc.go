// Package crm says what the exports of CRMs mean: which column is the account,
// which stage is a win, which number is money. It knows Salesforce, HubSpot and
// Pipedrive by the names of their columns, and any other by a [Map]. It turns a
// file into a stream of records and keeps apart what it refused and why. It
// stores nothing and decides nothing about accounts that look alike: it shows them.
package crm
