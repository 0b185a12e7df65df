#!/bin/sh
# Files and functions stay small enough to be read at a sitting.
. "${SRCDIR:-.}/tests/lint/tap.sh"

sources=$(find src tests -name '*.[ch]' | sort)

files() {
	awk 'FNR == 601 { print FILENAME ": more than 600 lines" }' $sources
}

functions() {
	awk '
	FNR == 1 { start = 0 }
	/^{/ { start = FNR }
	/^}/ {
		if (start && FNR - start + 1 > 80)
			print FILENAME ":" start ": a function of " FNR - start + 1 " lines"
		start = 0
	}' $sources
}

point 'no file has more than 600 lines' files
point 'no function has more than 80 lines' functions
plan
