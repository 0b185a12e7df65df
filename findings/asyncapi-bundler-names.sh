#!/bin/sh
# The bundler of AsyncAPI mixes two things of one name into one that is in neither document.
#
# Guess: of two documents that are merged, which both have a schema Order or a channel orders, one is kept, or
# is renamed, or it is refused; "base" says whose are "retained".
# Seen: @asyncapi/bundler 1.0.2 takes each key, however deep, from the base or else from the last document that
# has it. An Order of a customer and one of a carrier become an Order that has both, and needs the one. A
# channel has the address of one and the messages of both; of two operations of one name, one that sends
# and one that receives, one is gone. No error, no warning.
# Hurts: a document of each context, as event storming ends in, merged for a portal: contexts have their own
# Order. Names that differ in all documents, such as SalesOrder, are safe.
. "$(dirname "$0")/lib.sh"
npm_packages @asyncapi/bundler@1.0.2

cat >try.mjs <<'END'
import bundle from '@asyncapi/bundler';
import { writeFileSync } from 'node:fs';
const write = (name, action, message, field, type) => writeFileSync(name + '.json', JSON.stringify({
	asyncapi: '3.0.0', info: { title: name, version: '1.0.0' },
	channels: { orders: { address: name + '.orders', messages: { [message]: { payload: { $ref: '#/components/schemas/Order' } } } } },
	operations: { order: { action, channel: { $ref: '#/channels/orders' } } },
	components: { schemas: { Order: { type: 'object', required: [field], properties: { id: { type }, [field]: { type: 'string' } } } } },
}));
write('sales', 'send', 'Placed', 'customer', 'integer');
write('shipping', 'receive', 'Sent', 'carrier', 'string');
const { channels, operations, components } = (await bundle(['sales.json', 'shipping.json'], { base: 'sales.json' })).json();
console.log(JSON.stringify(components.schemas.Order));
console.log(channels.orders.address, Object.keys(channels.orders.messages).join());
console.log(Object.values(operations).map((operation) => operation.action).join());
END
seen=$(node try.mjs)
verdict '@asyncapi/bundler 1.0.2 mixes schemas and channels of one name' \
	'{"type":"object","required":["customer"],"properties":{"id":{"type":"integer"},"customer":{"type":"string"},"carrier":{"type":"string"}}}
sales.orders Placed,Sent
send' "$seen"
