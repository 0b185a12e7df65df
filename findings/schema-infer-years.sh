#!/bin/sh
# @jsonhero/schema-infer calls a year a time of day, and a number of six digits a date.
#
# Guess: a text of digits is a string without a format, as "007" and "12" are; "2026-03-02" is a date.
# Seen: @jsonhero/schema-infer 0.1.5 gives "2026" and "0930" the format time, and "123456", "20260302" and
# "2026-W10" the format date: by them a validator that looks at formats refuses the document that the
# schema was made from.
# Hurts: ids, postal codes and years in texts. Take the formats out of what it made.
. "$(dirname "$0")/lib.sh"
npm_packages @jsonhero/schema-infer@0.1.5 ajv@8.20.0 ajv-formats@3.0.1 lodash@4.17.21

cat >try.mjs <<'END'
import { createRequire } from 'module';
const require = createRequire(import.meta.url);
const { inferSchema } = require('@jsonhero/schema-infer');
const Ajv = require('ajv/dist/2020'), formats = require('ajv-formats');
for (const text of ['007', '2026-03-02', '2026', '0930', '123456', '20260302', '2026-W10']) {
	const schema = inferSchema(text).toJSONSchema();
	const ajv = new Ajv();
	formats(ajv);
	console.log(text, JSON.stringify(schema), ajv.validate(schema, text) ? 'valid' : ajv.errorsText());
}
END
seen=$(node try.mjs 2>&1)
verdict '@jsonhero/schema-infer 0.1.5 gives "2026" the format time' \
	'007 {"type":"string"} valid
2026-03-02 {"type":"string","format":"date"} valid
2026 {"type":"string","format":"time"} data must match format "time"
0930 {"type":"string","format":"time"} data must match format "time"
123456 {"type":"string","format":"date"} data must match format "date"
20260302 {"type":"string","format":"date"} data must match format "date"
2026-W10 {"type":"string","format":"date"} data must match format "date"' "$seen"
