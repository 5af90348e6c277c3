package excel

import (
	"io"
	"testing"
)

func TestWriteResult(t *testing.T) {
	spec := sampleResult(t, 40)
	path, _ := written(t, "result", func(w io.Writer) error { return WriteResult(w, spec) })
	golden(t, "result", path)
}
