#!/bin/sh
# The source is laid out as .clang-format says. Versions of clang-format differ in what they make
# of it, so only the one that the source was laid out with is asked.
version=$(clang-format --version 2>/dev/null | sed -n 's/.*version \([0-9]*\)\..*/\1/p')
if [ "$version" != 14 ]; then
	echo '1..0 # SKIP clang-format 14 is not installed'
	exit 0
fi
. "${SRCDIR:-.}/tests/lint/tap.sh"

layout() {
	find src tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
}

point 'the source is laid out by .clang-format' layout
plan
