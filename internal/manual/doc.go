// Package manual is what the customer's engineers build, configure and run by: the blueprint of their
// environment, the configuration guide and the runbook. A chapter is made from what the deal holds
// (facts, nodes, interfaces, concerns, decisions, checks, tasks), written by a person, or both; what
// is to be written and is not stands at the end of the document, named.
//
// The acts, and who may do them (package auth: Build):
//
//	manual.write    Write
package manual
