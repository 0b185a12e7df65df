#!/bin/sh
# The SDK of CloudEvents gives other data in binary mode than in structured mode.
#
# Guess: the mode is a matter of transport: the data that comes out is the same.
# Seen: with cloudevents 10.0.0 an object of the type application/vnd.order+json comes out of binary mode
# as a text ('{"n":1}'), of structured mode as an object. A text of the type application/json has no quotes
# in the body of binary mode, which is no JSON then, and null comes out as the text "null".
# Hurts: who changes the mode, or has consumers in other languages: they cannot parse the text.
. "$(dirname "$0")/lib.sh"
npm_packages cloudevents@10.0.0

cat >try.cjs <<'END'
const { CloudEvent, HTTP } = require('cloudevents');
for (const [type, data] of [['application/json', { n: 1 }], ['application/vnd.order+json', { n: 1 }],
	['application/json', '주문'], ['application/json', null]]) {
	const event = new CloudEvent({ id: '1', type: 'order.placed', source: '/sales', datacontenttype: type, data });
	const { body } = HTTP.binary(event);
	console.log(type, JSON.stringify(data), '-> body', body, '-> binary', JSON.stringify(HTTP.toEvent(HTTP.binary(event)).data),
		'-> structured', JSON.stringify(HTTP.toEvent(HTTP.structured(event)).data));
}
END
seen=$(node try.cjs 2>&1)
verdict 'cloudevents 10.0.0 gives data in binary mode that structured mode does not give' \
	'application/json {"n":1} -> body {"n":1} -> binary {"n":1} -> structured {"n":1}
application/vnd.order+json {"n":1} -> body {"n":1} -> binary "{\"n\":1}" -> structured {"n":1}
application/json "주문" -> body 주문 -> binary "주문" -> structured "주문"
application/json null -> body null -> binary "null" -> structured undefined' "$seen"
