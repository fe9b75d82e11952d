// Writes what the fuzz targets begin with, out of what the repository has: FOLDER/<target>/, a file per input, and
// FOLDER/<target>.dict, words to build inputs from.
//
//   node tests/fuzz/seeds.mjs FOLDER SEED_DOCUMENTS [CASES]      SEED_DOCUMENTS: the program of that name; CASES: the CEL
//                                                                cases that tests/conformance/write_cases.mjs wrote
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {files, keys, literals, matches, objects, read, readJson, texts, unique} from './sources.mjs';

const [folder, seedDocuments, cases] = process.argv.slice(2);

const forms = [...files('assets/forms', '.json'), ...files('tests/schema/forms', '.json')].map(readJson);
const documents = execFileSync(seedDocuments, {encoding: 'utf8', maxBuffer: 1 << 28}).trim().split('\n');
const typed = unique([
  ...['tests/shared/text', 'tests/shared/document', 'tests/differential'].flatMap(literals),
  ...files('tests/fixtures', '.json').flatMap((path) => texts(readJson(path))),
  ...matches(read('tests/schema/texts.h'), /"([^"]+)"/g)
]);

/** A form with one of its sections and the rules that this section is enough for. */
function formOf(form, section) {
  const others = form.sections.filter((each) => each !== section).map(({id}) => `${id}.`);
  const rules = (form.rules ?? []).filter((rule) => !others.some((name) => JSON.stringify(rule).includes(name)));
  // Empty lists are mistakes; JSON leaves out what is undefined.
  return {...form, sections: [section], rules: rules.length > 0 ? rules : undefined, notes: undefined};
}

/** The form with markup in every text that is shown. */
function withMarkup(form) {
  const shown = ['title', 'label', 'unit', 'help', 'basis', 'message'];
  return JSON.parse(JSON.stringify(form), (key, value) => shown.includes(key) && typeof value === 'string' ? `${value}<&"'` : value);
}

function definition() {
  const whole = forms.flatMap((form) => [form, withMarkup(form), ...form.sections.map((section) => formOf(form, section))]);
  return {
    seeds: [...whole.map((form) => JSON.stringify(form)), ...literals('tests/shared/form').filter((text) => text.startsWith('{'))],
    words: [
      ...keys(forms), ...texts(forms).filter((text) => /^[a-z_]+$/.test(text)),
      'computed', 'pattern', 'last', 'W101', 'E102', 'N103', 'prior.', 'tianbao-form/1', 'deduced', 'draft', 'official'
    ]
  };
}

function document() {
  const members = documents.slice(0, 6).flatMap((text) => keys(JSON.parse(text)));
  return {
    seeds: documents,
    words: [
      ...members, ...typed.filter((text) => text.length < 12),
      'receipt', 'saved_at', 'named_parent', 'other', 'none', '<script>', '"><b>', '&lt;', '\u2028', '\ufeff'
    ]
  };
}

/** What the forms say in CEL. */
function rulesOfForms() {
  const members = ['relevant', 'required', 'computed', 'when', 'rule'];
  return objects(forms).flatMap((each) => [
    ...members.map((name) => each[name]).filter((source) => typeof source === 'string'),
    ...matches(String(each.message ?? ''), /\{([^}]*)\}/g)
  ]);
}

function conformanceCases() {
  if (!cases) return [];
  return Object.values(JSON.parse(readFileSync(cases, 'utf8'))).flat().map(({expression}) => expression ?? '');
}

/** Uses of an `s` that is doubled ten times. */
function large(first, uses) {
  return uses.map((use) => `cel.bind(s, ${first}, ${'cel.bind(s, s + s, '.repeat(10)}${use}${')'.repeat(11)}`);
}

function expression() {
  const maxBytes = 4096;
  const functions = files('shared/expression/library', '.cpp').flatMap((path) => matches(read(path), /\bFunction\{"([\w.]+)",/g));
  const addresses = forms.flatMap(({sections}) =>
    sections.flatMap(({id, groups}) => groups.flatMap(({fields}) => fields.map((field) => `${id}.${field.id}`))));
  return {
    seeds: [
      ...[...rulesOfForms(), ...['tests/shared/expression', 'tests/shared/check'].flatMap(literals), ...conformanceCases()]
        .filter((source) => source && Buffer.byteLength(source) <= maxBytes),
      ...large('"a"', ['s.size()', 's == s', 's.contains(s + "b")', 's.matches("(a|b)*c")', '{s: s}[s]', 's.split("")', 's.replace("", s)']),
      ...large('[0]', ['s.all(x, s == s)', 's.map(x, s)', 's.exists(x, 1 in s)', 'sum(s) + max(s)', 's.transformMap(i, x, s)', '[s, s] == [s, s]'])
    ],
    words: [
      ...functions.flatMap((name) => [`${name}(`, `.${name}(`]), ...addresses, ...addresses.slice(0, 4).map((name) => `prior.${name}`),
      'site.code', 'site.url', 'today', 'period',
      'has(', 'none(', '.all(x, ', '.exists(x, ', '.exists_one(x, ', '.map(x, ', '.filter(x, ', '.transformList(i, x, ', 'cel.bind(x, ',
      '.transformMap(k, x, ', '.transformMapEntry(k, x, ', '.optMap(x, ', '.optFlatMap(x, ', 'cel.bind(s, s + s, ',
      '&&', '||', '==', '!=', '<=', '>=', ' in ', ' ? ', ' : ', '.?', '[?', '!', '-', '%', 'r"', 'b"', '"""', 'u', '1e', '0x', '\\u',
      'null', 'true', '9223372036854775807', '-9223372036854775808', '18446744073709551615u', '1.7976931348623157e308',
      '99999999999999999999999999999999'
    ]
  };
}

/** Each pattern by itself, and with another one as its text. */
function pattern() {
  const sources = unique([...literals('tests/shared/pattern'), ...matches(read('docs/patterns.md'), /`([^`]+)`/g)]);
  return {
    seeds: sources.flatMap((source, index) => [source, `${source}\0${sources[(index * 7 + 1) % sources.length]}`]),
    words: [
      '(?:', '[^', '{1,3}', '{2,}', '{0}', '{1000}', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\-', '\\]', '^', '$', '|', '*', '+', '?', '.',
      '\0', '\n', '洞', '😀', '[一-鿿]'
    ]
  };
}

const targets = {
  definition: definition(),
  document: document(),
  expression: expression(),
  pattern: pattern(),
  normalisation: {seeds: typed, words: typed.filter((text) => text.length <= 6)}
};

/** A word in libFuzzer's own notation: what is not printable ASCII by its bytes. */
function quoted(word) {
  const plain = (byte) => byte >= 0x20 && byte <= 0x7e && byte !== 0x22 && byte !== 0x5c;
  const shown = (byte) => plain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  return `"${[...Buffer.from(word)].map(shown).join('')}"`;
}

for (const [target, given] of Object.entries(targets)) {
  const maxWordBytes = 48;
  const seeds = unique(given.seeds);
  const words = unique(given.words).filter((word) => word && Buffer.byteLength(word) <= maxWordBytes);
  const place = join(folder, target);
  rmSync(place, {recursive: true, force: true});
  mkdirSync(place, {recursive: true});
  for (const seed of seeds) writeFileSync(join(place, createHash('sha1').update(seed).digest('hex')), seed);
  writeFileSync(join(folder, `${target}.dict`), words.map((word) => `${quoted(word)}\n`).join(''));
  console.log(`${target}: ${seeds.length} seeds, ${words.length} words`);
}
