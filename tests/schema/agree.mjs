// Holds the schemas of `tianbao form export-schema` against the core, document by document.
//
//   documents COUNT | node agree.mjs TIANBAO      what tests/schema/documents.cpp writes, and the program

import { execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const shownAtMost = 10;
const [tianbao] = process.argv.slice(2);

// A slip in a keyword's name is an error; a schema that leaves the type to its neighbour is none. Formats say the same as the
// patterns beside them, so programs that take formats for remarks come to the same verdict.
function compile(form) {
  const text = execFileSync(tianbao, ['form', 'export-schema', form], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const schema = JSON.parse(text);
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  if (!ajv.validateSchema(schema)) throw new Error(`${form}: ${ajv.errorsText(ajv.errors)}`);
  const plain = new Ajv({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false });
  return { text, validators: [ajv.compile(schema), plain.compile(schema)], counts: { valid: 0, invalid: 0, unsaid: 0, 'in comment': 0 } };
}

// Why ajv and the core disagree, or nothing. Where no schema can say what is wrong there is nothing to compare, but of the
// faults that the $comments name each is shown once, and has to pass.
function disagreement(schema, { verdict, reasons, document }) {
  if (verdict === 'unsaid') return;
  if (verdict === 'in comment' && !schema.text.includes(`${reasons}：`)) return `no $comment names ${reasons}`;
  for (const validate of schema.validators) {
    const passes = validate(document);
    if (passes === (verdict !== 'invalid')) continue;
    const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} (${error.schemaPath})`);
    return `core: ${verdict} (${reasons})\n  ajv: ${passes ? 'valid' : errors.join('; ')}`;
  }
}

const schemas = new Map();
let disagreements = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const judged = JSON.parse(line);
  if (!schemas.has(judged.form)) schemas.set(judged.form, compile(judged.form));
  const schema = schemas.get(judged.form);
  schema.counts[judged.verdict] += 1;
  const found = disagreement(schema, judged);
  if (found && ++disagreements <= shownAtMost) console.log(`${judged.form}\n  ${found}\n  ${JSON.stringify(judged.document)}`);
}

for (const [form, { counts }] of schemas) {
  console.log(`${form}: ${counts.valid} valid, ${counts.invalid} broken, ${counts.unsaid} that no schema can tell`);
  if (Math.min(counts.valid, counts.invalid) < (counts.valid + counts.invalid) / 5) {
    console.log(`${form}: too few of one kind to compare`);
    disagreements += 1;
  }
}
console.log(disagreements === 0 && schemas.size > 0 ? 'ajv and the core agree' : `${disagreements} disagreements`);
process.exitCode = disagreements === 0 && schemas.size > 0 ? 0 : 1;
