// Holds assets/form.schema.json, with which editors complete definitions, against the loader: the forms that there are, and
// each of them with one thing changed.
//
//   node definitions.mjs TIANBAO LINT_LINES      the program, and what tests/schema/lint_lines.cpp becomes

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const [tianbao, lintLines] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../', import.meta.url));

// Every structural mistake that the loader names is one of the schema too. What it says of expressions, addresses and of names
// used twice no schema can know.
const structural = new Set([
  'wrong_type', 'missing_member', 'unknown_member', 'unexpected_member', 'unknown_value', 'empty', 'too_long', 'too_many',
  'bad_character', 'out_of_range', 'bad_id', 'bad_code', 'bad_date',
]);
// In a table a member may stand in the row, the column or `cells`; only the loader puts them together.
const isOfTable = (pointer) => /^\/table\/|\/(cells|columns)(\/|$)/.test(pointer);
// Objects whose members the author names.
const isFreelyNamed = (pointer) => /\/(values|each|texts)$|\/fields\/[0-9]+\/cells$/.test(pointer);

const formFiles = ['assets/forms', 'tests/fixtures/forms'].flatMap((folder) =>
  readdirSync(root + folder).flatMap((id) => readdirSync(`${root}${folder}/${id}`).map((name) => `${folder}/${id}/${name}`)));
formFiles.push(...readdirSync(`${root}tests/schema/forms`).map((name) => `tests/schema/forms/${name}`));

// Has every member of the format, each at least once.
const line = (id, more) => ({ id, label: id, type: 'whole_number', ...more });
const complete = {
  format: 'tianbao-form/1', id: 'all', edition: '1', title: '全', authority: { number: '1号', title: '通知' }, reporter: 'site',
  subject: 'site', periods: { first: 2017, last: 2020 }, due: { from: '01-01', until: '01-31' }, provenance: 'official',
  sections: [
    { id: 'head', label: '表头', place: 'header', groups: [{ fields: [line('unit_name', { type: 'text' })] }] },
    {
      id: 's', label: '部分', numeral: '一', unit: '条', help: '说明', note: '注', allows_none: true, place: 'table', prints_label: true,
      groups: [
        {
          label: '组', unit: '件',
          fields: [
            line('text', { type: 'text', max_length: 9, pattern: '[a-z]*', pattern_hint: '字母', allows_none: true, offer: 'site.name', short_label: '短', help: '填', provenance: 'draft' }),
            line('number', { unit: '个', minimum: 0, maximum: 9, required: true, print: { same_row: true, break_after: false } }),
            line('share', { type: 'decimal', max_decimal_places: 1, relevant: 's.number > 0' }),
            line('sum', { computed: 's.number + 1' }),
            line('flag', { type: 'yes_no', required: 's.number > 0' }),
            line('one', { type: 'one_choice', choices: [{ id: 'a', label: '甲', help: '甲', print: { break_after: true } }] }),
            line('many', { type: 'many_choices', max_length: 9, choices: [{ id: 'a', label: '甲', other: true }] }),
            line('list', { type: 'text_list', max_length: 9 }),
            line('day', { type: 'date' }),
          ],
        },
        {
          cells: { type: 'whole_number', required: true, minimum: 0 },
          columns: [{ id: 'q1', label: '一', unit: '个', provenance: 'draft' }, { id: 'q2', label: '二', computed: '$row.q1 * $each' }],
          fields: [{ id: 'r', label: '行', provenance: 'draft', values: { each: 2, name: 'x' }, columns: ['q1', 'q2'] }],
        },
        {
          columns: [
            { id: 'text', label: '文', unit: '字', fixed: true, printed: true, width: 2, provenance: 'draft' },
            { id: 'n', label: '数', type: 'whole_number', printed: false },
          ],
          fields: [{ id: 'r2', label: '行', short_label: '短', texts: { text: '文字' }, cells: { n: { maximum: 9 } } }],
        },
        {
          rows: { id: 'each', label: '各', most: 3, least: 1, texts: { t: '文字' }, provenance: 'draft' },
          columns: [{ id: 'n', label: '数', type: 'whole_number' }, { id: 't', label: '文', fixed: true }],
        },
      ],
    },
  ],
  rules: [
    { code: 'W101', severity: 'warning', explain: 'required', when: 's.number > 1', rule: 's.sum > 2', message: '小 {s.sum}', fields: ['s.sum', 's.number'], basis: '试', provenance: 'draft' },
    { code: 'E102', severity: 'error', each: { a: ['number'] }, total: 's.$a', of: ['s.sum', 's.share'], basis: '试' },
    { code: 'N103', severity: 'notice', at_most: ['s.number', 's.sum'], basis: '试' },
    { code: 'N104', severity: 'notice', change: { of: 's.number', times: 5 }, basis: '试' },
    { code: 'N105', severity: 'notice', change: { of: 's.sum', percent: 5 }, basis: '试' },
  ],
  notes: ['备注'],
};
const wholeTable = {
  format: 'tianbao-form/1', id: 'whole', edition: '1', title: '全', periods: { first: 2017 },
  table: { label: '类别', section_label: '部', group_label: '组', cells: { allows_none: true }, columns: [{ id: 'name', label: '名称', type: 'text_list' }] },
  sections: [
    { id: 'head', label: '表头', place: 'header', groups: [{ fields: [line('unit_name', { type: 'text' })] }] },
    { id: 's', label: '部分', groups: [{ label: '组', fields: [{ id: 'r', label: '行' }] }] },
  ],
};

