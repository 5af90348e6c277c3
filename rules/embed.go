package rules

import (
	"embed"
	"io/fs"
)

//go:embed all:data
var data embed.FS

//go:embed scaffold
var scaffolds embed.FS // the commented texts that a new local set begins with

// BuiltinLayer is the name of the layer that is part of the program.
const BuiltinLayer = "builtin"

// Layer is one place rules come from: the data in the program, or a folder of
// the office's own with the same arrangement.
type Layer struct {
	Name string // shown wherever a rule of this layer has an effect
	FS   fs.FS

	builtin bool // in the program: a folder of an office may have that name too
}

// Builtin returns the rules released with the program.
func Builtin() Layer {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		panic("rules: the embedded data folder is part of the program: " + err.Error())
	}
	return Layer{Name: BuiltinLayer, FS: sub, builtin: true}
}
