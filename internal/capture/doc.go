// Package capture takes what somebody writes or dictates after a call, on any page or on a
// telephone: Take finds the deal by the names in it, keeps the words among the deal's calls, and
// proposes what they hold (package note). A person accepts each proposal or all; accepting does the
// area's own act. Words whose deal cannot be told are kept until somebody says which it is.
package capture
