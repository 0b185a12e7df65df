#!/bin/sh
# quicktype's Java calls Korean fields by colours and textures.
#
# Guess: Java takes Hangul in names, so the fields are called as in the schema, as quicktype's own
# TypeScript, Python and Go have them.
# Seen: in the Java of quicktype-core 26.0.0 the Hangul is left out, and what is then nameless gets a
# name from the class or a list: empty, order, purple. Which is which, only the converter knows.
# Hurts: who reads or uses these classes; another field added above renames those below.
. "$(dirname "$0")/lib.sh"
npm_packages quicktype-core@26.0.0

cat >try.cjs <<'END'
const { InputData, JSONSchemaInput, quicktype } = require('quicktype-core');
(async () => {
	const properties = Object.fromEntries(['주문 번호', '결제 금액', '상태'].map((name) => [name, { type: 'string' }]));
	const source = new JSONSchemaInput(undefined);
	await source.addSource({ name: 'Order', schema: JSON.stringify({ type: 'object', properties }) });
	const inputData = new InputData();
	inputData.addInput(source);
	const { lines } = await quicktype({ inputData, lang: 'java', rendererOptions: { 'just-types': 'true' } });
	console.log(lines.filter((line) => line.includes('private')).map((line) => line.trim()).join('\n'));
})();
END
seen=$(node try.cjs)
verdict 'quicktype-core 26.0.0 makes fields of Korean names in Java that are called after nothing' \
	'private String empty;
private String order;
private String purple;' "$seen"
