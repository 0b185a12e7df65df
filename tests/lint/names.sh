#!/bin/sh
# A file's name is the prefix of what it holds, so a name is given once; and what is not
# named in a local.mk is neither built nor packed.
. "${SRCDIR:-.}/tests/lint/tap.sh"

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

# The paths that each FOLDER/local.mk names, from the root.
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
	!($1 in known) { print $1 " is in no local.mk" }'
}

point 'no two pairs of files in src have the same name' twice
point 'every source and every scenario is listed' unlisted
plan
