// Validates documents against a JSON Schema of 2020-12 with ajv, in strict mode:
//	node read_json.mjs SCHEMA FILE...
// Prints "valid FILE", or "invalid FILE PATH MESSAGE"; fails if the schema or a document is not valid.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const read = path => JSON.parse(readFileSync(path, 'utf8'));
const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ strict: true, allErrors: true }).compile(read(schema));

for (const file of files) {
	if (validate(read(file))) {
		console.log(`valid ${file}`);
		continue;
	}
	process.exitCode = 1;
	for (const fault of validate.errors)
		console.log(`invalid ${file} ${fault.instancePath} ${fault.message}`);
}
