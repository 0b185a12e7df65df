#!/bin/sh
# asyncapi-validator reads no document whose operations leave their messages out, and no schema beside its format.
#
# Guess: it takes what AsyncAPI 3 allows, as it says: an operation without "messages" has all those of its channel, and a
# payload may be { schemaFormat, schema }; a pattern with \p{L} is one of JSON Schema.
# Seen: asyncapi-validator 5.1.1 ends with a TypeError ("reading 'reduce'") at the first, for a reply as for an
# operation; @asyncapi/parser, which it reads with, gives all messages there. It takes { schemaFormat, schema }
# for the schema itself, in which nothing is asked for: every message is right. By \p{L} it means the letter p, so that
# 주문 is wrong.
# Hurts: who tests messages against a document of AsyncAPI 3. Name the messages, and write the schema bare.
. "$(dirname "$0")/lib.sh"
npm_packages asyncapi-validator@5.1.1

cat >try.cjs <<'END'
const validator = require('asyncapi-validator');
const schema = { type: 'object', required: ['id'], properties: { name: { type: 'string', pattern: '^\\p{L}+$' } } };
async function tried(name, payload, messages, value) {
	const document = { asyncapi: '3.0.0', info: { title: '주문', version: '1.0.0' },
		channels: { orders: { address: 'orders', messages: { placed: { name: 'placed', payload } } } },
		operations: { place: { action: 'send', channel: { $ref: '#/channels/orders' }, ...messages } } };
	try {
		const read = await validator.fromSource(document, { msgIdentifier: 'name' });
		console.log(name, read.validate('placed', value, 'orders', 'send'));
	} catch (error) {
		console.log(name, error.name, error.message);
	}
}
const named = { messages: [{ $ref: '#/channels/orders/messages/placed' }] };
(async () => {
	await tried('messages named, right:', schema, named, { id: 1 });
	await tried('messages named, wrong:', schema, named, {});
	await tried('no messages named:', schema, {}, { id: 1 });
	await tried('schema and format, wrong:', { schemaFormat: 'application/schema+json;version=draft-07', schema }, named, {});
	await tried('letters:', schema, named, { id: 1, name: '주문' });
})();
END
seen=$(node try.cjs 2>&1)
verdict 'asyncapi-validator 5.1.1 reads no operation without messages' \
	"messages named, right: true
messages named, wrong: AsyncAPIValidationError data must have required property 'id'
no messages named: TypeError Cannot read properties of undefined (reading 'reduce')
schema and format, wrong: true
letters: AsyncAPIValidationError data/name must match pattern \"^\\p{L}+\$\"" "$seen"
