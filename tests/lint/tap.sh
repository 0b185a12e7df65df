# What the checks here share; to be read with "." at their start. A check is a function that
# prints what is wrong, a line each; `point NAME FUNCTION` makes a test point of it.

cd "${SRCDIR:-.}" || exit 1
tap_count=0

# needs PROGRAM: without it there is nothing to check.
needs() {
	command -v "$1" >/dev/null && return
	echo "1..0 # SKIP $1 is not installed"
	exit 0
}

point() {
	tap_count=$((tap_count + 1))
	# What a check says on stderr, or that it fails, is wrong too.
	if tap_faults=$("$2" 2>&1) && [ -z "$tap_faults" ]; then
		echo "ok $tap_count - $1"
	else
		printf '%s\n' "$tap_faults" | sed 's/^/# /'
		echo "not ok $tap_count - $1"
	fi
}

# skip NAME WHY: a check that cannot be made here.
skip() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# point_with PROGRAM NAME FUNCTION: a check that needs PROGRAM.
point_with() {
	if command -v "$1" >/dev/null; then
		point "$2" "$3"
	else
		skip "$2" "$1 is not installed"
	fi
}

# To be called at the end.
plan() {
	echo "1..$tap_count"
}
