#!/bin/sh
# Files of a floor that know each other all the way round: two may, more may not. A pair NAME.c, NAME.h counts as one.
# Once by what they include; once by whom they call and whose data they use, from the symbols of the objects, which
# wants a build (a file that is not built is not looked at).
. "${SRCDIR:-.}/tests/lint/tap.sh"

build=${BUILDDIR:-.}

# From lines "FILE OTHER": a line for each circle.
rounds() {
	awk -v floor="$1" '
	$1 != $2 { reach[$1, $2] = 1; files[$1] = files[$2] = 1 }
	END {
		for (k in files)
			for (i in files)
				if ((i, k) in reach)
					for (j in files)
						if ((k, j) in reach)
							reach[i, j] = 1
		for (i in files) {
			circle = ""
			size = 0
			for (j in files)
				if (i == j || ((i, j) in reach && (j, i) in reach)) {
					circle = circle " " j
					size++
					if (j < i)
						size -= 1000 # it is told of another
				}
			if (size > 2)
				print "src/" floor ": a circle of" circle
		}
	}'
}

includes() {
	for folder in src/*/; do
		floor=$(basename "$folder")
		grep "^#include \"$floor/" "$folder"*.[ch] |
			sed 's|^[^:]*/\([a-z_0-9]*\)\.[ch]:.*/\([a-z_0-9]*\)\.h"$|\1 \2|' | rounds "$floor"
	done
}

calls() {
	for folder in src/*/; do
		floor=$(basename "$folder")
		# Names of objects have no blanks.
		sed -n "s|.*%D%/\([a-z_0-9]*\)\.c.*|$build/src/$floor/\1.o|p" "src/$floor/local.mk" |
			xargs ls 2>/dev/null | xargs nm -A | sed 's/^.*\/\([a-z_0-9]*\)\.o:/\1 /' | awk '
			NF == 4 && $3 ~ /^[TDRBC]$/ { home[$4] = $1 }
			NF == 3 && $2 == "U" { wants[++count] = $1 " " $3 }
			END {
				for (i = 1; i <= count; i++) {
					split(wants[i], part, " ")
					if (part[2] in home)
						print part[1], home[part[2]]
				}
			}' | rounds "$floor"
	done
}

point 'no more than two files of a floor include each other all the way round' includes
if command -v nm >/dev/null && [ -f "$build/src/shell/shell.o" ]; then
	point 'no more than two files of a floor call each other all the way round' calls
else
	skip 'no more than two files of a floor call each other all the way round' \
		'there is no build, or no nm'
fi
plan