const schema = JSON.parse(execFileSync(tianbao, ['form', 'schema'], { encoding: 'utf8' }));
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText(ajv.errors));
const validate = ajv.compile(schema);

const problems = [];
const complain = (what, detail) => problems.push(`${what}: ${JSON.stringify(detail)}`);

function lint(definitions) {
  const input = definitions.map((definition) => `${JSON.stringify(definition)}\n`).join('');
  return execFileSync(lintLines, { input, encoding: 'utf8', maxBuffer: 1 << 30 }).trim().split('\n').map((text) => JSON.parse(text));
}

const parts = (pointer) => pointer.split('/').slice(1);
const at = (value, pointer) => parts(pointer).reduce((inner, part) => inner[part], value);
const shape = (pointer) => pointer.replace(/\/[0-9]+(?=\/|$)/g, '/*');

function changed(definition, pointer, change) {
  const copy = structuredClone(definition);
  const path = parts(pointer);
  const last = path.pop();
  change(path.reduce((inner, part) => inner[part], copy), last);
  return copy;
}

function* objectsIn(value, pointer = '') {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield pointer;
  for (const key of Object.keys(value)) yield* objectsIn(value[key], `${pointer}/${key}`);
}

// The schemas that say something of what stands there, whatever is conditional included.
function schemasAt(pointer) {
  const spread = (one, found = []) => {
    if (typeof one !== 'object' || found.includes(one)) return found;
    found.push(one);
    if (one.$ref) spread(one.$ref.slice(2).split('/').reduce((inner, part) => inner[part], schema), found);
    for (const inner of [...(one.allOf ?? []), ...(one.anyOf ?? []), ...(one.oneOf ?? []), one.then, one.else]) if (inner) spread(inner, found);
    return found;
  };
  return parts(pointer).reduce((here, part) => here.flatMap((one) => {
    const inner = one.properties?.[part] ?? (/^[0-9]+$/.test(part) ? one.items : typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined);
    return inner === undefined ? [] : spread(inner);
  }), spread(schema));
}

// 1. Every form that there is.
const forms = formFiles.map((name) => JSON.parse(readFileSync(root + name, 'utf8')));
for (const [index, form] of [...forms, complete, wholeTable].entries()) {
  const name = formFiles[index] ?? form.id;
  if (!validate(form)) complain(`${name} is refused by the schema`, ajv.errorsText(validate.errors));
  const mistakes = lint([form])[0];
  if (mistakes.length > 0) complain(`${name} is refused by the loader`, mistakes);
}

