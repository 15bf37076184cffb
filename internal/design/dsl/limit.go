package dsl

// What one workspace may ask for. All are far above what people write.
const (
	// MaxBytes is the size of all files of a workspace together.
	MaxBytes = 10 << 20
	// MaxElements is the number of elements, instances included.
	MaxElements = 50_000
	// MaxInclude is how deep files may include files.
	MaxInclude = 16

	maxRelationships = 200_000
	maxViews         = 2_000
	maxNesting       = 100
	maxExpansion     = 10 << 20 // bytes put in for ${…}
	maxWarnings      = 200
	maxName          = 200        // bytes of a name in ${…}
	maxWork          = 20_000_000 // steps over elements and relationships
)

// spend counts work that grows with the square of the text, so that a small
// file cannot keep a machine busy.
func (r *reader) spend(s *statement, steps int) error {
	r.work += int64(steps) + 1
	if r.work > maxWork {
		return s.wrong(0, "the workspace asks for more work than we do for one file from here on; split the model or narrow the expressions")
	}
	return nil
}
