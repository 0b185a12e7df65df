#!/bin/sh
# AsyncAPI's parser of Avro forgets a type that is named again in a union, and refuses null there.
#
# Guess: a type that was defined is known by its name wherever Avro takes that: as a field, and as
# ["null", "State"], which is how Avro makes a field optional.
# Seen: with @asyncapi/avro-schema-parser 3.0.24 an enum that is named again in a union becomes {}, and so
# does a record in itself. Anything passes as {}, null too, so that "oneOf" of it and null refuses null,
# which is the default: a right message is called wrong. A nested type called by its whole name, with the
# namespace that it has from around it, is {} as well. No error.
# Hurts: messages that are checked by the JSON Schema of an Avro payload, and what is generated of it.
. "$(dirname "$0")/lib.sh"
npm_packages @asyncapi/avro-schema-parser@3.0.24 ajv@8.20.0

cat >try.cjs <<'END'
const parser = require('@asyncapi/avro-schema-parser').AvroSchemaParser();
const Ajv = require('ajv');
const schema = (fields) => parser.parse({ meta: { message: {} },
	data: { type: 'record', name: 'Order', namespace: 'shop', fields } });
const state = { name: 'state', type: { type: 'enum', name: 'State', symbols: ['OPEN', 'PAID'] } };
(async () => {
	const optional = await schema([state, { name: 'before', type: ['null', 'State'], default: null }]);
	console.log(JSON.stringify(optional.properties.before));
	console.log(new Ajv({ strict: false }).validate(optional, { state: 'OPEN', before: null }));
	const nested = await schema([{ name: 'next', type: ['null', 'Order'], default: null }]);
	console.log(JSON.stringify(nested.properties.next));
	const named = await schema([state, { name: 'before', type: 'State' }, { name: 'after', type: 'shop.State' }]);
	console.log(JSON.stringify(named.properties.before), JSON.stringify(named.properties.after));
})();
END
seen=$(node try.cjs)
verdict '@asyncapi/avro-schema-parser 3.0.24 refuses null for an optional type that it knows by name' \
	'{"oneOf":[{},{"type":"null"}],"default":null}
false
{"oneOf":[{},{"type":"null"}],"default":null}
{"type":"string","enum":["OPEN","PAID"]} {}' "$seen"
