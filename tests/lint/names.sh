#!/bin/sh
# A file's name is the prefix of what it holds, so a name is given once; and what is not
# named in a local.mk is neither built nor packed.
. "${SRCDIR:-.}/tests/lint/tap.sh"

build=${BUILDDIR:-.}

twice() {
	find src -name '*.[ch]' | sed 's/\.[ch]$//' | sort -u | awk '
	{
		name = $0
		sub(".*/", "", name)
		if (name in first)
			print $0 " has the name of " first[name]
		else
			first[name] = $0
	}'
}

# The paths that each FOLDER/local.mk names, from the root; a program stands for the source of its name.
listed() {
	find src tests findings -name local.mk | while read -r list; do
		tr -s ' \t' '\n\n' <"$list" | sed -n "s|^%D%/|listed ${list%/local.mk}/|p"
	done
}

unlisted() {
	{
		listed
		find src tests -name '*.[ch]'
		find findings -name '*.sh'
		find tests/screens -name script | sed 's|/script$||'
	} | awk '
	$1 == "listed" { known[$2] = 1; next }
	{ program = $1; sub(/\.c$/, "", program) }
	!($1 in known) && !(program in known) { print $1 " is in no local.mk" }'
}

# What a file of another name may export, as PREFIX FILE, and why.
strangers() {
	cat <<-'END'
	entity field the table of fields is that of all entities,
	item field their items
	record field and their records;
	role field a field that is a choice has its words there
	consistency field likewise
	message_type field likewise
	subdomain field likewise
	relation_style field likewise
	END
}

# Functions and data that other files may use begin with the name of their file, or with the words that it begins with
# (view_go.c has the commands view_...). One or many is the same: moment_count() is in moments.c. From the symbols of
# the objects, so a file that is not built is not looked at.
exported() {
	{
		strangers | sed 's/^/may /'
		for folder in src/*/; do
			floor=$(basename "$folder")
			sed -n "s|.*%D%/\([a-z_0-9]*\)\.c.*|$build/src/$floor/\1.o|p" "$folder/local.mk"
		done | xargs ls 2>/dev/null | xargs nm -A
	} | awk '
	function begins(name, start) {
		return name == start || index(name, start "_") == 1
	}
	$1 == "may" { may[$3, $2] = 1; starts[$2] = 1; next }
	$2 !~ /^[TDRBC]$/ || $3 == "main" || $3 !~ /^[a-z]/ { next }
	{
		file = $1
		sub(":.*", "", file)
		sub("\\.o$", "", file)
		sub(".*/", "", file)
		fits = 0
		for (start = file; ; sub("_[^_]*$", "", start)) {
			one = start
			sub("s$", "", one)
			if (begins($3, start) || begins($3, start "s") || begins($3, one))
				fits = 1
			if (start !~ /_/)
				break
		}
		for (start in starts)
			if (begins($3, start) && (file, start) in may)
				fits = 1
		if (!fits)
			print file ".c exports " $3
	}'
}

point 'no two pairs of files in src have the same name' twice
point 'every source and every scenario is listed' unlisted
if command -v nm >/dev/null && [ -f "$build/src/shell/shell.o" ]; then
	point 'what a file exports is named for it' exported
else
	skip 'what a file exports is named for it' 'there is no build, or no nm'
fi
plan
