// Package demo makes a synthetic office: organizations, branches, people and
// what they would report, written as the very templates the tool generates,
// filled in, with deliberate mistakes planted among them.
//
// Contract: equal options give equal values and equal planted mistakes; no
// clock, no global randomness, no map is ranged over. Nobody is real: every
// person's middle name is "Mẫu" (sample), identity numbers start with a province
// code that was never issued. Which facts are written follows from the rule sets
// in force for the period; the package knows no threshold and no grade label.
// The numbers in it describe sample people, not rules. Scenes name rules by id and
// are staged where the set in force has the rule.
//
//	layout  the organizations and how many people each has    orgs.go, orgs2019.go, orgs2025.go
//	people  who they are and how their year went               people.go, names.go
//	local   rules of the office's own: an example of a vote    local.go, local/
//	bodies  agencies, units, collectives and who leads them    bodies.go, posts.go
//	staff   officials of the office's own agency               officials.go
//	scenes  one of every coupling, and what must come of it    scene.go, stage.go, stageorgs.go, stageposts.go, stagecollectives.go, stagevotes.go
//	facts   what would be reported about each                  describe.go, describeorg.go, describebody.go, facts366.go, facts21.go, ballots.go
//	books   the campaign's templates, filled in                write.go
//	plant   mistakes of every kind, after writing              plant.go, plantcells.go, plantrows.go, plantfiles.go, plantbodies.go
//	decide  what the authority writes into a result workbook   decide.go
package demo
