#!/bin/sh
# Printing boards and their logs.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new shop -t 'The shop'
evstorm do shop --as Ana add event -c 1 -r 1 Order placed ';' add command -c 2 -r 1 Pay
evstorm do shop --as Ben step 2
evstorm do shop --as Ben edit 1 Order arrived

evstorm show shop
works 'show works'
like 'and prints stickies' "$out" 'Order arrived'
clean 'without colours on no terminal'
default=$out
evstorm show shop --color always
works 'with --color always'
like 'it has colours' "$out" "$(printf '\033')\[[0-9;]*m"
evstorm show shop --color never --columns 100
is 'the width is 100 where nothing says another' "$out" "$default"
evstorm show shop --columns 20
is '--columns narrows it' "$(printf '%s\n' "$out" | grep -c 'Pay')" 1
export XDG_CONFIG_HOME="$PWD/config"
mkdir -p config/evstorm
echo 'set borders ascii' >config/evstorm/config
evstorm show shop --color never
is 'it follows the option for borders' "$(printf '%s\n' "$out" | grep -c '─')" 0
like 'and has plain lines' "$out" '\+---'
rm config/evstorm/config
COLUMNS=20 run "$EVSTORM" show shop
is 'so does COLUMNS' "$out" "$("$EVSTORM" show shop --columns 20)"
for zoom in 1 2 3 4 5; do
	evstorm show shop --zoom $zoom
	works "--zoom $zoom works"
done
is 'without it the zoom is 4' "$("$EVSTORM" show shop --zoom 4)" "$default"
evstorm new empty
evstorm new bounded
evstorm do bounded add aggregate -c 1 -r 1 A ';' add aggregate -c 2 -r 1 B ';' context Ordering 1
evstorm show bounded --color never
like 'without colour boundaries are thick' "$out" '━ Ordering ━+┓╭─+╮'

evstorm show empty
works 'an empty board can be shown'
run sh -c '"$EVSTORM" show shop >/dev/full'
fails 'output that cannot be written is said' 3 'standard output: No space left on device'
run sh -c '"$EVSTORM" show shop >&-'
fails 'so is one with nowhere to go' 3 'standard output: '

evstorm log shop
works 'log works'
TZ=KST-9 run "$EVSTORM" log shop
like 'times are in the zone of whoever reads, with its name' "$out" '^#3 +2026-11-20 23:05 KST  Ana  '
TZ=KST-9 run "$EVSTORM" show shop --at '2026-11-20 23:04'
is 'and are read in it' "$(printf '%s\n' "$out" | grep -c arrived)" 0
TZ=KST-9 run "$EVSTORM" show shop --at '2026-11-20 23:05'
like 'to the minute' "$out" arrived
TZ=KST-9 run "$EVSTORM" show shop --at '2026-11-20T14:05:00Z'
like 'unless they say another' "$out" arrived
TZ=KST-9 run "$EVSTORM" report shop
like 'a report names the zone' "$out" 'When: 2026-11-20 23:05 to 2026-11-20 23:05 KST'
TZ=KST-9 run "$EVSTORM" export shop
like 'files for programs have UTC' "$out" '2026-11-20T14:05:00Z'
evstorm log shop
like 'a new item' "$out" '^#[0-9]+ +2026-11-20 14:05 UTC  Ana  step 1  sticky 1 made .*text="Order placed"'
like 'a changed field' "$out" \
	'^#[0-9]+ +2026-11-20 14:05 UTC  Ben  step 2  sticky 1 text "Order placed" -> "Order arrived"$'
evstorm log shop --by Ana
works '--by works'
is 'and leaves the others out' "$(printf '%s\n' "$out" | grep -vc '  Ana  ')" 0
evstorm log shop --by Zoe
fails 'somebody unknown is refused' 1 'nobody on this board is called “Zoe”'
evstorm log shop --step 2
works '--step works'
is 'and leaves the others out' "$(printf '%s\n' "$out" | grep -vc '  step 2  ')" 0
like 'but not its own' "$out" 'Order arrived'
evstorm log shop --by Ana --step 2
is 'both together hold' "$out" ''
evstorm do shop --as Ben undo
evstorm log shop --by Ben
like 'an undo is told' "$out" '  Ben  step [12]  undo  sticky 1 text "Order arrived" -> "Order placed"$'
evstorm log shop -f text
works '-f text works'

evstorm log shop -f csv
works '-f csv works'
is 'it begins with its columns' "$(printf '%s\n' "$out" | head -n 1)" \
	'change,action,time,person,step,entity,item,field,before,after,kind,target'
like 'a row' "$out" '^[0-9]+,[0-9]+,2026-11-20T14:05:00Z,Ben,2,sticky,1,text,Order placed,Order arrived,do,$'
evstorm export shop -o all/
evstorm log shop -f csv
is 'it is what an export holds' "$out" "$(cat all/changes.csv)"
evstorm log shop -f csv --by Ana
is '--by holds for it, too' "$(printf '%s\n' "$out" | tail -n +2 | grep -vc ',Ana,')" 0

i=0
while [ $i -lt 700 ]; do
	echo "add event $i and some more words, so that the log is longer than any buffer on the way"
	i=$((i + 1))
done >script
run_with script "$EVSTORM" do shop -
run sh -c '"$EVSTORM" log shop >/dev/full'
fails 'a long log that cannot be written is said' 3 'standard output: No space left on device'
run sh -c '{ "$EVSTORM" log shop; echo $? >code; } | true'
is 'so is one that nobody reads' "$(cat code)" 3
plan
