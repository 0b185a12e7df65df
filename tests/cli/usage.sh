#!/bin/sh
# Options, help, version and language.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm --version
works '--version works'
like '--version says it' "$out" '^evstorm [0-9]+\.[0-9]+'

evstorm --help
works '--help works'
overview=$out
for name in new do show log export import doctor; do
	like "--help tells of $name" "$overview" "^  evstorm $name( |\$)"
	evstorm "$name" --help
	works "$name --help works"
	like "$name --help says how it is used" "$out" "^Usage: evstorm $name( |\$)"
	like "$name --help ends with the help" "$out" '-h, --help +print'
	columns=$(printf '%s\n' "$out" | awk '/^  [- ]/ && match($0, /^ +(-., )?--[^ ]+( [^ ]+)?  +/) { print RLENGTH }' |
		sort -u | grep -c .)
	is "$name --help has its sentences below each other" "$columns" 1
	evstorm "$name" -h
	works "$name -h does the same"
done
evstorm -r --help
works 'opening a board has its help, too'
like 'and tells its options' "$out" '-r, --read-only'
evstorm do --help
like 'do --help lists the board commands' "$out" '^  add KIND \[-c COL\] \[-r ROW\] TEXT'

evstorm new
fails 'a missing operand is wrong usage' 2 'new: something is missing; usage: evstorm new BOARD'
evstorm show a b
fails 'an operand too many is wrong usage' 2 'show: unexpected argument “b”'
evstorm show --zom 3 a
fails 'an unknown option is wrong usage' 2 'show: --zom: unknown option'
evstorm show -q a
fails 'so is an unknown letter' 2 'show: -q: unknown option'
evstorm new a -t
fails 'so is an option without its value' 2 'new: --title: missing TITLE'
evstorm export a --bom=yes
fails 'so is a value for an option that takes none' 2 'export: --bom takes no value'
evstorm show a --zoom 6
fails 'so is a number out of range' 2 '--zoom takes a number from 1 to 5'
evstorm show a --zoom=two
fails 'so is no number' 2 '--zoom takes a number from 1 to 5, not “two”'
evstorm show a --color blue
fails 'so is an unknown choice' 2 '--color takes auto\|always\|never, not'
evstorm log a -f xml
fails 'so is an unknown format of the log' 2 '--format takes text\|csv, not “xml”'
evstorm export a -f xyz
fails 'so is an unknown format of the board' 2 'unknown format “xyz”; use one of: .*csv'
evstorm two boards
fails 'two boards at a time are wrong usage' 2 'unexpected argument “boards”'

for form in '-t|A b' '-tA b' '--title|A b' '--title=A b'; do
	rm -f "$EVSTORM_BOARDS/x.evs"
	case $form in
	*'|'*) evstorm new x "${form%%|*}" "${form#*|}" ;;
	*) evstorm new x "$form" ;;
	esac
	works "the title as $form works"
	evstorm log x
	like "and arrives" "$out" 'title "" -> "A b"'
done
evstorm new -t before y
works 'options may stand before the operands'
evstorm new -- -z
works '-- ends the options'
ok 'so that a name may begin with a dash' test -f "$EVSTORM_BOARDS/-z.evs"

# A catalogue with one sentence: what is tested is how it is found.
mkdir -p locale/ko/LC_MESSAGES
printf '%s\n' 'msgid ""' 'msgstr "Content-Type: text/plain; charset=UTF-8\n"' \
	'msgid "the board name is empty"' 'msgstr "보드 이름이 비어 있습니다"' >ko.po
if msgfmt -o locale/ko/LC_MESSAGES/evstorm.mo ko.po; then
	export EVSTORM_LOCALEDIR="$PWD/locale"
	for lang in '--lang ko' '--lang=ko'; do
		evstorm $lang show ''
		fails "$lang speaks Korean" 2 '보드 이름이 비어 있습니다'
	done
	LC_ALL=C evstorm --lang ko show ''
	fails '--lang ko speaks Korean in the locale C' 2 '보드 이름이 비어 있습니다'
	LC_ALL=nowhere.UTF-8 evstorm --lang ko show ''
	fails '--lang ko speaks Korean in a locale that is not installed' 2 '보드 이름이 비어 있습니다'
	LANGUAGE=ko evstorm show ''
	fails 'LANGUAGE=ko does the same' 2 '보드 이름이 비어 있습니다'
	LANGUAGE=ko evstorm --lang en show ''
	fails '--lang en wins over it' 2 'the board name is empty'
	mkdir -p "$HOME/.config/evstorm"
	echo 'set language ko' >"$HOME/.config/evstorm/config"
	evstorm show ''
	fails 'so does the configuration' 2 '보드 이름이 비어 있습니다'
	evstorm --lang en show ''
	fails '--lang wins over the configuration' 2 'the board name is empty'
	rm "$HOME/.config/evstorm/config"
	unset EVSTORM_LOCALEDIR
else
	skip '--lang chooses the language' 'there is no msgfmt'
fi
evstorm --lang fr
fails 'an unknown language is wrong usage' 2 '--lang takes en or ko, not “fr”'
evstorm --lang
fails 'so is none' 2 '--lang: missing en\|ko'
plan
