#!/bin/sh
# Calls that do not belong where they are.
. "${SRCDIR:-.}/tests/lint/tap.sh"

strip=$(cat tests/lint/code.awk)

# Only terminal and cli write to the terminal; base/mem.c has a program's last words.
talk() {
	find src -name '*.[ch]' ! -path 'src/terminal/*' ! -path 'src/cli/*' ! -path src/base/mem.c |
		sort | xargs awk "$strip"'
	{
		line = " " code($0) " "
		if (line ~ /[^A-Za-z0-9_](v?printf|puts|putchar|perror)[ \t]*\(/ ||
			line ~ /[^A-Za-z0-9_](stdout|stderr|STDOUT_FILENO|STDERR_FILENO)[^A-Za-z0-9_]/)
			print FILENAME ":" FNR ": " $0
	}'
}

# A test waits for what must come; a pause is too short on one machine and too long on all.
pauses() {
	find tests \( -name '*.[ch]' -o -name '*.sh' -o -name script \) | sort | xargs awk '
	/(^|[^A-Za-z0-9_])(u|nano|clock_nano)?sleep[ \t]*[(0-9]/ {
		print FILENAME ":" FNR ": " $0
	}'
}

# What keys do stands in the rows of modes; only what reads rows and lines of text looks at keys itself.
keys() {
	find src -name '*.[ch]' ! -path 'src/terminal/*' ! -name keymap.c ! -name lineedit.c ! -path src/shell/shell_events.c |
		sort | xargs awk "$strip"'
	{
		line = " " code($0) " "
		if (line ~ /key_equal[ \t]*\(/ || line ~ /KEY_CODE_/ || line ~ /key\.code[ \t]*==/ || line ~ /[^!]key\.ctrl[ \t]*&&/)
			print FILENAME ":" FNR ": " $0
	}'
}

point 'no mode compares keys' keys
point 'only terminal and cli write to the terminal' talk
point 'no test sleeps' pauses
plan
