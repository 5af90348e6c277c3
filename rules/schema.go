package rules

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
)

// JSON Schema (draft 7, which editors know best) of the six kinds of rule
// files, written from the tables of keys that the decoder itself uses. Editors
// complete and check with it while a regulation is being typed; `rules check`
// remains the judge, because a schema knows no ids, numbers or laws.

// SchemaNames lists the kinds of rule files: the name of each one's schema.
func SchemaNames() []string { return []string{"set", "sheet", "facts", "form", "paper", "cases"} }

// FileSchema is the JSON Schema of one kind of rule file, nil for a name that
// SchemaNames does not list.
func FileSchema(name string) []byte {
	if !slices.Contains(SchemaNames(), name) {
		return nil
	}
	w := schemaWriter{tables: map[string]table{}, definitions: object{}}
	for _, t := range tables() {
		w.tables[t.id] = t
	}
	root := w.table(w.tables[name])
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["$comment"] = schemaMark + " from the keys the program reads; do not edit."
	root["title"] = w.tables[name].help
	root["definitions"] = w.definitions
	out, err := json.MarshalIndent(root, "", " ")
	if err != nil {
		panic("rules: a schema is made of texts and lists: " + err.Error())
	}
	return append(out, '\n')
}

type object = map[string]any

// schemaWriter collects the definitions that a file's mappings refer to.
type schemaWriter struct {
	tables      map[string]table
	definitions object
}

// table describes a mapping.
func (w *schemaWriter) table(t table) object {
	properties, partners := object{}, object{}
	var required []string
	for _, k := range t.keys {
		p := w.value(k.value)
		p["description"] = k.help
		properties[k.name] = p
		if k.must {
			required = append(required, k.name)
		}
		if with := t.calls[k.name]; with != nil {
			partners[k.name] = with
		}
		if t.companions != nil {
			if with := t.companions(k.name); with != nil {
				partners[k.name] = object{"anyOf": eachRequired(with)}
			}
		}
	}
	out := object{"type": "object", "description": t.help, "additionalProperties": false, "properties": properties}
	if required != nil {
		out["required"] = required
	}
	if len(partners) > 0 {
		out["dependencies"] = partners
	}
	if t.least > 0 {
		out["minProperties"] = t.least
	}
	if t.most > 0 {
		out["maxProperties"] = t.most
	}
	if t.oneOf != nil {
		out["oneOf"] = eachRequired(t.oneOf)
	}
	if t.withoutParent != nil {
		out["if"] = object{"not": object{"required": []string{"extends"}}}
		out["then"] = object{"required": t.withoutParent}
	}
	if t.here != nil {
		out["allOf"] = hereOrInEach(t)
	}
	return out
}

// hereOrInEach demands each key of here in the mapping or in all elements of
// its list.
func hereOrInEach(t table) []object {
	var out []object
	for _, k := range t.here {
		required := object{"required": []string{k}}
		out = append(out, object{"anyOf": []object{required, {"properties": object{t.eachOf: object{"items": required}}}}})
	}
	return out
}

func eachRequired(keys []string) []object {
	var out []object
	for _, k := range keys {
		out = append(out, object{"required": []string{k}})
	}
	return out
}

// define makes sure that a table is among the definitions.
func (w *schemaWriter) define(id string) {
	if _, done := w.definitions[id]; !done {
		w.definitions[id] = nil // a table may refer to itself
		w.definitions[id] = w.table(w.tables[id])
	}
}

// Texts are read as they stand, whatever type an editor takes them for.
func scalarTypes(more ...string) []string {
	return append([]string{"string", "number", "boolean"}, more...)
}

// value describes how a value is written.
func (w *schemaWriter) value(v value) object {
	switch v.writing {
	case writtenMaybe:
		return object{"type": scalarTypes("null")}
	case writtenNumber:
		return object{"type": []string{"number", "string"}, "pattern": `^\s*[-+]?[0-9]+([.][0-9]+)?\s*%?\s*$`}
	case writtenWhole:
		return object{"type": []string{"integer", "string"}, "pattern": `^[0-9]+$`, "minimum": 0}
	case writtenDay:
		return object{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
	case writtenPeriod:
		return object{"type": []string{"integer", "string"}, "pattern": `^[0-9]{4}(-(Q[1-4]|[0-9]{2}|[0-9]{4}))?$`}
	case writtenCode:
		return object{"enum": codeValues(v.codes)}
	case writtenList:
		return object{"type": "array", "items": w.value(v.parts[0])}
	case writtenTable:
		w.define(v.table)
		return object{"allOf": []object{{"$ref": "#/definitions/" + v.table}}} // beside a bare $ref the description would be lost
	case writtenNamed:
		return object{"type": "object", "additionalProperties": w.value(v.parts[0])}
	case writtenEither:
		var parts []object
		for _, p := range v.parts {
			parts = append(parts, w.value(p))
		}
		return object{"anyOf": parts}
	}
	return object{"type": scalarTypes()}
}

// codeValues lists codes, also as the truth value or number that editors take
// them for when they stand without quotes.
func codeValues(codes []string) []any {
	var out []any
	for _, c := range codes {
		out = append(out, c)
		if n, err := strconv.Atoi(c); err == nil {
			out = append(out, n)
		} else if c == "true" || c == "false" {
			out = append(out, c == "true")
		}
	}
	return out
}

// IsFileSchema tells whether a file was written from FileSchema, by whatever
// version of the program.
func IsFileSchema(data []byte) bool { return bytes.Contains(data, []byte(schemaMark)) }

// schemaMark stands in every schema we write.
const schemaMark = "Written by xeploai rules schema"
