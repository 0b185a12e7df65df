#!/bin/sh
# The optimizer of AsyncAPI gives two messages the payload of one of them.
#
# Guess: what it moves to the components keeps its meaning, as it only puts a reference in its place.
# Seen: @asyncapi/optimizer 2.0.0, as it is without options, calls what it moves by its last key, so each
# payload that stands in a message becomes components/schemas/payload. Of two different ones the last that is
# moved stays, and both messages refer to it; fields of one name go the same way, an integer id and a
# text. No error, and the document is valid.
# Hurts: documents with payloads in the messages: of orders and shipments, both are orders afterwards. Put
# payloads into the components under names of their own, or set moveAllToComponents to false.
. "$(dirname "$0")/lib.sh"
npm_packages @asyncapi/optimizer@2.0.0

cat >try.cjs <<'END'
const { Optimizer } = require('@asyncapi/optimizer');
const message = (properties) => ({ payload: { type: 'object', properties } });
const document = { asyncapi: '3.0.0', info: { title: 'Shop', version: '1.0.0' }, channels: {
	orders: { address: 'orders', messages: { placed: message({ id: { type: 'integer' }, total: { type: 'number' } }) } },
	shipments: { address: 'shipments', messages: { sent: message({ id: { type: 'string' }, carrier: { type: 'string' } }) } },
} };
(async () => {
	const optimizer = new Optimizer(JSON.stringify(document));
	await optimizer.getReport();
	const { components } = JSON.parse(optimizer.getOptimizedDocument({ output: 'JSON' }));
	for (const name of ['placed', 'sent']) console.log(name, JSON.stringify(components.messages[name]));
	console.log(Object.keys(components.schemas.payload.properties).join(), components.schemas.id.type);
})();
END
seen=$(node try.cjs)
verdict '@asyncapi/optimizer 2.0.0 makes one payload of two' \
	'placed {"payload":{"$ref":"#/components/schemas/payload"}}
sent {"payload":{"$ref":"#/components/schemas/payload"}}
id,total integer' "$seen"
