#!/bin/sh
# What is put aside: no check, proposal or diagram asks about it; nothing of it is lost.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new shop -t 'The shop'
evstorm do shop add event -c 1 -r 1 Order placed ';' add command -c 2 -r 2 Pay ';' add event -c 3 -r 1 Robots deliver ';' \
	link 2 3
evstorm check shop
like 'a check asks about what is on the timeline' "$out" 'Robots deliver'
evstorm do shop --as Ana note 3 In ten years ';' park 3
like 'where it was put aside is said' "$err" 'put aside in row 4'
evstorm check shop
is 'no check asks about it' "$(printf '%s\n' "$out" | grep -c 'Robots deliver')" 0
like 'of the rest they do' "$out" 'Pay'
evstorm export shop -f dot
is 'it is in no diagram' "$(printf '%s\n' "$out" | grep -c 'Robots')" 0
like 'where the rest is' "$out" 'Order placed'
evstorm export shop -f csv
like 'a table has it' "$out" '3,event,Robots deliver,3,4,'
evstorm export shop -f svg
like 'so has a picture' "$out" '<title>Robots deliver'
evstorm show shop --outline
like 'the outline ends with it' "$(printf '%s\n' "$out" | tail -n 2)" 'Parking lot
.*Robots deliver'
evstorm report shop
like 'the report has a part for it' "$out" '## Parking lot

- domain event: Robots deliver — In ten years'
is 'and tells it once' "$(printf '%s\n' "$out" | grep -c 'Robots deliver')" 1
evstorm export shop -f csv -o shop/
evstorm new again -i shop/
evstorm export again -f csv -o again/
run diff -r shop again
works 'it comes back from a folder as it was'
evstorm do shop --as Ana undo
evstorm check shop
like 'undone it is asked about again' "$out" 'Robots deliver'
evstorm --lang ko do shop park 3
evstorm export shop -f dot
is 'the lot that somebody makes in Korean is one' "$(printf '%s\n' "$out" | grep -c 'Robots')" 0
evstorm log shop
like 'the log says it' "$out" 'Robots deliver'
plan
