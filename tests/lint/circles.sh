#!/bin/sh
# Files of a floor that call each other all the way round: two may, more may not. From the symbols of the objects, so it
# wants a build; a file that is not built is not looked at.
. "${SRCDIR:-.}/tests/lint/tap.sh"

build=${BUILDDIR:-.}

# floor NAME: a line for each circle.
floor() {
	files=$(sed -n "s|.*%D%/\([a-z_0-9]*\)\.c.*|$build/src/$1/\1.o|p" "src/$1/local.mk")
	# Names of objects have no blanks.
	ls $files 2>/dev/null | xargs nm -A | sed 's/^.*\/\([a-z_0-9]*\)\.o:/\1 /' | awk -v floor="$1" '
	NF == 4 && $3 ~ /^[TDRBC]$/ { home[$4] = $1; files[$1] = 1 }
	NF == 3 && $2 == "U" { wants[++count] = $1 " " $3; files[$1] = 1 }
	END {
		for (i = 1; i <= count; i++) {
			split(wants[i], part, " ")
			if (part[2] in home && home[part[2]] != part[1])
				reach[part[1], home[part[2]]] = 1
		}
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

circles() {
	for name in check shell canvas map review; do
		floor "$name"
	done
}

if command -v nm >/dev/null && [ -f "$build/src/shell/shell.o" ]; then
	point 'no more than two files of a floor go round' circles
else
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - no more than two files of a floor go round # SKIP there is no build, or no nm"
fi
plan
