// Reads HTML pages with the validator html-validate; prints "valid FILE", or each fault.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] });
let faults = 0;

for (const file of process.argv.slice(2)) {
	const report = await validator.validateFile(file);

	for (const result of report.results)
		for (const message of result.messages) {
			console.log(`invalid ${file}:${message.line}: ${message.ruleId}: ${message.message}`);
			faults++;
		}
	if (report.valid)
		console.log(`valid ${file}`);
}
process.exit(faults ? 1 : 0);
