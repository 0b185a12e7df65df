#!/bin/sh
# What contexts send and receive, as AsyncAPI's own parser reads it.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

# read_documents NAME FILE...: the parser takes them and has nothing to say but that there is a later
# version. What it saw is in the file "seen".
read_documents() {
	read_name=$1
	shift
	run node read_asyncapi.mjs "$@"
	cp "$tap_dir/out" seen
	is "$read_name: the parser takes it" "$status $err" '0 '
	is "$read_name: and warns of nothing" \
		"$(awk -F '\t' '$1 == "said" && ($3 < 2 || $5 !~ /latest version/)' seen)" ''
}

# seen KIND [NAME]: what was seen of KIND, and of NAME.
seen() {
	awk -F '\t' -v kind="$1" -v name="${2-}" \
		'$1 == kind && (name == "" || $2 == name)' seen | cut -f 2- | tr '\t' ' '
}

# A story with everything that messages can have.
evstorm new shop
cat >story <<'END'
title A shop
add event -c 1 -r 1 Order placed
add event -c 2 -r 1 Order cancelled
add command -c 3 -r 1 Request payment
add read-model -c 4 -r 1 Open orders
add event -c 5 -r 1 Stock counted
context Ordering 1 2 4
context "Payment & Co." 3
context 창고 5
context Lonely
publish 1
note 1 Somebody wants something
payload 1 orderId: uuid; email: text sensitive; lines: list of text; total: money; placed: time
payload 3 orderId: uuid; amount: decimal(10, 2); card: card number sensitive
payload 4 orders: list of uuid
metadata 1 id: uuid; time: timestamp; tenant: text
rejection 3 The card is refused
relate Ordering async 창고 -l goods
relate Ordering async "Payment & Co."
relate Ordering sync "Payment & Co." -l pay
relate 창고 sync Ordering -l ask
relate 창고 async Ordering -l 'Stock counted'
relate 창고 sync "Payment & Co." -l 'Bill the goods'
message Ordering 창고 -l goods -t state-snapshot -u "orderId lines" 1
message Ordering "Payment & Co." -l "" 2 1
message Ordering "Payment & Co." -l pay 3
message 창고 Ordering -l ask 4
END
run_with story "$EVSTORM" do shop -
works 'the story is told'

evstorm export shop -f asyncapi -o shop/
works 'a folder gets all documents'
is 'each with the name of its context' "$(ls shop | paste -sd ' ')" \
	'changgo.yaml lonely.yaml ordering.yaml payment-co.yaml'
