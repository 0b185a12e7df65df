#!/bin/sh
# The report: a first page for those who read no more, the papers of the method, and the same as one HTML page.
. "${SRCDIR:-.}/tests/lib/tap.sh"

cat >story <<'END'
title "A </script> \"shop\" & 'more'"
purpose To sell <b>flowers</b> in three towns
add actor -c 1 -r 1 Customer
add command -c 2 -r 1 Place order
add aggregate -c 3 -r 1 Order
add event -c 4 -r 1 Order placed
add policy -c 5 -r 1 Ask for the money
add command -c 6 -r 1 Request payment
add aggregate -c 7 -r 1 Payment
add event -c 8 -r 1 Payment received
add external-system -c 9 -r 1 Bank
add hotspot -c 4 -r 2 Who pays the courier?
add hotspot -c 8 -r 2 What if the card is refused?
add aggregate -c 12 -r 1 Order
add event -c 13 -r 1 Order packed
link 1 2
link 8 9
context Ordering 1 2 3 4
context Billing 5 6 7 8 11
context Packing 12 13
relate Ordering async Billing -l "Order placed"
context-purpose Ordering Takes orders at any hour
subdomain Ordering core
context-roles Ordering gateway
assumptions Ordering People have a phone; flowers last a day
define 3 What somebody wants to have
define 12 What stands on one table
invariants 3 Has a customer; is paid once
END
evstorm new shop
run_with story "$EVSTORM" do shop --as Ana -
works 'the story is told'
evstorm do shop --as Mara resolve -n "We ask again" 11
works 'a hotspot is resolved'

# part HEADING: what stands under that heading of the second level.
part() {
	printf '%s\n' "$out" | sed -n "/^## $1\$/,/^## /p" | sed '1,2d;/^## /d'
}

# has NAME GOT BLOCK: GOT has these lines.
has() {
	case $2 in *"$3"*) true ;; *) false ;; esac
	tap_say $? "$1" "got: $2
wanted in it: $3"
}

evstorm report shop
works 'there is a report'
has 'it begins with the title and what it was for' "$out" '# A \</script\> "shop" \& '"'more'"'

To sell \<b\>flowers\</b\> in three towns

- People: '
like 'an aggregate that stands in two contexts is two' "$out" \
	'^- Stickies: 13; contexts: 3; relations: 1 \(.*aggregate 3.*\)$'
is 'then come the decisions' "$(part Decided | sed 's/, 20[0-9-]* [0-9:]*//g')" \
	'- **What if the card is refused?** (Billing) — raised by Ana; resolved by Mara
  - We ask again'
is 'and what is open' "$(part 'Still open' | sed 's/, 20[0-9-]* [0-9:]*//g')" \
	'- **Who pays the courier?** — raised by Ana'
is 'and each context in a sentence' "$(part 'Contexts at a glance')" \
	'- **Ordering** (core): Takes orders at any hour
- **Billing**: looks after Payment; 1 command, 1 event
- **Packing**: looks after Order; 0 commands, 1 event'
like 'and the map' "$(part 'The map')" '^flowchart LR$'
is 'which is drawn once' "$(printf '%s\n' "$out" | grep -c '^flowchart')" 1
ok 'all of that before the rest' test "$(printf '%s\n' "$out" | sed -n '/^## The map$/=')" -lt \
	"$(printf '%s\n' "$out" | sed -n '/^## Timeline$/=')"
has 'a context has its canvas' "$(part Contexts)" '### Ordering

- purpose: Takes orders at any hour
- strategic class: core
- domain roles: gateway
- receives:
  - from Customer: Place order (command)
- sends:
  - to Billing: Order placed (domain event)
- language:
  - **Order**: What somebody wants to have
- decisions:
  - Order: Has a customer; is paid once
- assumptions: People have a phone; flowers last a day
- open questions: Who pays the courier?
'
has 'what nobody has said is said once for all' "$(part Contexts)" '### Not said yet

- purpose: Billing, Packing
- strategic class: Billing, Packing
'
has 'an aggregate has its canvas' "$(part Aggregates)" '- **Order** (Ordering) — What somebody wants to have
  - commands: Place order
  - events, in their order: Order placed
  - invariants: Has a customer; is paid once
  - policies: Ask for the money
  - open questions: Who pays the courier?
'
has 'a word that means two things comes first' "$(part Glossary)" '### Words that mean two things

- **Order** (aggregate, Ordering): What somebody wants to have
  - used in: Place order, Order placed
- **Order** (aggregate, Packing): What stands on one table
  - used in: Order packed

### Words
'
like 'the flow says who sends what to whom' "$(part 'Message flow')" \
	'^\| 1 +\| Customer +\| Ordering +\| Place order +\| command +\|$'
like 'systems too' "$(part 'Message flow')" '\| Billing +\| Bank +\| Payment received +\| domain event +\|$'
evstorm report shop --events 4
is 'the flow of a chosen event has what belongs to it' "$(printf '%s\n' "$out" | grep -c '^| [0-9]')" 2
like 'under a heading of its own' "$out" '^### The chosen events$'
evstorm report shop --events 2
fails 'a command is no event' 1 'no event 2'
evstorm report shop --events 4,x
fails 'ids are numbers' 2 '--events takes ids of events'
evstorm report shop --part glossary
is 'a part stands alone' "$(printf '%s\n' "$out" | grep '^## ')" '## Glossary'
evstorm report shop --part all
fails 'a part has to be one' 2 'unknown part “all”; use one of: summary, board, timeline, '
evstorm report --help
like 'the help lists them' "$out" '^Parts: summary board timeline '

