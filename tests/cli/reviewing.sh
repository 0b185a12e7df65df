#!/bin/sh
# Looking back: a board as it was, what changed, and the story of a workshop.
. "${SRCDIR:-.}/tests/lib/tap.sh"

# A log of three people in steps 1 to 3, an hour of it. at HH:MM WHO COMMAND...
at() {
	SOURCE_DATE_EPOCH=$(date -u -d "2026-11-20 $1" +%s)
	export SOURCE_DATE_EPOCH
	who=$2
	shift 2
	"$EVSTORM" do shop --as "$who" "$@" >/dev/null 2>&1
}
SOURCE_DATE_EPOCH=$(date -u -d '2026-11-20 10:00' +%s)
"$EVSTORM" new shop -t 'The *shop*' --as Mara
at 10:00 Mara add event -c 1 -r 1 'Order placed'
at 10:02 Ana add event -c 2 -r 1 'Payment done'
at 10:03 Ben add event -c 3 -r 1 'A mistake'
at 10:04 Ben delete 3
at 10:05 Mara step 2
at 10:06 Ana edit 2 'Payment approved at last'
at 10:07 Ana insert-column 2
at 10:30 Mara step 3
at 10:31 Ben add command -c 2 -r 1 'Pay | <now>'
at 10:32 Ben link 4 2
at 10:33 Ana add hotspot -c 3 -r 2 'Who pays?'
at 10:34 Ana vote 5
at 10:35 Mara resolve 5
at 10:36 Mara note 5 'The buyer'
at 10:37 Mara context Ordering 1
at 10:38 Mara context Payment 2 4
at 10:39 Mara relate Ordering sync Payment -l 'take_the_money'
at 10:40 Mara move 1 1 3
SOURCE_DATE_EPOCH=$(date -u -d '2026-11-20 14:05' +%s)
cp "$EVSTORM_BOARDS/shop.evs" before.evs

evstorm show shop --at step:1
works 'a board can be shown as it was'
like 'with what was on it' "$out" 'Payment done'
is 'and not with what came later' "$(printf '%s\n' "$out" | grep -c 'Pay |')" 0
evstorm show shop --at '2026-11-20 10:03'
like 'also at a time' "$out" 'A mistake'
evstorm show shop --outline --at '#0'
is 'there is nothing before everything' "$out" ''
evstorm show shop --at end
is 'the end is the board as it is' "$out" "$("$EVSTORM" show shop)"
evstorm show shop --at 9999
fails 'the log has an end' 1 'the log ends at change [0-9]+$'
evstorm show shop --at yesterday
fails 'a moment has to be one' 2 '“yesterday” is not a moment; use #120'
evstorm show shop --at step:8
fails 'a step has to have been' 1 'the workshop was never in step 8'

evstorm export shop --at step:1
works 'a board can be exported as it was'
like 'as one table' "$out" '^2,event,Payment done,2,1,'
is 'with nothing of later' "$(printf '%s\n' "$out" | wc -l)" 3
evstorm export shop --at step:2 -o then/
works 'and into a folder'
is 'whose history ends there' "$(grep -c 'Pay |' then/changes.csv)" 0
evstorm new again -i then
works 'from which a board can be made'
is 'that is the board as it was' "$("$EVSTORM" show again)" "$("$EVSTORM" show shop --at step:2)"
is 'and has its log' "$("$EVSTORM" log again)" "$("$EVSTORM" log shop | head -n "$("$EVSTORM" log again | wc -l)")"

evstorm diff shop step:1
works 'two moments can be compared'
like 'what came is there' "$out" '^  #4 command “Pay \| <now>”$'
like 'words that changed are marked' "$out" '^  #2: Payment \[-done-\] \{\+approved at last\+\}$'
like 'what was drawn into a context' "$out" '^  #1 event “Order placed”: - -> Ordering$'
like 'what was related' "$out" '^  Ordering sync Payment “take_the_money”$'
is 'what made room was no move' "$(printf '%s\n' "$out" | sed -n '/moved/{n;p}')" \
	'  #1 event “Order placed”: 1,1 -> 1,3'
