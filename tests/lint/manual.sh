#!/bin/sh
# The manual says all that the program can do, and nothing that it cannot; README says how to begin.
. "${SRCDIR:-.}/tests/lint/tap.sh"

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# A page without the escapes that this script would trip over.
plain() {
	sed -e 's/\\-/-/g' -e 's/\\&//g' -e 's/\\(dq/"/g' "$1"
}
plain man/evstorm.1 >"$scratch/1"
plain man/evstorm.5 >"$scratch/5"

help() {
	"${EVSTORM:-./evstorm}" --lang en "$@" --help
}

# section PAGE NAME: the lines of a section.
section() {
	awk -v name="$2" '/^\.Sh / { on = substr($0, 5) == name } on' "$scratch/$1"
}

# items PAGE NAME: the commands or keys that a section describes, a line each.
items() {
	section "$1" "$2" | sed -n 's/^\.It Ic //p'
}

# same WHAT: the lists $scratch/wanted and $scratch/said hold the same lines, and some.
same() {
	[ -s "$scratch/wanted" ] || echo "there are no $1 to compare with"
	sort -u "$scratch/wanted" >"$scratch/a"
	sort -u "$scratch/said" >"$scratch/b"
	comm -23 "$scratch/a" "$scratch/b" | sed "s/^/not in the manual: /"
	comm -13 "$scratch/a" "$scratch/b" | sed "s/^/only in the manual: /"
}

# has PAGE: each line of the standard input stands in the page as a word, and there are some.
has() {
	cat >"$scratch/words"
	[ -s "$scratch/words" ] || echo 'there is nothing to look for'
	while read -r word; do
		grep -Fqwe "$word" "$scratch/$1" || echo "not in evstorm($1): $word"
	done <"$scratch/words"
}

board_commands() {
	help do | awk '/^Commands/ { on = 1 } on && /^  [a-z]/ { print substr($0, 3) }' >"$scratch/wanted"
	items 1 'BOARD COMMANDS' >"$scratch/said"
	same 'board commands'
}

shell_view_commands() {
	cat src/*/*.c | sed -n '/struct view_command [a-z_]*\[\]/,/^};/s/^[[:space:]]*{"\([a-z-]*\)", N_(.*/\1/p' \
		>"$scratch/wanted"
	items 1 'VIEW COMMANDS' | sed 's/ .*//' >"$scratch/said"
	same 'view commands'
}

# rows: MODE, KEYS and COMMAND of all rows of keys.
rows() {
	find src -name '*.c' | sort | xargs awk -f tests/lint/rows.awk
}

keys() {
	rows | awk -F'\t' '$1 == "canvas" { print $2 }' | tr ' ' '\n' >"$scratch/wanted"
	items 1 KEYS | tr ' ' '\n' >"$scratch/said"
	same keys
}

# Of the other modes the manual has rows like those of the sources, in .Ss MODE.
mode_keys() {
	rows | awk -F'\t' '$1 != "canvas" && $1 != "review" { print $1 ": " $2 ": " $3 }' >"$scratch/wanted"
	section 5 'KEYS OF OTHER MODES' | awk '
	/^\.Ss / { mode = substr($0, 5) }
	/^\.It Ic / { keys = substr($0, 8) }
	/^\.Cm / && keys != "" { print mode ": " keys ": " substr($0, 5); keys = "" }' |
		sed 's/^\([^:]*\): "\(.*\)": /\1: \2: /' >"$scratch/said"
	same 'rows of keys'
}

review_keys() {
	rows | awk -F'\t' '$1 == "review" { print $2 }' | tr ' ' '\n' >"$scratch/wanted"
	items 1 REVIEWING | tr ' ' '\n' >"$scratch/said"
	same keys
}

key_names() {
	sed -n 's/^[[:space:]]*{"\([A-Za-z]*\)", KEY_CODE_.*/\1/p' src/terminal/key.c | has 5
}

# The options that a help lists: "--title" and "-t" as "Fl -title" and "Fl t".
options() {
	sed -n -e 's/^  -\([a-zA-Z]\), --.*/Fl \1/p' -e 's/^  -[a-zA-Z], --\([a-z-]*\).*/Fl -\1/p' \
		-e 's/^      --\([a-z-]*\).*/Fl -\1/p'
}

# described TEXT NAME: those of the options on the standard input that TEXT lacks.
described() {
	while read -r option; do
		grep -Eqe "$option( |\$)" "$1" || echo "$2: not in the manual: $option"
	done
}

main_options() {
	section 1 OPTIONS >"$scratch/text"
	{
		help
		help -r
	} | options | described "$scratch/text" evstorm
}

subcommands() {
	help | sed -n 's/^  evstorm \([a-z]*\)\( .*\)*$/\1/p' >"$scratch/wanted"
	section 1 SUBCOMMANDS | awk '/^\.It Ic / { print $3 } before == ".It Xo" { print $2 } { before = $0 }' \
		>"$scratch/said"
	same subcommands
}

