package evaluate

type node interface{}
type bar struct{}
type rung struct{}
type order struct{}
type capRule struct{}
