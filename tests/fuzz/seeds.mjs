// Writes what the fuzz targets begin with, out of what the repository has: FOLDER/<target>/, a file per input, and
// FOLDER/<target>.dict, words to build inputs from.
//
//   node tests/fuzz/seeds.mjs FOLDER SEED_DOCUMENTS [CASES]      SEED_DOCUMENTS: the program of that name; CASES: the CEL
//                                                                cases that tests/conformance/write_cases.mjs wrote
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const [folder, seedDocuments, cases] = process.argv.slice(2);

const read = (path) => readFileSync(join(root, path), 'utf8');
const files = (path, ending) => readdirSync(join(root, path), {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() ? files(join(path, entry.name), ending) : entry.name.endsWith(ending) ? [join(path, entry.name)] : []);
const unique = (items) => [...new Set(items)];

/** Every value below `value`, strings and all. */
const everything = (value) => [value, ...(value && typeof value === 'object' ? Object.values(value).flatMap(everything) : [])];
const keys = (value) => unique(everything(value).filter((each) => each && typeof each === 'object' && !Array.isArray(each)).flatMap(Object.keys));

/** The texts in quotation marks of C++ sources: what the tests of a room hold it against. */
function literals(path) {
  const escapes = {n: '\n', t: '\t', r: '\r', 0: '\0'};
  return files(path, '.cpp').flatMap((file) => {
    const source = read(file).split('\n').filter((line) => !line.startsWith('#')).join('\n');
    const texts = [...source.matchAll(/R"(\w*)\(([^]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"/g)];
    return texts.map(([, , raw, quoted]) => raw ?? quoted.replace(/\\(?:u([0-9A-Fa-f]{4})|x[0-9A-Fa-f]+|(.))/g,
      (escape, code, character) => code ? String.fromCodePoint(parseInt(code, 16)) : character ? escapes[character] ?? character : '\ufffd'));
  });
}

const forms = unique([...files('assets/forms', '.json'), ...files('tests/schema/forms', '.json')]).map((path) => JSON.parse(read(path)));

/** A form with one of its sections and the rules that this section is enough for. */
function formOf(form, section) {
  const others = form.sections.filter((each) => each !== section).map((each) => `${each.id}.`);
  const rules = (form.rules ?? []).filter((rule) => !others.some((name) => JSON.stringify(rule).includes(name)));
  // Empty lists are mistakes; JSON leaves out what is undefined.
  return {...form, sections: [section], rules: rules.length > 0 ? rules : undefined, notes: undefined};
}

/** The same with markup in every text that is shown. */
const shown = ['title', 'label', 'unit', 'help', 'basis', 'message'];
const withMarkup = (value) => Array.isArray(value) ? value.map(withMarkup) : value && typeof value === 'object'
  ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown.includes(key) && typeof each === 'string' ? `${each}<&"'` : withMarkup(each)]))
  : value;

const members = ['relevant', 'required', 'computed', 'when', 'rule'];
const expressions = unique([
  ...forms.flatMap((form) => everything(form)).flatMap((each) => each && typeof each === 'object' && !Array.isArray(each)
    ? [...members.map((name) => each[name]), ...[...(each.message ?? '').matchAll(/\{([^}]*)\}/g)].map(([, inner]) => inner)] : [])
    .filter((each) => typeof each === 'string'),
  ...literals('tests/shared/expression'), ...literals('tests/shared/check'),
  ...(cases && existsSync(cases) ? Object.values(JSON.parse(readFileSync(cases, 'utf8'))).flatMap((list) => list.map((each) => each.expression)) : [])
]).filter((each) => each && each.length <= 4096);

/** Uses of `s`, which is made as large as an expression is long. */
const large = (first, uses) => uses.map((use) => `cel.bind(s, ${first}, ${'cel.bind(s, s + s, '.repeat(10)}${use}${')'.repeat(11)}`);
const costly = [...large('"a"', ['s.size()', 's == s', 's.contains(s + "b")', 's.matches("(a|b)*c")', '{s: s}[s]', 's.split("")', 's.replace("", s)']),
  ...large('[0]', ['s.all(x, s == s)', 's.map(x, s)', 's.exists(x, 1 in s)', 'sum(s) + max(s)', 's.transformMap(i, x, s)', '[s, s] == [s, s]'])];

