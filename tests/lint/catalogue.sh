#!/bin/sh
# The catalogues say everything that the program says; `make update-po` brings them what is new.
. "${SRCDIR:-.}/tests/lint/tap.sh"
needs xgettext

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Looks into the sources as po/local.mk does. Finding nothing is no success.
extract() {
	xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --sort-by-file \
		-o "$scratch/evstorm.pot" src/*/*.c src/*/*.h &&
		grep -q '^msgid "..*"' "$scratch/evstorm.pot"
}

# A fuzzy translation is a guess that the program does not use; it counts as none. What is missing stops a release,
# and nobody who works on a change and knows no Korean.
complete() {
	for catalogue in po/*.po; do
		msgcmp "$catalogue" "$scratch/evstorm.pot" || echo "$catalogue is behind the sources"
	done
}

formats() {
	for catalogue in po/*.po; do
		msgfmt -c -o /dev/null "$catalogue" || echo "$catalogue cannot be used"
	done
}

point 'the messages can be found in the sources' extract
missing=$(complete 2>&1)
if [ -n "$missing" ] && [ -z "${EVSTORM_RELEASE:-}" ]; then
	printf '%s\n' "$missing" | sed 's/^/# /'
	skip 'every message is translated, and none by a guess' 'some wait for it'
else
	point 'every message is translated, and none by a guess' complete
fi
point 'every translation fits the format of its message' formats
plan
