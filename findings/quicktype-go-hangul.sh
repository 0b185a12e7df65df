#!/bin/sh
# quicktype's Go for Korean fields is right Go, and no field of it is ever written or read.
#
# Guess: names that are no Go names get some prefix or are spelt in Latin letters.
# Seen: quicktype-core 26.0.0 keeps 주문번호 as the name of the field. Hangul has no capitals, and Go
# exports, and encoding/json sees, only what begins with one: the struct compiles, and marshals to {}.
# Fields in Latin letters get their capital.
# Hurts: who makes types from a payload in Korean and finds it empty at run time.
. "$(dirname "$0")/lib.sh"
npm_packages quicktype-core@26.0.0

cat >try.cjs <<'END'
const { InputData, JSONSchemaInput, quicktype } = require('quicktype-core');
(async () => {
	const schema = { type: 'object', required: ['주문 번호', 'total'],
		properties: { '주문 번호': { type: 'string' }, total: { type: 'number' } } };
	const source = new JSONSchemaInput(undefined);
	await source.addSource({ name: 'Order', schema: JSON.stringify(schema) });
	const inputData = new InputData();
	inputData.addInput(source);
	const { lines } = await quicktype({ inputData, lang: 'go', rendererOptions: { 'just-types': 'true' } });
	console.log(lines.filter((line) => line.includes('json:')).map((line) => line.trim().replace(/\s+/g, ' ')).join('\n'));
})();
END
seen=$(node try.cjs)
verdict 'quicktype-core 26.0.0 makes fields of Korean names in Go that are not exported' \
	'Total float64 `json:"total"`
주문번호 string `json:"주문 번호"`' "$seen"
