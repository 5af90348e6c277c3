package evaluate

import "strings"

// VietnameseNumber writes a number as people in Vietnam read it: 89,5. A value
// without a finite decimal form is written as a fraction.
func VietnameseNumber(x Num) string { return strings.Replace(x.String(), ".", ",", 1) }