const functions = unique(files('shared/expression/library', '.cpp').flatMap((path) => [...read(path).matchAll(/\bFunction\{"([a-zA-Z0-9_.]+)",/g)].map(([, name]) => name)));
const macros = ['has(', 'none(', '.all(x, ', '.exists(x, ', '.exists_one(x, ', '.map(x, ', '.filter(x, ', 'cel.bind(x, ', '.transformList(i, x, ',
  '.transformMap(k, x, ', '.transformMapEntry(k, x, ', '.optMap(x, ', '.optFlatMap(x, '];
const operators = ['&&', '||', '==', '!=', '<=', '>=', ' in ', ' ? ', ' : ', '.?', '[?', '!', '-', '%', 'r"', 'b"', '"""', 'u', '1e', '0x', '\\u', 'null', 'true',
  '9223372036854775807', '-9223372036854775808', '18446744073709551615u', '1.7976931348623157e308', '99999999999999999999999999999999'];
const addresses = forms.flatMap((form) => form.sections.flatMap((section) => section.groups.flatMap((group) => group.fields.map((field) => `${section.id}.${field.id}`))));

const patterns = unique([...literals('tests/shared/pattern'), ...[...read('docs/patterns.md').matchAll(/`([^`]+)`/g)].map(([, text]) => text)]);
const typed = unique([...literals('tests/shared/text'), ...literals('tests/shared/document'), ...literals('tests/differential'),
  ...files('tests/fixtures', '.json').flatMap((path) => everything(JSON.parse(read(path))).filter((each) => typeof each === 'string')),
  ...[...read('tests/schema/texts.h').matchAll(/"([^"]+)"/g)].map(([, text]) => text)]);

const documents = execFileSync(seedDocuments, {encoding: 'utf8', maxBuffer: 1 << 28}).trim().split('\n');

const short = (words) => unique(words).filter((word) => word && Buffer.byteLength(word) <= 48);
const targets = {
  definition: {
    seeds: [...forms.map((form) => JSON.stringify(form)), ...forms.map((form) => JSON.stringify(withMarkup(form))),
      ...forms.flatMap((form) => form.sections.map((section) => JSON.stringify(formOf(form, section)))),
      ...literals('tests/shared/form').filter((text) => text.startsWith('{'))],
    words: [...forms.flatMap((form) => keys(form)), ...forms.flatMap(everything).filter((each) => typeof each === 'string' && /^[a-z_]+$/.test(each)),
      'computed', 'pattern', 'last', 'W101', 'E102', 'N103', 'prior.', 'tianbao-form/1', 'deduced', 'draft', 'official', 'url', 'decimal']
  },
  document: {
    seeds: documents,
    words: [...documents.slice(0, 6).flatMap((text) => keys(JSON.parse(text))), ...typed.filter((text) => text.length < 12), 'receipt', 'saved_at', 'named_parent', 'other', 'none',
      '<script>', '"><b>', '&lt;', '\u2028', '\ufeff']
  },
  expression: {
    seeds: [...expressions, ...costly],
    words: [...functions.flatMap((name) => [`${name}(`, `.${name}(`]), ...macros, ...operators, ...addresses, ...addresses.slice(0, 4).map((name) => `prior.${name}`),
      'site.code', 'site.url', 'today', 'period', 'cel.bind(s, s + s, ']
  },
  pattern: {
    seeds: patterns.flatMap((text, index) => [text, `${text}\0${patterns[(index * 7 + 1) % patterns.length]}`]),
    words: ['(?:', '[^', '{1,3}', '{2,}', '{0}', '{1000}', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\-', '\\]', '^', '$', '|', '*', '+', '?', '.', '\0', '\n', '洞', '😀', '[一-鿿]']
  },
  normalisation: {seeds: typed, words: typed.filter((text) => text.length <= 6)}
};

/** libFuzzer's own notation: what is not printable ASCII by its bytes. */
const quoted = (word) => `"${[...Buffer.from(word)].map((byte) =>
  byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c ? `\\x${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte)).join('')}"`;

for (const [target, {seeds, words}] of Object.entries(targets)) {
  const place = join(folder, target);
  rmSync(place, {recursive: true, force: true});
  mkdirSync(place, {recursive: true});
  for (const seed of unique(seeds)) writeFileSync(join(place, createHash('sha1').update(seed).digest('hex')), seed);
  writeFileSync(join(folder, `${target}.dict`), short(words).map((word) => `${quoted(word)}\n`).join(''));
  console.log(`${target}: ${unique(seeds).length} seeds, ${short(words).length} words`);
}
