#!/bin/sh
# The board as a folder of EventCatalog, which people edit: what they wrote stays when it is written again. Its own SDK
# and linter, and the compiler of its pages, read it.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

# accepts NAME FOLDER: the linter finds no error, and the SDK everything that is referred to; what it saw is in "seen".
accepts() {
	can_read eventcatalog "$1" || return 1
	run node node_modules/@eventcatalog/linter/dist/cli/index.js "$2"
	is "$1: the linter finds no error" "$status $(printf '%s\n' "$out" | grep -c ' error ')" '0 0'
	run node read_eventcatalog.mjs "$2"
	cp "$tap_dir/out" seen
	is "$1: the SDK and the compiler take it" "$status $err" '0 '
}

# saw KIND: what was seen of KIND, sorted.
saw() {
	awk -F '\t' -v kind="$1" '$1 == kind' seen | cut -f 2- | tr '\t' ' ' | sort
}

# field FILE NAME: what the file says, with the lines below it.
field() {
	awk -v name="$2" '/^[^ -]/ { on = $1 == name ":" } on' "$1"
}

evstorm new shop
cat >story <<'END'
title A shop
purpose Sell things
add actor -c 1 -r 2 Customer
add command -c 1 -r 1 Place order
add event -c 2 -r 1 Order placed
add command -c 5 -r 1 Request payment
add event -c 6 -r 1 Payment received
add read-model -c 9 -r 1 Open orders
add aggregate -c 12 -r 1 Order
add external-system -c 14 -r 1 Bank
link 1 2
link 2 3
link 4 8
context Ordering 2 3 6 7
context Billing 4 5
context-purpose Billing Gets the money
payload 3 orderId: uuid; email: text sensitive
define 7 What somebody wants to have
relate Ordering sync Billing -l pay
message Ordering Billing -l pay 4
END
run_with story "$EVSTORM" do shop -
works 'the story is told'

evstorm export shop -f eventcatalog
fails 'it is a folder' 2 '.*name it with -o DIR'
evstorm export shop -f csv --events 3
fails 'a table has no flow' 2 '.*these have one: eventcatalog'
evstorm export shop -f eventcatalog --events 2 -o out
fails 'a flow is about events' 1 'no event 2'
evstorm export shop -f eventcatalog --events 3 -o out
works 'the folder is written'
(cd out && find . -type f | sort) >files
is 'each thing has its file' "$(paste -sd ' ' files)" \
	'./channels/billing-request-payment/index.mdx ./commands/place-order/index.mdx ./commands/request-payment/index.mdx ./domains/a-shop/index.mdx ./domains/a-shop/ubiquitous-language.mdx ./eventcatalog.config.js ./events/order-placed/index.mdx ./events/payment-received/index.mdx ./flows/a-shop/index.mdx ./flows/order-placed/index.mdx ./package.json ./queries/open-orders/index.mdx ./services/bank/index.mdx ./services/billing/index.mdx ./services/ordering/index.mdx ./teams/unassigned.mdx'
if accepts 'a shop' out; then
	is 'services send' "$(saw sends | paste -sd '|')" \
		'billing payment-received |billing request-payment |ordering order-placed |ordering request-payment billing-request-payment'
	is 'and receive' "$(saw receives | paste -sd '|')" \
		'bank request-payment |billing request-payment billing-request-payment|ordering open-orders |ordering place-order '
	is 'the flow has its steps' "$(saw step | grep '^order-placed' | paste -sd '|')" \
		'order-placed 1 actor Customer 2|order-placed 2 message Place order 3|order-placed 3 service Ordering'
	is 'and the language its words' "$(saw term | paste -sd '|')" \
		'a-shop bank Bank external-system|a-shop customer Customer actor|a-shop open-orders Open orders read-model in Ordering|a-shop order Order What somebody wants to have'
fi

# Written again.
cp -R out before
touch -d 2001-01-01 out/*/*/*.mdx
evstorm export shop -f eventcatalog --events 3 -o out/
works 'the same again'
ok 'changes nothing' diff -r out before
is 'and writes no file' "$(find out -name '*.mdx' -path 'out/*/*/*' -newermt 2001-01-02)" ''

