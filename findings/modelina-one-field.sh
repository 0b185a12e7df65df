#!/bin/sh
# modelina makes one field of two whose names are in Korean, and drops the other.
#
# Guess: names that Java or Kotlin take are kept, or are spelt in some way that keeps them apart.
# Seen: @asyncapi/modelina 5.10.1 takes all Hangul out of the names. Both fields are called "" then, so
# one overwrites the other: of a required 주문 번호 and a 결제 금액 only the latter is there, nameless.
# The names of enum values go the same way. No error, no warning.
# Hurts: who generates code from an AsyncAPI document in Korean: give properties names of ASCII, and
# put the Korean into title or description.
. "$(dirname "$0")/lib.sh"
npm_packages @asyncapi/modelina@5.10.1

cat >try.cjs <<'END'
const { JavaGenerator, KotlinGenerator } = require('@asyncapi/modelina');
const schema = { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'Order', type: 'object',
	additionalProperties: false, required: ['주문 번호'],
	properties: { '주문 번호': { type: 'string' }, '결제 금액': { type: 'number' }, status: { type: 'string' } } };
(async () => {
	for (const Generator of [JavaGenerator, KotlinGenerator]) {
		const [model] = await new Generator().generate(schema);
		console.log(model.result.split('\n').filter((line) => /^\s*(private|val)/.test(line)).map((line) => line.trim()).join('\n'));
	}
})();
END
seen=$(node try.cjs)
verdict '@asyncapi/modelina 5.10.1 makes one nameless field of two in Korean' \
	'private Double ;
private String status;
val : Double? = null,
val status: String? = null,' "$seen"
