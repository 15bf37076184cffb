// Package team joins the people of a workspace with the deals that ask for them: what the guide
// says of roles (package people) and who is on which deal (package engagement) do not know each
// other and meet here.
package team
