#!/bin/sh
# The sample boards: each is a whole workshop, and comes out of its story as it is kept.
. "${SRCDIR:-.}/tests/lib/tap.sh"

boards=$SRCDIR/data/boards

# rows FILE: how many rows there are below the header.
rows() {
	tail -n +2 "$1" | wc -l | tr -d ' '
}

# pointing FILE: how many stickies have links; those follow column, row and context.
pointing() {
	grep -Ec ',[0-9]+,[0-9]+,[^,]*,[0-9]+( [0-9]+)*,' "$1"
}

# kinds FILE: the kinds of the stickies, sorted.
kinds() {
	tail -n +2 "$1" | cut -d, -f2 | sort -u | tr '\n' ' '
}

# sample NAME PERSON: the board kept as NAME, of which PERSON was the facilitator.
sample() {
	evstorm new "$1" -i "$boards/$1"
	works "$1 is taken over"
	evstorm log "$1"
	like "$1 has its history" "$out" "$2"
	evstorm export "$1" -o "$1/"
	works "$1 is exported"
	ok "$1 comes out as it went in" diff -r "$boards/$1" "$1"

	ok "$1 has 40 stickies or more" test "$(rows "$1/stickies.csv")" -ge 40
	is "$1 has all kinds" "$(kinds "$1/stickies.csv")" \
		'actor aggregate command event external-system hotspot opportunity policy read-model ui value '
	ok "$1 has links" test "$(pointing "$1/stickies.csv")" -ge 40
	ok "$1 has phases" test "$(rows "$1/phases.csv")" -ge 3
	ok "$1 has contexts" test "$(rows "$1/contexts.csv")" -ge 3
	ok "$1 has relations" test "$(rows "$1/relations.csv")" -ge 3
	is "$1 was made by three people" "$(rows "$1/people.csv")" 3

	run "$boards/build" "$EVSTORM" "$boards/$1.story" "$1-built"
	works "$1 is built from its story"
	ok "$1 is what its story tells" diff -r "$boards/$1" "$1-built"
}

sample shop-en mara
sample shop-ko 미라
plan
