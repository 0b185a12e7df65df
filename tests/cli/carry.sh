#!/bin/sh
# Boards out to files and folders, and in again.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new shop
evstorm do shop add event -c 1 -r 1 Order placed ';' add command -c 2 -r 1 'Pay, now' ';' link 2 1
evstorm do shop phase 1 Ordering ';' context Sales 1 2 ';' step 2

evstorm export shop
works 'export works'
is 'as CSV' "$(printf '%s\n' "$out" | head -n 1)" \
	'id,kind,text,column,row,context,links,note,votes,resolved,pivotal,author,step,created,updated'
plain=$out
evstorm export shop -f csv
is '-f csv is what it does anyway' "$out" "$plain"
evstorm export shop -o -
is '-o - is standard output' "$out" "$plain"
evstorm export shop --bom
is '--bom puts three bytes before it' "$out" "$(printf '\357\273\277')$plain"

evstorm export shop -o shop.csv
works '-o writes a file'
is 'and prints nothing' "$out" ''
is 'with the same in it' "$(cat shop.csv)" "$plain"
is 'that others may read' "$(stat -c %a shop.csv)" "$(: >made; stat -c %a made)"
echo old >shop.csv
chmod 600 shop.csv
ln -s shop.csv link.csv
evstorm export shop -o link.csv
works 'a file is replaced'
is 'through a link' "$(cat shop.csv)" "$plain"
ok 'which stays one' test -h link.csv
is 'with its permissions' "$(stat -c %a shop.csv)" 600
is 'and nothing is left beside it' "$(ls | tr '\n' ' ')" 'link.csv made shop.csv '
evstorm export shop -o table.xyz
fails 'an ending that tells no format is refused' 2 'table\.xyz: cannot tell the format from the file name.*csv'
ok 'with nothing made' test ! -e table.xyz
evstorm export shop -f csv -o table.xyz
works 'unless -f tells it'
evstorm export shop -o nowhere/shop.csv
fails 'a folder for a file is not made' 3 'nowhere/shop\.csv: No such file'
evstorm export shop -f csv -o /dev/full
fails 'a full disk is said' 3 '/dev/full: No space left on device'
run sh -c '"$EVSTORM" export shop >/dev/full'
fails 'on standard output, too' 3 'standard output: No space left on device'
run sh -c '"$EVSTORM" export shop >&-'
fails 'as is one that is closed' 3 'standard output: '
mkfifo pipe
cat pipe >piped &
evstorm export shop -f csv -o pipe
wait
is 'a pipe is written to' "$(cat piped)" "$plain"

evstorm export shop -o all/
works 'a name with a slash at its end is a folder'
is 'with the stickies' "$(cat all/stickies.csv)" "$plain"
ok 'and the history' test -s all/changes.csv
mkdir there
evstorm export shop -o there
works 'so is one that is there'
is 'with the same in it' "$(cat there/*.csv)" "$(cat all/*.csv)"

evstorm new again -i all
works 'a board is made from a folder'
evstorm export again -o again/
is 'with its history' "$(cat again/*.csv)" "$(cat all/*.csv)"
evstorm log again
like 'and its title' "$out" 'title "" -> shop$'
evstorm new third -i all -t Third
works 'and gets another title'
evstorm log third
is 'in an action of its own' "$(printf '%s\n' "$out" | tail -n 1 | sed 's/.*  board 1/board 1/')" \
	'board 1 title shop -> Third'
evstorm new fourth -i shop.csv
works 'a board is made from a file'
like 'and says what came of it' "$out" '^2 stickies added'
evstorm export fourth
is 'the same again' "$out" "$plain"
evstorm new fifth
evstorm import fifth all
works 'a board that has a log takes a folder'
like 'without its history' "$out" '^2 stickies added'
cp there/stickies.csv more.csv
evstorm import fifth more.csv
works 'and a file'
like 'whose stickies find other slots and ids' "$out" '^2 stickies added; 2 .*; 2 .*'
run_with more.csv "$EVSTORM" import fifth -
works 'and standard input'
evstorm do fifth undo 2
evstorm export fifth
is 'each is one action' "$(printf '%s\n' "$out" | tail -n +2 | wc -l | tr -d ' ')" 2

# Whoever writes into a pipe may take their time: nobody else has to wait for them.
mkfifo pipe
"$EVSTORM" import fifth pipe >taken 2>&1 &
exec 9>pipe
run timeout 20 "$EVSTORM" do fifth add event Meanwhile
works 'somebody writes while an import waits for a pipe'
printf 'kind,text\nevent,Through a pipe\n' >&9
exec 9>&-
wait $!
is 'what came through the pipe is imported' "$(cat taken)" '1 sticky added'
printf 'kind,text\nblob,Through a pipe\n' | "$EVSTORM" import fifth - >taken 2>&1
like 'what is wrong in it is said by its name' "$(cat taken)" 'standard input: row 2, column 1 \(kind\): “blob”'

printf 'text,kind,mood\nA,event,good\nB,blob,bad\n' >odd.csv
evstorm import fifth odd.csv
fails 'an unknown kind is refused by row' 1 'odd\.csv.*3'
evstorm import fifth odd.csv --unknown-kind blob
fails 'and is not made another unknown one' 2 'unknown kind “blob”'
evstorm import fifth odd.csv --unknown-kind hotspot
works '--unknown-kind makes something of it'
like 'and what was left out is said' "$out" '^2 stickies added; 1 column ignored: mood$'
printf 'Summary,Issue Type\nPlaced,Story\n' >tracker.csv
evstorm import fifth tracker.csv --dry-run --kind command
works 'what would be added is shown'
like 'with its place and kind' "$out" '^command  .*Placed'
like 'and counted' "$out" '^1 sticky would be added; 1 of an unknown kind \(Story\) became command'
evstorm export fifth
is 'nothing is added' "$(printf '%s\n' "$out" | grep -c Placed)" 0
before=$(cksum "$EVSTORM_BOARDS/fifth.evs")
evstorm import fifth tracker.csv -n
is 'the file is not written to' "$(cksum "$EVSTORM_BOARDS/fifth.evs")" "$before"
evstorm import fifth tracker.csv --map Summary=mood
fails 'a map to a field that there is not is refused' 2 '--map: unknown field “mood”'
evstorm import fifth tracker.csv --map Summary
fails 'and what is no map' 2 '--map takes COLUMN=FIELD'
evstorm import fifth tracker.csv --separator ''
fails 'and no separator' 2 '--separator takes one character'
evstorm import fifth tracker.csv --kind blob
fails 'and an unknown kind' 2 'unknown kind “blob”'
evstorm new odd -i odd.csv
fails 'no board is made from a file that is refused' 1 'odd\.csv.*3'
is 'and nothing of it is left' "$(ls "$EVSTORM_BOARDS" | grep -c odd)" 0
evstorm new odd -i odd.csv --unknown-kind hotspot
works 'unless --unknown-kind helps'
evstorm new none -i none.csv
fails 'nor from one that is not there' 3 'none\.csv: '
is 'and nothing of it is left' "$(ls "$EVSTORM_BOARDS" | grep -c none)" 0
evstorm import fifth none.csv
fails 'a file that is not there cannot be read' 3 'none\.csv: '
plan