# What is said of many stickies is said once.
evstorm new many
evstorm do many context Shop
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	printf 'add event Order %s placed\n' "$i"
done >events
run_with events "$EVSTORM" do many -
evstorm report many
like 'what is true of nearly all is said of the board' "$out" '^- not in any context \(20 of 20\)$'
evstorm do many context Shop 1 2 3 4 5 6 7 8
evstorm report many
is 'a sentence for many stickies stands there once' "$(printf '%s\n' "$out" | grep -c 'not in any context')" 1
like 'with their number, and some of them' "$out" \
	'^- not in any context \(12\): \*\*Order 9 placed\*\*, .*\*\*Order 16 placed\*\*, and 4 more$'

# A board from elsewhere may have stickies without a text.
cat >mute.json <<'END'
{"evstorm": 1, "people": [{"id": 1, "name": "Ana"}], "contexts": [{"id": 2, "name": "Shop"}], "stickies": [
{"id": 3, "kind": "hotspot", "place": {"column": 1, "row": 1}, "author": 1, "context": 2, "resolved": true, "note": "So"},
{"id": 4, "kind": "hotspot", "place": {"column": 1, "row": 2}, "author": 1, "context": 2},
{"id": 5, "kind": "aggregate", "place": {"column": 3, "row": 1}, "author": 1, "context": 2, "invariants": "Never"}
]}
END
evstorm new mute
evstorm import mute mute.json
evstorm report mute
works 'stickies without a text are reported'
is 'as that' "$(printf '%s\n' "$out" | grep -c '(null)')" 0
like 'with what they say otherwise' "$out" '^  -  — So$'

evstorm report shop --html -o page.html
works 'the same as HTML'
evstorm report shop -o ending.htm
works 'the ending of the file says it'
ok 'that is the same' cmp page.html ending.htm
is 'it is one page' "$(grep -c '^<!DOCTYPE html>$' page.html) $(tail -n 1 page.html)" '1 </html>'
is 'that loads nothing' "$(grep -ciE '<(script|link|img|iframe|object|embed)|url\(|@import|src=' page.html)" 0
like 'texts are no markup' "$(cat page.html)" '<h1>A &lt;/script&gt; &quot;shop&quot; &amp; '
is 'the first page is followed by a sheet of its own' "$(grep -c 'class="sheet"' page.html)" 1
like 'the map is a picture' "$(sed -n '/The map/,/class="sheet"/p' page.html)" '<svg '
like 'so is the board' "$(sed -n '/id="board"/,/id="timeline"/p' page.html)" '<title>Order placed</title>'
is 'every link leads to a heading' "$(grep -o 'href="#[^"]*"' page.html | sed 's/.*#\(.*\)"/\1/' | sort)" \
	"$(grep -o '<h2 id="[^"]*"' page.html | sed 's/.*="\(.*\)"/\1/' | sort)"
like 'and there are links' "$(grep -o 'href="#[^"]*"' page.html)" '^href="#timeline"$'
evstorm --lang ko report shop --html
works 'there is one in Korean'
like 'which says so' "$out" '<html lang="ko">'
evstorm new empty
evstorm report empty --html
works 'an empty board has a page'

# Slides.
long='A text of a length that no sticky at any usual size could ever show without cutting it off somewhere, though people write them'
cat >wall <<END
lane 1 Happy path
phase 1 Ordering
phase 20 Payment
add hotspot -c 2 -r 2 $long
END
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 20 21; do
	printf 'add event -c %s -r 1 Event %s happened\n' "$i" "$i"
done >>wall
printf 'link 2 15\n' >>wall
evstorm new wall -t 'The wall'
run_with wall "$EVSTORM" do wall -
works 'a wall wider than a slide'
evstorm export wall -f svg --pages -o slides
works 'becomes slides'
is 'cut at the phases and within them' "$(ls slides)" 'page-01.svg
page-02.svg
page-03.svg'
is 'each sticky is on one' "$(cat slides/*.svg | grep -c '<g><title>')" 16
is 'none of its text is cut' "$(cat slides/*.svg | grep -c '…')" 0
for word in length usual somewhere write; do
	ok "not even the word $word of a long one" grep -q ">$word" slides/page-01.svg
done
like 'a slide says what it shows' "$(sed -n 's/^<title>\(.*\)<\/title>$/\1/p' slides/page-03.svg | head -n 1)" \
	'^The wall · Payment · 3/3$'
like 'with a legend' "$(cat slides/page-01.svg)" '>hotspot<'
like 'where an arrow leaves the slide, the number of the other stands' "$(cat slides/page-01.svg)" '>▸3<'
like 'and there where it comes from' "$(cat slides/page-03.svg)" '>1▸<'
ok 'they are slides of 16:9' sh -c "sed -n 's/.*width=\"\([0-9]*\)\" height=\"\([0-9]*\)\".*/\1 \2/p' slides/page-01.svg |
	head -n 1 | awk '{ exit !(\$1 / \$2 > 1.7 && \$1 / \$2 < 1.8) }'"
evstorm export wall -f svg --light -o light.svg
evstorm export wall -f svg --dark -o dark.svg
ok 'light and dark differ' sh -c '! cmp -s light.svg dark.svg'
evstorm export shop -f svg -o shopslides/
works 'a folder means slides'
ok 'with the map' test -e shopslides/map.svg
evstorm export wall -f svg --pages
fails 'they need a folder' 2 'pages are several files; name a folder for them with -o DIR'
evstorm export wall -f dot --pages -o x
fails 'only pictures have pages' 2 'the format dot has no pages; these have: svg'
plan
