#!/bin/sh
# Aggregates of one name in one context are one, on however many stickies.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new lone
evstorm do lone add aggregate Order
evstorm check lone --step 6
is 'one that stands alone is not used' "$(printf '%s\n' "$out" | grep -c 'no command or event next to it')" 1

evstorm new shop -t 'The shop'
evstorm do shop add command -c 1 -r 1 Place order ';' add aggregate -c 2 -r 1 Order ';' add event -c 3 -r 1 Order placed ';' \
	add command -c 10 -r 1 Cancel order ';' add aggregate -c 11 -r 1 orders ';' add event -c 12 -r 1 Order cancelled ';' \
	add aggregate -c 20 -r 5 The order
evstorm propose shop contexts
is 'one context is proposed' "$(printf '%s\n' "$out" | grep -c '^context')" 1
like 'named once, with all three' "$out" '^context [Oo]rders* .*2.*5.*7'
like 'the reason names it once' "$out" '# “[Oo]rders*”: '
evstorm check shop --step 6
is 'it is used, if one of its stickies is' "$(printf '%s\n' "$out" | grep -c 'no command or event next to it')" 0
evstorm show shop --outline
is 'the outline tells it where it is used' "$(printf '%s\n' "$out" | grep -c 'on: ')" 2
is 'and nowhere else' "$(printf '%s\n' "$out" | grep -c 'The order')" 0
evstorm do shop context Ordering 1 2 3 4 5 6 7
evstorm show shop --map
like 'the map counts one' "$out" '1 aggregate'
evstorm report shop
is 'the report has one' "$(printf '%s\n' "$out" | sed -n '/^## Aggregates/,/^## Contexts/p' | grep -c '^- ')" 1
like 'with all commands' "$out" 'commands: Place order, Cancel order'
is 'and names it once in its context' "$(printf '%s\n' "$out" | grep -c '^- aggregate: Order$')" 1
evstorm export shop -f cml
is 'CML has one' "$(printf '%s\n' "$out" | grep -c 'Aggregate ')" 1
evstorm do shop context Shipping 7
evstorm check shop --step 7
is 'in another context it may be another' "$(printf '%s\n' "$out" | grep -c 'same name')" 1
evstorm show shop --map
is 'so each counts one' "$(printf '%s\n' "$out" | grep -o '1 aggregate' | wc -l | tr -d ' ')" 2
plan
