// Writes the public conformance cases of CEL (npm package @bufbuild/cel-spec) as one JSON file for the runner, and says how
// many of them need protobuf and are therefore none of ours.
//
//   node write_cases.mjs FILE
//
// {
//   "cases": [{                      every case that needs no protobuf, in the package's order
//     "id": "basic/self_eval_zeroish/self_eval_int_zero",        suite/section/name; a second one of that name
//                                                                has #2 behind it
//     "expression": "0",
//     "container": "com.example",                                "" when it has none
//     "check": true,                                             false: to be evaluated without the type check
//     "declarations": [{"name": "x", "type": "list(int)"} or
//                      {"name": "f", "overloads": [{"parameters": ["int"], "result": "dyn", "receiver": false}]}],
//     "bindings": [{"name": "x", "value": VALUE}],
//     "expected": {"value": VALUE}                               exactly this value, NaN equal to NaN, maps in any order
//                 {"value": VALUE, "type": "int"}                and the checker's type
//                 {"type": "int"}                                only the checker's type: not to be evaluated
//                 {"error": "divide by zero"},                   any error at all; the text is what cel-go says
//     "ast": "0^#*expr.Constant_Int64Value#",                    absent where the package's parser refused the expression
//     "type": "int"                                              cel-go's checker; absent where it refused the expression
//   }],
//   "parsing": [{                    every case of cel-go's parser
//     "id": "parsing/0",                                         its place in the package
//     "expression": "a + b",
//     "expected": {"ast": "…"}                                   exactly this tree
//                 {"error": "Syntax error: …"}                   no expression
//                 {"macro_error": "…"}                           a macro's arguments are wrong, which cel-go's parser finds
//                 {"switched_off": "…"}                          an expression whose tree the package does not have: it was
//                                                                made with optional syntax and quoted names switched off
//                 {"limit": "…"}                                 beyond a limit that the package was made with; every outcome
//   }],                                                          is right
//   "needs_protobuf": [{"id": "…", "because": "…"}]
// }
//
// VALUE is an object of one member, so that what JSON would write alike stays apart:
//   {"null": null}  {"bool": true}  {"int": "-1"}  {"uint": "1"}  {"double": "-0"}  {"string": "text"}  {"bytes": "00ff"}
//   {"timestamp": {"seconds": "0", "nanoseconds": 0}}  {"duration": {"seconds": "-1", "nanoseconds": -500000000}}
//   {"type": "int"}  {"list": [VALUE, …]}  {"map": [[VALUE, VALUE], …]}
// A double is JavaScript's shortest text (NaN, Infinity, -0 …), bytes are hexadecimal.
import {writeFileSync} from 'node:fs';
import {tests as conformance} from '@bufbuild/cel-spec/testdata/conformance.js';
import {tests as parsing} from '@bufbuild/cel-spec/testdata/parsing.js';
import {encodeDeclaration, encodeValue, typeText} from './case_values.mjs';
import {needsProtobuf} from './needs_protobuf.mjs';

function expectation({value, evalError, typedResult, checkOnly}) {
  if (evalError) return {error: evalError.errors[0].message};
  if (!typedResult) return {value: encodeValue(value ?? {boolValue: true})};
  const type = typeText(typedResult.deducedType);
  return checkOnly ? {type} : {value: encodeValue(typedResult.result), type};
}

function bindingsOf(bindings) {
  return Object.entries(bindings ?? {}).map(([name, {value}]) => ({name, value: encodeValue(value)}));
}

function conformanceCase(id, {original, ast, type}) {
  return {
    id,
    expression: original.expr,
    container: original.container ?? '',
    check: !original.disableCheck,
    declarations: (original.typeEnv ?? []).map(encodeDeclaration),
    bindings: bindingsOf(original.bindings),
    expected: expectation(original),
    ast,
    type
  };
}

/** cel-go's messages without the lines that show where. */
const messages = (error) => [...error.matchAll(/^ERROR: \S*: (.*)$/gm)].map(([, message]) => message);

const macroMessage = /^(invalid argument to has\(\)|argument (is not an identifier|must be a simple name)|iteration variable overwrites)/;

function parsingExpectation({ast, error}) {
  if (ast) return {ast};
  const list = messages(error);
  const serious = list.filter((message) => !message.startsWith('unsupported syntax'));
  if (list.length === 0) throw new Error(`no message in ${error}`);
  if (serious.length === 0) return {switched_off: list.join('; ')};
  if (serious.every((message) => /recursion (depth|limit) exceeded/.test(message))) return {limit: serious.join('; ')};
  if (serious.every((message) => macroMessage.test(message))) return {macro_error: serious.join('; ')};
  return {error: serious.join('; ')};
}

function count(table, key, counter) {
  const row = (table[key] ??= {all: 0, protobuf: 0, ours: 0, trees: 0});
  row.all += 1;
  row[counter] += 1;
  return row;
}

/** The package has a few names twice in one section: the second one becomes `name#2`. */
function uniqueIds() {
  const seen = new Map();
  return (id) => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}#${times}`;
  };
}

const file = {cases: [], parsing: [], needs_protobuf: []};
const suites = {};
const unique = uniqueIds();
for (const suite of conformance.suites) {
  for (const section of suite.suites ?? []) {
    for (const test of section.tests) {
      const id = unique(`${suite.name}/${section.name}/${test.original.name}`);
      const because = needsProtobuf(test.original);
      const row = count(suites, suite.name, because ? 'protobuf' : 'ours');
      if (because) file.needs_protobuf.push({id, because});
      else {
        file.cases.push(conformanceCase(id, test));
        if (test.ast) row.trees += 1;
      }
    }
  }
}
file.parsing = parsing.tests.map((test, index) => ({
  id: `parsing/${index}`,
  expression: test.original.expr,
  expected: parsingExpectation(test)
}));

writeFileSync(process.argv[2], JSON.stringify(file));

const isExtension = (suite) => /_ext$|^macros2$|^optionals$/.test(suite);
const total = (rows) => rows.reduce((sum, row) => ({
  all: sum.all + row.all, protobuf: sum.protobuf + row.protobuf, ours: sum.ours + row.ours, trees: sum.trees + row.trees
}), {all: 0, protobuf: 0, ours: 0, trees: 0});
const line = (name, {all, protobuf, ours, trees}) =>
  console.log(`${name.padEnd(20)}${[all, protobuf, ours, trees].map((number) => String(number).padStart(10)).join('')}`);

console.log(`${'suite'.padEnd(20)}${['cases', 'protobuf', 'ours', 'with tree'].map((head) => head.padStart(10)).join('')}`);
for (const extension of [false, true]) {
  const rows = Object.entries(suites).filter(([name]) => isExtension(name) === extension);
  for (const [name, row] of rows) line(name, row);
  line(extension ? '= extensions' : '= core', total(rows.map(([, row]) => row)));
}
line('= all', total(Object.values(suites)));
const kinds = {};
for (const {expected} of file.parsing) kinds[Object.keys(expected)[0]] = (kinds[Object.keys(expected)[0]] ?? 0) + 1;
console.log(`parsing: ${file.parsing.length} (${Object.entries(kinds).map(([kind, number]) => `${number} ${kind}`).join(', ')})`);