// 2. Members: the loader names those that it knows when it meets one that it does not.
let places = 0;
for (const definition of [complete, wholeTable]) {
  for (const pointer of objectsIn(definition)) {
    if (isFreelyNamed(pointer)) continue;
    const spoilt = changed(definition, `${pointer}/unheard_of`, (object, key) => { object[key] = 1; });
    const mistake = lint([spoilt])[0].find(({ code }) => code === 'unknown_member');
    if (!mistake || validate(spoilt)) complain('a member that the format has not is refused by one alone', pointer);
    if (!mistake) continue;
    const isRow = at(definition, pointer).type === undefined && /\/fields\/[0-9]+$/.test(pointer);
    const layer = /\/cells(\/[a-z]+)?$/.test(pointer) ? 'cells' : /\/columns\/[0-9]+$/.test(pointer) ? 'column' : isRow ? 'row' : '';
    const known = new Set(mistake.words);
    const described = new Set(schemasAt(pointer).flatMap((one) => Object.keys(one.properties ?? {})));
    // What rows and columns have besides is read apart from their cells; print is known there to be refused.
    if (layer || /\/fields\/[0-9]+$/.test(pointer)) for (const word of ['id', 'label', 'provenance']) if (layer !== 'cells') known.add(word);
    for (const word of known) if (!described.has(word) && !(word === 'print' && layer)) complain(`the schema lacks ${word}`, pointer);
    // A place of fields may be one of rows too, and so is described by both.
    const either = /\/fields\/[0-9]+$/.test(pointer) ? ['columns', 'values', 'texts', 'cells', 'print'] : [];
    // What stands in a fixed column is nobody's answer.
    if (at(definition, pointer).fixed) continue;
    for (const word of described) if (!known.has(word) && !either.includes(word)) complain(`the loader lacks ${word}`, pointer);
    places += 1;
  }
}

