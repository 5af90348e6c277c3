// Package cli is the command line: every verb turns flags into options, calls
// package campaign and prints what came back. No rule, no workbook and no file
// format is known here; viper is seen in config.go alone, and only render.go
// and the writers it offers print.
//
// A verb is a value (see verb in root.go), so that a menu can offer it without a
// command line.
package cli
