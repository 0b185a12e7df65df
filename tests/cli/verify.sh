#!/bin/sh
# Is a board's file what it should be?
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new shop
evstorm verify shop
works 'a new board is sound'
is 'and nothing is said' "$out" ''
evstorm do shop --as Ana add event -c 1 -r 1 'Order placed' ';' add command -c 2 -r 1 Pay ';' link 1 2
evstorm do shop --as Bo edit 1 Order taken
evstorm do shop --as Bo undo
evstorm verify shop
works 'so is one that was worked on'
evstorm verify shop -f json
works 'as JSON too'
is 'which is an empty list' "$out" '[]'
cp "$EVSTORM_BOARDS/shop.evs" copy.evs
chmod a-w copy.evs .
evstorm verify copy.evs
chmod u+w .
works 'what may only be read can be verified'
is 'and nothing stays beside it' "$(ls)" copy.evs

evstorm verify
fails 'a board has to be named' 2 'verify: '
evstorm verify shop -f xml
fails 'a format has to be one' 2 '--format takes text\|json, not “xml”'
evstorm verify nowhere
fails 'a board has to be there' 3 '.*no such board'
echo 'Dear diary' >diary.evs
evstorm verify diary.evs
fails 'it has to be a board' 3 '.*diary.evs: not an evstorm board'
evstorm verify ./
fails 'and a file' 3 '.*not a file'

if command -v sqlite3 >/dev/null; then
	chmod u+w copy.evs
	sqlite3 copy.evs "update sticky set text = 'forged' || char(27) where id = 1; delete from link"
	evstorm verify copy.evs
	is 'a forged row is found' "$status" 1
	is 'and nobody complains' "$err" ''
	like 'it is named' "$out" '^sticky 1: its text '
	like 'and what is missing, too' "$out" '^link 1 is in the log, but not in its table$'
	clean 'what it holds stays where it is'
	evstorm verify copy.evs -f json
	is 'as JSON it is found as well' "$status" 1
	like 'with what it is about' "$out" '^  \{"about": "tables", "finding": "link 1 is in the log'
	is 'in a list' "$(printf '%s\n' "$out" | sed -n -e '1p' -e '$p' | tr -d '\n')" '[]'
	evstorm --lang ko verify copy.evs
	like 'it is said in Korean' "$out" '표에는 없습니다'
else
	skip 'what is found' 'sqlite3 is not installed'
fi
head -c 9000 "$EVSTORM_BOARDS/shop.evs" >torn.evs
evstorm verify torn.evs
is 'a file cut short is found' "$status" 1
like 'and what to do about it' "$out" 'the file is damaged; .*evstorm recover'

# page 4 of a later time in a copy of before
evstorm new ./mixed.evs
evstorm do ./mixed.evs --as Ana add event Before
cp mixed.evs later.evs
evstorm do ./later.evs --as Ana add event Later
dd if=later.evs of=mixed.evs bs=4096 skip=4 seek=4 count=1 conv=notrunc 2>/dev/null
evstorm verify mixed.evs
is 'pages that do not belong together are found' "$status" 1
is 'and nobody complains' "$err" ''
like 'as what they are' "$out" 'made in the middle of an action'
plan
