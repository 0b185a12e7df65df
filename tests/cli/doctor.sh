#!/bin/sh
# What doctor finds, and what it has to say to it.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm doctor
works 'where all is well there is nothing to mend'
is 'each line says so' "$(printf '%s\n' "$out" | grep -vc '^ok    ')" 0
for look in terminal colours size locale messages configuration 'board folder' database sshd; do
	like "it looks at the $look" "$out" "^ok    $look: "
done
like 'it tells which SQLite there is' "$out" '^ok    database: SQLite 3\.[0-9.]*, with a rollback journal'
is 'it leaves nothing behind' "$(ls -A "$EVSTORM_BOARDS")" ''

LC_ALL=C run "$EVSTORM" doctor
is 'a locale that is not UTF-8 is to be mended' "$status" 1
like 'how is said' "$out" '^mend  locale: C: .*set LANG=C\.UTF-8'
LC_ALL=nowhere.UTF-8 run "$EVSTORM" doctor
is 'so is one that is not installed' "$status" 1
EVSTORM_LOCALEDIR="$PWD/none" run "$EVSTORM" --lang ko doctor
is 'so is a catalogue that is not there' "$status" 1
like 'how is said, too' "$out" '^mend  messages: en: no catalogue for ko in .*none'
mkdir -p "$HOME/.config/evstorm"
echo 'set color blue' >"$HOME/.config/evstorm/config"
evstorm doctor
like 'so is a mistake in the configuration' "$out" '^mend  configuration: .*config:1: .*color'
rm "$HOME/.config/evstorm/config"
EVSTORM_BOARDS="$PWD/later" run "$EVSTORM" doctor
works 'a board folder that is not there yet is fine'
ok 'and is not made' test ! -e later
: >file
EVSTORM_BOARDS="$PWD/file" run "$EVSTORM" doctor
is 'a file in its place is to be mended' "$status" 1
like 'as is said' "$out" '^mend  board folder: .*file'
evstorm new shop
evstorm doctor
works 'boards that can be opened are fine'
like 'and counted' "$out" '^ok    board folder: .* \(1 board\)$'
head -c 9000 "$EVSTORM_BOARDS/shop.evs" >"$EVSTORM_BOARDS/torn.evs"
echo 'Dear diary' >"$EVSTORM_BOARDS/diary.evs"
evstorm doctor
is 'those that cannot are to be mended' "$status" 1
like 'how is said of the first' "$out" '^mend  board folder: .*diary.evs: .*evstorm recover.*; and 1 more cannot be opened$'
if command -v sqlite3 >/dev/null; then
	rm "$EVSTORM_BOARDS/torn.evs" "$EVSTORM_BOARDS/diary.evs"
	sqlite3 "$EVSTORM_BOARDS/shop.evs" .dump | sqlite3 "$EVSTORM_BOARDS/again.evs"
	evstorm doctor
	like 'one that was dumped and read back is known' "$out" \
		'^mend  board folder: .*again.evs: a board that was dumped and read back; .*evstorm recover'
else
	skip 'a board that was dumped' 'sqlite3 is not installed'
fi
evstorm doctor now
fails 'it takes no operand' 2 'doctor: unexpected argument “now”'
plan
