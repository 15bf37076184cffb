package tally

// Mine is a table of a statement: columns of the deals of a person ($2) of a workspace ($1) that are
// not archived, each role by its own index. The CASE keeps a planner without statistics from going
// through all deals that are not archived instead; so would an OR over the roles.
func Mine(columns string) string {
	return `(` + as("ae", columns) + ` UNION ` + as("se", columns) + ` UNION ` + as("sa", columns) + `) mine`
}

// Sellers is a table like Mine of the deals that a person is the SE of.
func Sellers(columns string) string { return `(` + as("se", columns) + `) mine` }

// Architects is a table like Mine of the deals that a person builds: as the SA, or as the SE where
// there is none.
func Architects(columns string) string {
	return `(` + as("sa", columns) + ` UNION ` + as("se", columns) + ` AND sa || '' = '') mine`
}

func as(role, columns string) string {
	return `SELECT ` + columns + ` FROM tally WHERE workspace = $1 AND CASE WHEN archived THEN 1 ELSE 0 END = 0 AND ` + role + ` = $2`
}