for context in Ordering 'Payment & Co.' 창고 Lonely; do
	evstorm export shop -f asyncapi --context "$context"
	works "$context comes by itself"
	is 'the same' "$out" "$(cat "$(grep -lF "\"title\": \"$context\"" shop/* | head -n 1)")"
done
evstorm export shop -f asyncapi --context Ordering -o one/
is 'a folder for one context' "$(ls one)" ordering.yaml
evstorm export shop --context 창고 -o goods.yaml
works 'the ending tells the format'
ok 'a file for one context' cmp goods.yaml shop/changgo.yaml
# Some readers do not know that an operation without messages has all those of its channel.
operations=$(cat shop/* | grep -c '^    "action": ')
replies=$(cat shop/* | grep -c '^    "reply":')
ok 'there are operations' [ "$operations" -gt "$replies" ]
ok 'there are replies' [ "$replies" -gt 0 ]
is 'each operation names its message' "$(cat shop/* | grep -c '^      - "$ref": "#/channels/.*/messages/')" "$operations"
is 'each reply names its messages' "$(cat shop/* | grep -A 3 '^    "reply":' | grep -c '^      "messages":')" "$replies"
evstorm export shop -f asyncapi
fails 'several are not one' 2 'each context has its own document: choose one with --context, or write all to a folder with -o DIR/'
evstorm export shop -f asyncapi --context Nowhere
fails 'a context must be there' 1 'no context “Nowhere”'
evstorm export shop -f csv --context Ordering
fails 'a table is not by context' 2 'the format csv cannot be limited to a context; these can: asyncapi'
evstorm export shop -f cml -o shop/
fails 'not every format is a folder' 2 'the format cml is a single file; these write a folder: csv, svg, asyncapi'
evstorm export shop -f asyncapi -o goods.yaml/
fails 'a file is no folder' 3 'goods\.yaml/: '
evstorm new nothing
evstorm export nothing -f asyncapi -o nothing/
fails 'a board without contexts has nothing to say' 1 'the board has no contexts yet'
ok 'and no folder is made' test ! -e nothing
evstorm do nothing context Only
evstorm export nothing -f asyncapi
works 'the only context need not be named'
printf '%s\n' "$out" >only.yaml

for sample in shop-en shop-ko; do
	evstorm new $sample -i "$EVSTORM_DATADIR/boards/$sample"
	evstorm export $sample -f asyncapi -o $sample/
	works "$sample"
	evstorm export $sample -o $sample-table/
	is "each context of $sample has a document" "$(ls $sample | wc -l)" \
		"$(tail -n +2 $sample-table/contexts.csv | wc -l)"
done

if can_read asyncapi 'AsyncAPI'; then
	read_documents Ordering shop/ordering.yaml
	is 'it says what it sends, and receives' "$(seen operation)" \
		'send sendOrderPlaced ordering.order-placed OrderPlaced -
send sendOrderCancelled ordering.order-cancelled OrderCancelled -
send sendRequestPayment payment-co.request-payment RequestPayment RequestPaymentAccepted RequestPaymentRejected
receive receiveOpenOrdersRequest ordering.open-orders OpenOrdersRequest OpenOrders
receive receiveStockCounted changgo.stock-counted StockCounted -'
	is 'an event has its payload' "$(seen field OrderPlaced)" \
		'OrderPlaced orderId string/uuid
OrderPlaced email string!
OrderPlaced lines [string]
OrderPlaced total number
OrderPlaced placed string/date-time'
	is 'and the attributes of a CloudEvent, with its metadata' "$(seen header OrderPlaced)" \
		'OrderPlaced id string
OrderPlaced source string/uri-reference
OrderPlaced specversion string
OrderPlaced type string
OrderPlaced time string/date-time
OrderPlaced tenant string'
	is 'EventCatalog is told what each is, and whose' "$(seen catalogue)" \
		'OrderPlaced event provider
OrderCancelled event provider
RequestPayment command client
RequestPaymentAccepted event client
RequestPaymentRejected event client
OpenOrdersRequest query provider
OpenOrders event provider
StockCounted event client'
	is 'a read model is an answer' "$(seen field OpenOrders)" 'OpenOrders orders [string/uuid]'
	read_documents 'Payment & Co.' shop/payment-co.yaml
	is 'the other side has the same names and addresses' "$(seen operation)" \
		'receive receiveOrderPlaced ordering.order-placed OrderPlaced -
receive receiveOrderCancelled ordering.order-cancelled OrderCancelled -
receive receiveRequestPayment payment-co.request-payment RequestPayment RequestPaymentAccepted RequestPaymentRejected
receive receiveBillTheGoods payment-co.bill-the-goods BillTheGoods BillTheGoodsAccepted'
	is 'its title is its name' "$(seen title)" 'Payment & Co.'
	read_documents 창고 shop/changgo.yaml
	like 'a label stands for what is not known better' "$(seen message)" 'BillTheGoods command Bill the goods'
	read_documents 'no messages' shop/lonely.yaml only.yaml
	is 'nothing is nothing' "$(seen operation)" ''
	for sample in shop-en shop-ko; do
		read_documents $sample $sample/*.yaml
		is "what $sample sends it receives" "$(seen operation send | cut -d ' ' -f 3 | sort)" \
			"$(seen operation receive | cut -d ' ' -f 3 | sort -u)"
		ok 'and it sends something' test "$(seen operation send | wc -l)" -ge 5
	done
fi

for words in '"to": "창고"' '"event-type": "state-snapshot"' '"uses": "orderId lines"' \
	'"description": "Somebody wants something"' '"x-visibility": "public"' '"x-visibility": "private"' \
	'"description": "The card is refused"' '"const": "ordering.order-placed"' '"const": "/ordering"' \
	'"description": "card number; sensitive"' '"x-sensitive": true' '"asyncapi": "3.0.0"'; do
	ok "$words stands in it" grep -qF "$words" shop/ordering.yaml
done
plan
