#!/bin/sh
# @asyncapi/diff calls no change of a payload breaking.
#
# Guess: a field that is taken away, gets another type or is newly required is breaking, as the channel that
# is taken away is.
# Seen: @asyncapi/diff 0.5.0 calls all three "unclassified", and breaking() gives nothing. A defaultContentType
# that is added, where there was none, is breaking.
# Hurts: CI that stops at breaking(): what consumers break on passes. Stop at unclassified() as well.
. "$(dirname "$0")/lib.sh"
npm_packages @asyncapi/diff@0.5.0

cat >try.cjs <<'END'
const { diff } = require('@asyncapi/diff');
const make = (change) => {
	const payload = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, sum: { type: 'integer' } } };
	const document = { asyncapi: '3.0.0', info: { title: 'Sales', version: '1.0.0' },
		channels: { orders: { address: 'orders', messages: { placed: { payload } } } }, operations: {} };
	change(payload, document);
	return document;
};
for (const [what, change] of Object.entries({
	'field taken away': (payload) => delete payload.properties.sum,
	'other type': (payload) => { payload.properties.id.type = 'integer'; },
	'newly required': (payload) => payload.required.push('sum'),
	'channel taken away': (payload, document) => delete document.channels.orders,
	'content type added': (payload, document) => { document.defaultContentType = 'application/json'; },
})) {
	const found = diff(make(() => {}), make(change));
	console.log(`${what}: ${['breaking', 'nonBreaking', 'unclassified'].filter((kind) => found[kind]().length)}`);
}
END
seen=$(node try.cjs 2>&1)
verdict '@asyncapi/diff 0.5.0 classifies no change of a payload' \
	'field taken away: unclassified
other type: unclassified
newly required: unclassified
channel taken away: breaking
content type added: breaking' "$seen"