# People edit: owners, a text above and below, the board's part of another file, fields of their own, lists, a name; they
# move a file, and add one of their own.
event=out/events/order-placed/index.mdx
sed -i 's/- "unassigned"/- sales-team/; s/^{.. From the board.*/# Our words\n\n&/' $event
printf 'badges:\n  - content: ours\n    backgroundColor: red\n    textColor: red\n' >badges
sed -i '/^owners/{
r badges
N
}' $event
printf '\nAnd what we say below: é, {1 + 1}.\n' >>$event
sed -i 's/^- Field: orderId.*/- Field: orderId, which we explain here/' $event
sed -i 's/^name: .*/name: "How we call it"/' out/commands/place-order/index.mdx
sed -i '/id: "order-placed"/,/version/d; s/^sends:/&\n  - id: theirs\n    version: 2.0.0/' out/services/ordering/index.mdx
mkdir -p out/services/billing/events out/events/theirs out/teams
mv out/events/payment-received out/services/billing/events/
printf -- '---\nid: theirs\nname: Theirs\nversion: 2.0.0\nsummary: x\nowners: [sales-team]\n---\nTheirs.\n' >out/events/theirs/index.mdx
printf -- '---\nid: sales-team\nname: Sales\nsummary: x\n---\nx\n' >out/teams/sales-team.mdx
cp out/events/theirs/index.mdx theirs.mdx
cat >later <<'END'
edit 3 Order was placed
note 3 Somebody wants something
delete 6
add event -c 20 -r 1 Theirs
context Ordering 9
edit 5 Payment has come
END
run_with later "$EVSTORM" do shop -
works 'the board goes on'
evstorm export shop -f eventcatalog -o out
works 'and is written over what people did'
has() {
	grep -qF -- "$2" "$1"
}
ok 'owners stay' has $event '- sales-team'
ok 'fields of their own stay' has $event 'content: ours'
ok 'a text above stays' has $event '# Our words'
ok 'and one below' has $event 'And what we say below: é, {1 + 1}.'
ok "a changed part of the board's stays" has $event 'which we explain here'
is 'a renamed sticky keeps its file and its id, and gets its new name' \
	"$(field $event id) $(field $event name)" 'id: "order-placed" name: "Order was placed"'
ok 'and its summary' has $event 'summary: "Somebody wants something"'
is 'a name that somebody gave stays' "$(field out/commands/place-order/index.mdx name)" 'name: "How we call it"'
ok 'what was taken out of a list stays away' sh -c '! grep -q order-placed out/services/ordering/index.mdx'
ok 'what was put into it stays' has out/services/ordering/index.mdx '- id: theirs'
ok 'what is new is added' has out/services/ordering/index.mdx 'id: "theirs-9"'
ok 'beside a file of theirs' cmp out/events/theirs/index.mdx theirs.mdx
ok 'a moved file stays where it is' has out/services/billing/events/payment-received/index.mdx 'Payment has come'
ok 'and is not written twice' test ! -e out/events/payment-received
is 'what has left the board is deprecated' "$(field out/queries/open-orders/index.mdx deprecated | paste -sd ' ')" \
	'deprecated:   message: "It is no longer on the board."'
ok 'and no longer asked for' sh -c '! grep -q open-orders out/services/ordering/index.mdx'
ok 'a scenario that nobody asked for again stays' sh -c '! grep -q deprecated out/flows/order-placed/index.mdx'
accepts 'what people edited' out
cp -R out edited
evstorm export shop -f eventcatalog -o out
ok 'once more changes nothing' diff -r out edited
evstorm do shop undo 6
evstorm export shop -f eventcatalog -o out
is 'what comes back is no longer deprecated' "$(field out/queries/open-orders/index.mdx deprecated)" ''

# The SDK writes files in its own way, and gives versions: that is no change, and a version is theirs.
if can_read eventcatalog 'its SDK writes'; then
	evstorm export shop -f eventcatalog -o sdk
	cat >version.mjs <<'END'
import { resolve } from 'node:path';
import sdk from '@eventcatalog/sdk';
const catalogue = (sdk.default ?? sdk)(resolve('sdk'));
const event = await catalogue.getEvent('payment-received');
await catalogue.versionEvent('payment-received');
await catalogue.writeEvent({ ...event, version: '2.0.0' });
const service = await catalogue.getService('billing');
await catalogue.writeService(service, { override: true });
END
	run node version.mjs
	works 'the SDK writes a version'
	"$EVSTORM" do shop edit 5 "Money came" >/dev/null
	"$EVSTORM" do shop add event -c 30 -r 1 "Reminder sent" \; context Billing 10 >/dev/null
	evstorm export shop -f eventcatalog -o sdk
	works 'and we write over it'
	is 'the version stays' "$(field sdk/events/payment-received/index.mdx version)" 'version: 2.0.0'
	ok 'the name follows' has sdk/events/payment-received/index.mdx 'name: "Money came"'
	ok 'the older version stays as it was' has sdk/events/payment-received/versioned/1.0.0/index.mdx 'Payment'
	ok 'lists go on' has sdk/services/billing/index.mdx 'reminder-sent'
	accepts 'what the SDK wrote' sdk
