#!/bin/sh
# No sentence spells out a key that its reader may have bound to something else: it names the command, whose row says
# the key (shell_say_key(), shell_key_of()).
. "${SRCDIR:-.}/tests/lint/tap.sh"
needs xgettext

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Sentences about keys that nobody can bind, as the beginning of their English, a tab and the reason.
cat >"$scratch/fixed" <<'END'
waiting for %s to unlock	Esc ends waiting in every mode
%zu slot is taken: what you carry	Esc cancels what the mouse began, in every mode
let go to move	the same
column %d, row %d is taken	the same
a paste has started	the end of a paste is the terminal's, and so is Esc in it
the terminal began to say	the same for anything else that a terminal sends
Ctrl-C ends it.	a signal; there is no canvas
let those invited in over SSH	a signal; there is no canvas
Press Enter to join	a line read from the terminal before there is a canvas
Which board?	a line read from the terminal before there is a canvas
END

find_keys() {
	awk -v fixed="$scratch/fixed" '
	BEGIN {
		while ((getline line < fixed) > 0)
			known[++count] = substr(line, 1, index(line, "\t") - 1)
		named = "^(Enter|Esc|Escape|Tab|BackTab|Backspace|Space|PageUp|PageDown|Up|Down|F[0-9]+|" \
			"[CAS]-.+|Ctrl.*)$"
	}
	function finish(    i, word, words, plain) {
		if (english == "")
			return
		for (i = 1; i <= count; i++)
			if (index(english, known[i]) == 1) {
				used[i] = 1
				english = text = ""
				return
			}
		text = english " " text
		plain = text
		gsub(/%[-+0-9$.*]*(<[A-Za-z0-9]+>|[a-z]+)/, "%", plain)
		# Names of keys, also with a Korean particle behind them.
		gsub(/[^A-Za-z0-9-]+/, " ", plain)
		words = split(plain, word, " ")
		for (i = 1; i <= words; i++)
			if (word[i] ~ named)
				print where ": " word[i] ": " english
		# A sign or a letter of its own: “x”, “? lists the keys”.
		if (text ~ /“[A-Za-z?:\/!*]”/ || text ~ /\([?:\/!*]\)/ || text ~ /[;,(] [?:\/!*] [a-z]/ ||
			text ~ /[Pp]ress [A-Za-z?] / || text ~ /[;,:(] [b-zB-HJ-Z] [a-z]+s /)
			print where ": a letter or sign: " english
		english = text = ""
	}
	/^#: / { finish(); where = $2 }
	/^msgid / { state = 1; sub(/^msgid(_plural)? /, "") }
	/^msgid_plural / { state = 2; sub(/^msgid_plural /, "") }
	/^msgstr/ { state = 2; sub(/^msgstr[^"]*/, "") }
	/^"/ && state == 1 { english = english substr($0, 2, length($0) - 2) }
	/^"/ && state == 2 { text = text " " substr($0, 2, length($0) - 2) }
	END {
		finish()
		for (i = 1; i <= count; i++)
			if (!used[i])
				print "no sentence begins with: " known[i]
	}' "$1"
}

english() {
	xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --no-wrap --add-location=file \
		-o "$scratch/evstorm.pot" src/*/*.c src/*/*.h &&
		find_keys "$scratch/evstorm.pot"
}

translations() {
	for catalogue in po/*.po; do
		msgattrib --no-obsolete --no-wrap "$catalogue" >"$scratch/catalogue" && find_keys "$scratch/catalogue"
	done
}

point 'no sentence spells out a key' english
point 'nor does a translation' translations
plan