// 3. Each member left out, or with another value.
const otherValues = [null, true, 7, 0, -1, 1.5, 1e9, '', ' ', '\u0007', 'a\nb', '字', 'A', 'official', '13-01', 'x'.repeat(5000), [], ['s.sum'], [7], {}, { unheard_of: 1 }];
const seen = new Set();
const mutations = [];
for (const definition of [complete, wholeTable, ...forms]) {
  for (const pointer of objectsIn(definition)) {
    for (const key of Object.keys(at(definition, pointer))) {
      const place = `${pointer}/${key}`;
      const kind = `${shape(place)} ${at(definition, pointer).type ?? ''} ${at(definition, pointer).severity ?? ''} ${definition.table !== undefined}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      mutations.push({ place, definition: changed(definition, place, (object, last) => { delete object[last]; }) });
      for (const value of otherValues) mutations.push({ place, value, definition: changed(definition, place, (object, last) => { object[last] = value; }) });
    }
  }
}
// Members that belong to other types.
for (const [index, field] of complete.sections[1].groups[0].fields.entries()) {
  for (const other of complete.sections[1].groups[0].fields) {
    for (const [key, value] of Object.entries(other)) {
      if (key in field) continue;
      const place = `/sections/1/groups/0/fields/${index}/${key}`;
      mutations.push({ place, value, definition: changed(complete, place, (object, last) => { object[last] = value; }) });
    }
  }
}
// Members that exclude or need each other in rules.
for (const [index, rule] of complete.rules.entries()) {
  for (const [key, value] of [['rule', 's.sum > 2'], ['total', 's.sum'], ['of', ['s.number', 's.share']], ['at_most', ['s.number', 's.sum']], ['change', { of: 's.sum', times: 5 }], ['explain', 'none']]) {
    if (key in rule) continue;
    const place = `/rules/${index}/${key}`;
    mutations.push({ place, value, definition: changed(complete, place, (object, last) => { object[last] = value; }) });
  }
}
const counts = { taken: 0, refused: 0, unsaid: 0 };
for (const [index, mistakes] of lint(mutations.map(({ definition }) => definition)).entries()) {
  const { place, value, definition } = mutations[index];
  const passes = validate(definition);
  const said = mistakes.filter(({ code, pointer }) => structural.has(code) && !isOfTable(pointer) && !isOfTable(place) && !isCellOf(definition, pointer));
  if (mistakes.length === 0) {
    counts.taken += 1;
    if (!passes) complain('the loader takes what the schema refuses', { place, value, errors: ajv.errorsText(validate.errors) });
  } else if (said.length > 0) {
    counts.refused += 1;
    if (passes && !isBeyondSchema(said, place, value)) complain('the schema takes what the loader refuses', { place, value, said });
  } else {
    counts.unsaid += 1;
  }
}

// A row of a table, by its place in the definition.
function isCellOf(definition, pointer) {
  const match = /^(\/sections\/[0-9]+)(\/groups\/[0-9]+)\/fields\/[0-9]+/.exec(pointer);
  if (!match) return false;
  const section = at(definition, match[1]);
  return Boolean(at(definition, match[1] + match[2])?.columns) || (Boolean(definition.table) && !['header', 'footer'].includes(section.place));
}

// Figures that no keyword bounds: decimal places and digits of bounds, and the fewest rows by the most.
function isBeyondSchema(said) {
  return said.every(({ code, pointer }) => code === 'out_of_range' && /\/(minimum|maximum|rows\/least)$/.test(pointer));
}

// 4. Limits: what the schema names as the most or the least is the loader's too. Each row is a place, and what there is one
// more or one less of.
const text = (length) => '字'.repeat(length);
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const name = (length) => 'a'.repeat(length);
const small = (id) => ({ id, label: '甲', type: 'text' });
const limits = [
  ...['/title', '/authority/number', '/authority/title', '/sections/1/label', '/sections/1/groups/0/label', '/sections/1/groups/0/fields/0/label',
    '/sections/1/groups/0/fields/0/pattern_hint', '/sections/1/groups/0/fields/5/choices/0/label', '/sections/1/groups/1/columns/0/label',
    '/sections/1/groups/1/fields/0/label', '/rules/1/each/a/0',
    '/sections/1/numeral', '/sections/1/unit', '/sections/1/groups/0/unit', '/sections/1/groups/0/fields/1/unit', '/sections/1/groups/1/columns/0/unit',
    '/sections/1/help', '/sections/1/groups/0/fields/0/help', '/sections/1/groups/0/fields/5/choices/0/help', '/notes/0',
    '/sections/1/groups/0/fields/2/relevant', '/sections/1/groups/0/fields/3/computed', '/sections/1/groups/0/fields/4/required',
    '/sections/1/groups/0/fields/0/pattern', '/rules/0/when', '/rules/0/rule', '/rules/0/message', '/rules/0/basis',
  ].map((place) => [place, 'maxLength', text]),
  ...['/id', '/edition', '/sections/1/id', '/sections/1/groups/0/fields/0/id', '/sections/1/groups/0/fields/5/choices/0/id', '/sections/1/groups/1/columns/0/id', '/sections/1/groups/1/fields/0/id']
    .map((place) => [place, 'maxLength', name]),
  ['/sections', 'maxItems', (count) => many(count, (index) => ({ id: `s${index}`, label: '部分', groups: [{ fields: [small('a')] }] }))],
  ['/sections/1/groups', 'maxItems', (count) => many(count, (index) => ({ fields: [small(`a${index}`)] }))],
  ['/sections/1/groups/0/fields', 'maxItems', (count) => many(count, (index) => small(`a${index}`))],
  ['/sections/1/groups/1/columns', 'maxItems', (count) => many(count, (index) => ({ id: `c${index}`, label: '列' }))],
  ['/sections/1/groups/0/fields/5/choices', 'maxItems', (count) => many(count, (index) => ({ id: `c${index}`, label: `选${index}` }))],
  ['/sections/1/groups/1/fields/0/values', 'maxProperties', (count) => Object.fromEntries(many(count, (index) => [`v${index}`, 1]))],
  ['/rules', 'maxItems', (count) => many(count, () => 1)],
  ['/rules/0/fields', 'maxItems', (count) => many(count, (index) => `s.a${index}`)],
  ['/rules/1/of', 'maxItems', (count) => many(count, (index) => `s.a${index}`)],
  ['/rules/1/of', 'minItems', (count) => many(count, (index) => `s.a${index}`)],
  ['/rules/1/each/a', 'maxItems', (count) => many(count, () => 'number')],
  ['/rules/2/at_most', 'maxItems', (count) => many(count, (index) => `s.a${index}`)],
  ['/rules/2/at_most', 'minItems', (count) => many(count, (index) => `s.a${index}`)],
  ['/notes', 'maxItems', (count) => many(count, () => '备注')],
  ...['/periods/first', '/periods/last', '/sections/1/groups/0/fields/2/max_decimal_places', '/sections/1/groups/0/fields/0/max_length', '/rules/3/change/times', '/rules/4/change/percent',
    '/sections/1/groups/2/columns/0/width', '/sections/1/groups/3/rows/most']
    .flatMap((place) => [[place, 'maximum', (value) => value], [place, 'minimum', (value) => value]]),
  ['/sections/1/groups/3/rows/least', 'minimum', (value) => value],
];
const sizeCodes = new Set(['too_long', 'too_many', 'out_of_range', 'bad_id', 'missing_member', 'empty']);
const visited = new Set();
for (const [place, keyword, make] of limits) {
  const bounding = schemasAt(place).filter((one) => keyword in one);
  if (bounding.length === 0) { complain('the schema has no limit', { place, keyword }); continue; }
  for (const one of bounding) visited.add(`${keyword} ${JSON.stringify(one)}`);
  const limit = Math[keyword.startsWith('max') ? 'min' : 'max'](...bounding.map((one) => one[keyword]));
  const beyond = keyword.startsWith('max') ? limit + 1 : limit - 1;
  const definitions = [limit, beyond].map((size) => changed(complete, place, (object, last) => { object[last] = make(size); }));
  const byLoader = lint(definitions).map((mistakes) => mistakes.some(({ code, pointer }) => sizeCodes.has(code) && (pointer === place || (keyword === 'minItems' && pointer.startsWith(place)))));
  const bySchema = definitions.map((definition) => !validate(definition) && validate.errors.some((error) => error.instancePath === place && error.keyword === keyword));
  if (byLoader.join() !== 'false,true') complain('the loader has another limit', { place, keyword, limit, byLoader });
  if (bySchema.join() !== 'false,true') complain('the schema does not keep its limit', { place, keyword, limit, bySchema });
}
// No limit stands in the schema that is not held to the loader's. A row has at most as many columns as its table.
const limiting = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'minimum'];
(function look(one, path) {
  if (one === null || typeof one !== 'object') return;
  for (const keyword of limiting) {
    if (typeof one[keyword] === 'number' && !visited.has(`${keyword} ${JSON.stringify(one)}`) && path !== '/$defs/row/properties/columns') complain('a limit that nothing holds', `${path}/${keyword}`);
  }
  for (const key of Object.keys(one)) look(one[key], `${path}/${key}`);
})(schema, '');

for (const problem of problems.slice(0, 20)) console.log(problem.slice(0, 600));
console.log(`definitions: ${forms.length + 2} forms, members of ${places} objects, ${mutations.length} changes (${counts.taken} taken, ${counts.refused} refused, ${counts.unsaid} that no schema can tell), ${limits.length} limits`);
console.log(problems.length === 0 ? 'the schema of definitions and the loader agree' : `${problems.length} disagreements`);
process.exitCode = problems.length === 0 && counts.taken > 100 && counts.refused > 1000 ? 0 : 1;
