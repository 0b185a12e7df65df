#!/bin/sh
# @hyperjump/json-schema finds a definition with a Korean name only by a reference that is no URI.
#
# Guess: "#/$defs/%EC%A3%BC%EB%AC%B8", which is how a URI has 주문, leads to $defs/주문; "#/$defs/주문", which is
# an IRI, may be refused.
# Seen: @hyperjump/json-schema 1.18.0 has it the other way round: the right reference is "No schema found"
# (it looks for %C3%AC%C2%A3..., bytes taken for letters), and the bare one is found, in draft-07 and 2020-12. ajv 8.20.0
# finds both.
# Hurts: schemas of an export with Korean names, which other tools read: write ASCII names into $defs, and the
# Korean into the title.
. "$(dirname "$0")/lib.sh"
npm_packages @hyperjump/json-schema@1.18.0 ajv@8.20.0

cat >try.mjs <<'END'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/draft-07';
import { createRequire } from 'module';
const require = createRequire(import.meta.url);
const tried = async f => { try { return await f() } catch (error) { return error.message.split(' at ')[0] } };
let n = 0;
for (const [draft, Ajv, key] of [['https://json-schema.org/draft/2020-12/schema', require('ajv/dist/2020'), '$defs'],
	['http://json-schema.org/draft-07/schema#', require('ajv'), 'definitions']])
	for (const name of ['order', '주문', encodeURI('주문')]) {
		const schema = { allOf: [{ $ref: `#/${key}/${name}` }], [key]: { order: { type: 'string' }, 주문: { type: 'string' } } };
		const id = `https://example.com/${n++}`;
		console.log(schema.allOf[0].$ref, 'ajv:', await tried(() => new Ajv().validate(schema, '주문')), 'hyperjump:',
			await tried(async () => {
				registerSchema({ $schema: draft, ...schema }, id);
				return (await validate(id, '주문')).valid;
			}));
	}
END
seen=$(node try.mjs 2>&1)
verdict '@hyperjump/json-schema 1.18.0 does not find $defs/주문 by its URI' \
	'#/$defs/order ajv: true hyperjump: true
#/$defs/주문 ajv: true hyperjump: true
#/$defs/%EC%A3%BC%EB%AC%B8 ajv: true hyperjump: No schema found
#/definitions/order ajv: true hyperjump: true
#/definitions/주문 ajv: true hyperjump: true
#/definitions/%EC%A3%BC%EB%AC%B8 ajv: true hyperjump: No schema found' "$seen"
