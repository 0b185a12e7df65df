#!/bin/sh
# The folders of src are floors: a file includes headers of its own floor and of those
# below. So do the unit tests of a floor. A library has one floor that knows it; JSON has two,
# a file format and a protocol.
. "${SRCDIR:-.}/tests/lint/tap.sh"

# Lowest first; floors side by side, with commas, do not know each other.
floors='base text model layout,check,store,sketch command,csv,json draw,live format,import,terminal session shell,mcp canvas,map,review cli'

down() {
	find src tests/unit -name '*.[ch]' | sort | xargs awk -v floors="$floors" '
	BEGIN {
		count = split(floors, levels, " ")
		for (i = 1; i <= count; i++) {
			sides = split(levels[i], names, ",")
			for (k = 1; k <= sides; k++)
				rank[names[k]] = i
		}
	}
	FNR == 1 {
		split(FILENAME, part, "/")
		own = part[1] == "src" ? part[2] : part[3]
		if (!(own in rank))
			print FILENAME ": its folder is no floor"
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		split($0, quoted, "\"")
		header = quoted[2]
		floor = header
		sub("/.*", "", floor)
		if (header == "config.h" || (part[1] == "tests" && !(floor in rank)))
			next
		if (!(floor in rank))
			print FILENAME ":" FNR ": " header " is not FLOOR/NAME.h"
		else if (floor != own && rank[floor] >= rank[own])
			print FILENAME ":" FNR ": " own " must not know " header
	}'
}

libraries() {
	find src -name '*.[ch]' | sort | xargs awk '
	/^[ \t]*#[ \t]*include/ {
		split(FILENAME, part, "/")
		floor = ""
		if (/[<"]sqlite3[a-z]*\.h/)
			floor = "store"
		else if (/[<"](ncurses[a-z]*\/)?(n?curses|ncursesw|term|panel|menu|form)\.h/)
			floor = "terminal"
		else if (/[<"]csv\.h/)
			floor = "csv"
		else if (/[<"]jansson\.h/)
			floor = "json"
		else if (/[<"](expat|zlib)\.h/)
			floor = "sketch"
		else if (/[<"]utf8proc\.h/)
			floor = "text"
		if (floor == "json" && part[2] == "mcp")
			next
		if (floor != "" && part[2] != floor)
			print FILENAME ":" FNR ": only src/" floor " may know this library"
	}'
}

point 'includes go down only' down
point 'each library is known to its floor' libraries
plan