evstorm diff shop step:1 step:1
works 'nothing is different between the same moments'
is 'and nothing is said' "$out" ''
evstorm diff shop end step:1
like 'the other way what came is gone' "$out" '^Stickies: removed$'
evstorm diff shop step:1 step:2 -f csv
works 'it comes as CSV'
is 'with a header' "$(printf '%s\n' "$out" | head -n 1)" 'difference,entity,id,kind,text,before,after'
like 'and a row for each' "$out" '^reworded,sticky,2,event,Payment approved at last,Payment done,Payment approved at last$'
is 'and no other' "$(printf '%s\n' "$out" | wc -l)" 2
evstorm diff shop ./before.evs
works 'two boards can be compared'
is 'a copy is no different' "$out" ''
evstorm do ./before.evs --as Zoe add event -c 9 -r 1 Shipped ';' edit 1 'Order taken'
evstorm diff shop ./before.evs
like 'what the copy has more' "$out" '^  #6 event “Shipped”$'
like 'and what it has otherwise' "$out" '^  #1: Order \[-placed-\] \{\+taken\+\}$'
evstorm --lang ko diff shop step:1
like 'it is said in Korean' "$out" '추가'
evstorm diff shop
fails 'something to compare with is needed' 2 'diff: something is missing'
evstorm diff shop step:1 nonsense
fails 'a second moment has to be one' 2 '“nonsense” is not a moment'
evstorm do ./before.evs --as Zoe relate Ordering async Ordering -l again ';' message Ordering Ordering -l again \
	-t notification 1 ';' publish 1 ';' payload 1 'id: uuid; total'
evstorm do ./before.evs --as Zoe integrate Ordering Ordering -l again slow outbox
evstorm diff shop ./before.evs
like 'what became public' "$out" '^  #1 event “Order taken”: public$'
like 'what it carries, in one line' "$out" '^  #1 event “Order taken”: \{\+id: uuid; total\+\}$'
like 'what crosses' "$out" '^  Ordering async Ordering “again”: #1 “Order taken” notification$'
cp before.evs later.evs
evstorm do ./later.evs --as Zoe integrate Ordering Ordering -l again slow retry ';' message Ordering Ordering -l again \
	-t domain-event -u id 1
evstorm diff ./before.evs ./later.evs
like 'what was answered' "$out" '^  Ordering async Ordering “again”: when_slow: outbox -> retry$'
like 'which type it has now' "$out" 'notification  ->  .* domain-event, uses id$'
evstorm diff ./before.evs ./later.evs -f csv
like 'an answer is called as its field' "$out" '^when_slow,relation,.*,outbox,retry$'
evstorm diff shop nowhere
fails 'a second board has to be there' 3 '.*no such board'
evstorm diff shop end -f xml
fails 'a format has to be one' 2 '--format takes text\|csv, not “xml”'

evstorm report shop
works 'there is a report'
like 'with a title that is no markup' "$out" '^# The \\\*shop\\\*$'
like 'with the people' "$out" '^- People: Mara \(facilitator\), Ana, Ben$'
like 'with the time at work' "$out" '^- Time spent: 17 min, without breaks of more than 10 minutes$'
like 'with the events' "$out" '^- \*\*Payment approved at last\*\*$'
like 'and what led to them' "$out" '^  - command: Pay \\\| \\<now\\>$'
like 'with the contexts' "$out" '^### Payment$'
like 'and how they relate' "$out" \
	'^- \*\*Ordering\*\* → \*\*Payment\*\* \(calls and waits for the answer\): take\\_the\\_money$'
like 'with who raised and settled what' "$out" \
	'^- \*\*Who pays\?\*\* ●1 — raised by Ana, 2026-11-20 10:33; resolved by Mara, 2026-11-20 10:35$'
like 'and how' "$out" '^  - The buyer$'
like 'with the votes' "$out" '^- 1 × Who pays\? \(hotspot\)$'
like 'with what the steps took' "$out" '^\| 2 External systems +\| +2 min \| +3 \|'
like 'with what people did' "$out" '^\| Ben +\| +3 min \| +4 \| +2 \| +\| +1 \|$'
like 'with what is still to be done' "$out" '^- \*\*Order placed\*\*: '
report=$out
evstorm report shop -o story.md
works 'it goes into a file'
is 'which holds the same' "$(cat story.md)" "$report"
evstorm report shop -o nowhere/story.md
is 'a file that cannot be written is an error' "$status" 3
evstorm --lang ko report shop
works 'there is one in Korean'
like 'with Korean headings' "$out" '^## 핫스폿$'
evstorm new empty
evstorm report empty
works 'an empty board has a report'
is 'nothing is said twice' "$(printf '%s\n' "$out" | grep -c '^# ')" 1

chmod a-w "$EVSTORM_BOARDS/shop.evs"
evstorm diff shop step:1 step:2
works 'a file that cannot be written to can be looked back at'
is 'nothing is left beside it' "$(ls "$EVSTORM_BOARDS" | grep -c shop)" 1

plan
