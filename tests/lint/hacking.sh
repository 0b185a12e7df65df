#!/bin/sh
# What HACKING names is there: files, functions, structs, constants, targets of make.
. "${SRCDIR:-.}/tests/lint/tap.sh"

# What stands between backquotes, a line each.
quoted() {
	grep -o '`[^`]*`' HACKING | tr -d '`' | sed 's|/$||' | sort -u
}

# A path is one from the root, from src, or that of a file that a floor or a folder of tests has.
paths() {
	quoted | grep -E '^[A-Za-z_0-9.*/-]*(/[A-Za-z_0-9.*-]+|\.(c|h|sh|mk))$' | grep -v '^\.' | while read -r path; do
		for found in $path src/$path src/$path.h src/*/$path tests/*/$path tests/*/*/$path; do
			[ -e "$found" ] && continue 2
		done
		# files of a family that is yet to come: sub_NAME.c, po/LANGUAGE.po
		case $path in *[A-Z][A-Z]*) [ -d "${path%/*}" ] && continue ;; esac
		echo "$path is not there"
	done
}

# In the row of a floor a word is one of its files.
members() {
	awk -F'`' '/^\| `(src|tests)\// { for (i = 4; i < NF; i += 2) print $2 "/" $i }' HACKING |
		grep -E '^(src|tests)/[a-z]+/[a-z_]+$' | while read -r file; do
		[ -e "$file.c" ] || [ -e "$file.h" ] || [ -d "src/${file##*/}" ] || echo "$file.c is not there"
	done
}

# Functions with (), structs, and constants with an underscore.
names() {
	quoted | sed -nE 's/^([A-Za-z_0-9]+)\(\)$/\1/p; s/^(const )?(struct [a-z_]+)$/\2/p; s/^([A-Z]+_[A-Z_]+)$/\1/p' |
		grep -v '^ngettext$' | while read -r name; do
		grep -rqwE "$name" src tests || echo "$name is not there"
	done
}

# Targets, in the lines and between backquotes; those that automake makes are not in a list of ours.
targets() {
	sed -nE 's/^ {4}(.*&& )?make ([a-z-]+)( [A-Z].*)?$/\2/p; s/.*`make ([a-z-]+)[ `].*/\1/p' HACKING | sort -u |
		grep -vE '^(check|distcheck)$' | while read -r target; do
		grep -rqE "^([a-z -]* )?$target( [a-z -]*)?:" Makefile.am src tests po --include='*.mk' --include=Makefile.am ||
			echo "make $target is not there"
	done
}

point 'every path that HACKING names is there' paths
point 'what it says of a folder is in that' members
point 'every function, struct and constant is there' names
point 'so is every target of make' targets
plan