subcommand_options() {
	for name in $(help | sed -n 's/^  evstorm \([a-z]*\)\( .*\)*$/\1/p'); do
		section 1 SUBCOMMANDS | awk -v name="$name" '
		before == ".It Xo" { on = $2 == name }
		/^\.It Ic / { on = $3 == name }
		{ before = $0 }
		on' >"$scratch/text"
		help "$name" | options | grep -vxe 'Fl h' -e 'Fl -help' | described "$scratch/text" "$name"
	done
}

# The rows of the help that list what -f takes.
formats() {
	help export | sed -n '/^Formats:/,$s/^  \([a-z0-9]*\) .*/\1/p' >"$scratch/wanted"
	section 1 SUBCOMMANDS | awk '/^\.Op Fl f Ar format$/ { on = 1 } on && /^\.It Cm / { print $3 }
		on && /^\.It Fl o / { exit }' >"$scratch/said"
	same formats
}

# The checks of the steps whose checks the manual lists.
checks() {
	section 1 CHECKS >"$scratch/text"
	help check | awk '/^  [78]  / { print $2 }' | while read -r check; do
		grep -Fqwe "$check" "$scratch/text" || echo "not under CHECKS: $check"
	done
}

configuration() {
	sed -n 's/^[[:space:]]*{"\([a-z-]*\)", offsetof.*/\1/p' src/shell/config.c >"$scratch/wanted"
	section 5 CONFIGURATION | sed -n 's/^\.It Cm //p' >"$scratch/said"
	same options
}

# HOME and LOGNAME are everybody's.
environment() {
	sed -n 's/.*getenv("\([A-Z_]*\)").*/\1/p' src/*/*.c | grep -vxe HOME -e LOGNAME | has 1
}

# NAME: COLUMN COLUMN ... of each table of a new board.
tables() {
	EVSTORM_BOARDS=$scratch "${EVSTORM:-./evstorm}" new board </dev/null &&
		sqlite3 "$scratch/board.evs" "SELECT t.name || ': ' || group_concat(c.name, ' ')
			FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' GROUP BY t.name" \
			>"$scratch/wanted"
	section 5 'BOARD FILE' | awk '
	/^\.It Xo$/ { line = ".It"; next }
	line != "" && /^\.Xc$/ { print line; line = ""; next }
	line != "" { line = line " " substr($0, 2); next }
	{ print }' | sed -n 's/ ,//g; s/^\.It Li \([a-z]*\) Pq Li /\1: /p' >"$scratch/said"
	same tables
}

# Those that stand behind a "?" are names of other programs, in which blanks and dashes do not matter.
columns() {
	sed -n '/columns_of_/,/^}/p; /^};/d' src/csv/columns.c | grep -o '"[^"]*"' | tr -d '"' | tr '|' '\n' |
		grep . >"$scratch/columns"
	sed -n 's/^[[:space:]]*\[[A-Z_]*\] = "\(.*\)",$/\1/p' src/csv/changes.c | tr '|' '\n' >>"$scratch/columns"
	grep -v '^?' "$scratch/columns" | grep '^[a-z-]*$' | tr - _ | has 5
	tr -d ' -' <"$scratch/5" >"$scratch/text"
	grep -e '^?' -e '[^a-z-]' "$scratch/columns" | tr -d '? -' | while read -r name; do
		grep -Fqie "$name" "$scratch/text" || echo "not in evstorm(5): $name"
	done
}

# With a space, a dash or neither is all the same.
kinds() {
	tr -d ' -' <"$scratch/5" >"$scratch/text"
	sed -n '/KIND_LIST(KIND)/,/KIND_CONSTANT/p' src/model/kind.h | grep -o '"[^"]*"' | tr -d '" -' | while read -r name; do
		grep -Fqie "$name" "$scratch/text" || echo "not in evstorm(5): $name"
	done
}

lines_to_begin_with() {
	for line in './bootstrap run' './bootstrap check'; do
		grep -Fqxe "    $line" README || echo "README does not have on a line of its own: $line"
	done
}

# Where other pages are is of no concern here, and said on stderr.
faults() {
	mandoc -Tlint -W warning man/evstorm.1 man/evstorm.5 2>/dev/null
}

point 'each board command is in the manual as its synopsis has it' board_commands
point 'each view command is in the manual' shell_view_commands
point 'each key of the canvas is in the manual' keys
point 'each key of another mode is in the manual, with its command' mode_keys
point 'each key of a review is in the manual' review_keys
point 'each name of a key is in the manual' key_names
point 'each subcommand is in the manual' subcommands
point 'each option of a subcommand is in the manual' subcommand_options
point 'each option of the program is in the manual' main_options
point 'each format is in the manual' formats
point 'each check of contexts and relations is in the manual' checks
point 'each option of the configuration is in the manual' configuration
point 'each variable of the environment is in the manual' environment
point 'each column of CSV is in the manual' columns
point 'each name of a kind is in the manual' kinds
point 'README names the two lines to begin with' lines_to_begin_with
point_with sqlite3 'each table of a board is in the manual, with its columns' tables
point_with mandoc 'mandoc finds no fault in the manual' faults
plan
