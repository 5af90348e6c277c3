package excel

import "time"

// Closure says that the campaign is locked and its figures stay.
type Closure struct {
	At time.Time
	// Despite tells that it was locked while something waited; its figures are
	// then never called final.
	Despite bool
	// Regraded counts the subjects graded anew since, whose new grade counts.
	Regraded int
}