fi

# Names that would lead elsewhere, or that are one name on some systems.
mkdir hostile.in
awk 'BEGIN {
	count = split("..|.|/|../../up|/etc/passwd|a/b|A/B|a\\b|CON|con|nul|com1|-|배송|배송!|~|$HOME|*", names, "|")
	names[++count] = sprintf("%250s", ""); gsub(/ /, "x", names[count])
	names[++count] = names[count - 1] "!"
	print "id,kind,text,column,row,context"
	kinds = split("event command read-model external-system aggregate", kind, " ")
	for (at = 1; at <= count; at++)
		for (i = 1; i <= kinds; i++)
			print ++id "," kind[i] ",\"" names[at] "\"," at * 9 + i ",1,\"" names[at] "\""
}' >hostile.in/stickies.csv
evstorm new hostile -t '../../up' -i hostile.in
is 'a hostile board' "$status" 0
mkdir -p deep/deeper
find . ! -path './deep*' | sort >"$tap_dir/outside"
evstorm export hostile -f eventcatalog -o deep/deeper/out
works 'its folder'
find . ! -path './deep*' | sort >"$tap_dir/after"
ok 'nothing is written outside of it' cmp "$tap_dir/outside" "$tap_dir/after"
is 'nor beside it' "$(find deep -maxdepth 2 | sort | paste -sd ' ')" 'deep deep/deeper deep/deeper/out'
is 'no two names differ in case only' "$(find deep | tr '[:upper:]' '[:lower:]' | sort | uniq -d)" ''
is 'all are names for any system' \
	"$(find deep -mindepth 4 | grep -vE '/[a-z0-9][a-z0-9-]{0,80}(/[a-z-]+\.mdx|\.mdx)?$')" ''
is 'and none is one of a device' "$(find deep | grep -E '/(con|nul|com1)(/|$)')" ''
accepts 'a hostile board' deep/deeper/out

# What is not ours stays, also where our page would be and though it cannot be read as one.
evstorm export shop -f eventcatalog -o theirs
mv theirs/teams/unassigned.mdx team.mdx
ln -s ../../team.mdx theirs/teams/unassigned.mdx
printf 'a\0b' >theirs/domains/a-shop/ubiquitous-language.mdx
"$EVSTORM" do shop add actor -c 40 -r 1 Clerk >/dev/null
evstorm export shop -f eventcatalog -o theirs
works 'a link and a file that is no text'
ok 'the link stays' test -L theirs/teams/unassigned.mdx
is 'so does the file' "$(wc -c <theirs/domains/a-shop/ubiquitous-language.mdx | tr -d ' ')" 3

# A link is not followed out of the folder, and what cannot be finished leaves nothing.
evstorm export shop -f eventcatalog -o linked
mkdir elsewhere
rm -r linked/events
ln -s "$PWD/elsewhere" linked/events
cp -R linked linked.before
"$EVSTORM" do shop edit 5 'Paid at last' >/dev/null
evstorm export shop -f eventcatalog -o linked
fails 'a link in the way' 3 'linked/events: exists and is not a folder'
is 'leads nowhere' "$(ls elsewhere)" ''
ok 'and all is as it was' diff -r linked linked.before
for sample in shop-en shop-ko; do
	evstorm new $sample -i "$EVSTORM_DATADIR/boards/$sample"
	evstorm export $sample -f eventcatalog -o $sample.out
	works "the sample $sample"
	accepts "the sample $sample" $sample.out
done
cp -R shop-en.out full
(
	trap '' XFSZ
	ulimit -f 2
	"$EVSTORM" export shop-ko -f eventcatalog -o full 2>full.err
	echo $? >full.status
)
is 'a disk that is full' "$(cat full.status)" 3
ok 'leaves nothing half done' diff -r full shop-en.out
(
	trap '' XFSZ
	ulimit -f 2
	"$EVSTORM" export shop-ko -f eventcatalog -o full.new 2>full.err
)
ok 'and nothing at all where nothing was' test ! -e full.new
plan
