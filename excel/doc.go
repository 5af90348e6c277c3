// Package excel turns workbooks into values and values into workbooks:
// templates, reading, marked copies, results, summaries. It is the only package
// that knows excelize. It must not import package rules, nor decide a grade.
//
// One place opens workbooks (Open), rows of data sheets pass through RowReader
// and RowWriter alone, and every function that writes takes an io.Writer: where
// bytes land, and that nothing is written over, is the caller's matter.
package excel
