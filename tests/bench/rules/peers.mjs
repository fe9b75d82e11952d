// What ours is measured against. Each peer takes a task (tasks.h) and gives the ways it can be asked to do it, as its manual
// has them: {way, verdicts(index) → a word per rule of that document}. Whatever can be done once, like parsing, compiling and
// binding a document's values, is done before.
import * as bufbuild from '@bufbuild/cel';
import { Environment } from '@marcbachmann/cel-js';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LogicEngine } from 'json-logic-engine';
import { toJsonLogic } from './json_logic.mjs';

// What the form profile adds to CEL, in JavaScript.
const twoDigits = (number) => String(number).padStart(2, '0');
const functions = {
  host: (url) => /^(?:[a-z]+:\/\/)?([^/?#:]*)/i.exec(url)[1].toLowerCase(),
  day: (year, month, day) => `${year}-${twoDigits(month)}-${twoDigits(day)}`,
};

// A verdict from an applying rule's `when` and condition, each a function of the values: true, false, or something else that
// stands for an error.
const word = (value) => (value === true ? 'pass' : value === false ? 'fail' : 'undecided');
function verdict({ when, condition }, values) {
  if (when) {
    const applies = when(values);
    if (applies !== true) return applies === false ? 'not_applicable' : 'undecided';
  }
  return word(condition(values));
}

function way(name, task, compile, bind) {
  const rules = task.rules.map(({ when, rule }) => ({ when: when && compile(when), condition: compile(rule) }));
  const documents = task.documents.map(({ bindings }) => bind(bindings));
  return { way: name, verdicts: (index) => rules.map((rule) => verdict(rule, documents[index])) };
}

// The values as CEL has them: whole numbers are ints, which JavaScript writes as BigInt.
function celValues(task, makeObject) {
  const doubles = new Set(task.doubles);
  const value = (given, path) => {
    if (typeof given === 'number') return doubles.has(path) ? given : BigInt(given);
    if (Array.isArray(given)) return given.map((item) => value(item, path));
    if (typeof given !== 'object') return given;
    return makeObject(Object.entries(given).map(([key, member]) => [key, value(member, `${path}.${key}`)]));
  };
  return (bindings) => Object.fromEntries(Object.entries(bindings).map(([key, member]) => [key, value(member, key)]));
}
const asObjects = (task) => celValues(task, Object.fromEntries);
const asMaps = (task) => celValues(task, (entries) => new Map(entries));

// 'int', 'map<string, int>' …: what one could declare the variables as; dyn where the values are of several types.
function declaredType(value) {
  const common = (values) => {
    const types = new Set(values.map(declaredType));
    return types.size === 1 ? [...types][0] : 'dyn';
  };
  if (Array.isArray(value)) return `list<${common(value)}>`;
  if (typeof value === 'object') return `map<string, ${common(Object.values(value))}>`;
  return { string: 'string', boolean: 'bool', number: 'int' }[typeof value];
}

function celJs(task) {
  const environment = (options) => new Environment(options).registerFunction('host(string): string', functions.host).registerFunction('day(int, int, int): string', functions.day);
  const untyped = environment({ unlistedVariablesAreDyn: true });
  const typed = environment();
  for (const [name, value] of Object.entries(task.documents[0].bindings)) typed.registerVariable(name, declaredType(value));
  const compileWith = (chosen) => (source) => chosen.parse(source);
  return [
    way('undeclared, objects', task, compileWith(untyped), asObjects(task)),
    way('undeclared, maps', task, compileWith(untyped), asMaps(task)),
    way('declared, objects', task, compileWith(typed), asObjects(task)),
    way('declared, maps', task, compileWith(typed), asMaps(task)),
  ];
}

function bufbuildCel(task) {
  const { CelScalar, celEnv, celFunc, listType, mapType, parse, plan } = bufbuild;
  const funcs = [
    celFunc('host', [CelScalar.STRING], CelScalar.STRING, functions.host),
    celFunc('day', [CelScalar.INT, CelScalar.INT, CelScalar.INT], CelScalar.STRING, functions.day),
  ];
  const typeOf = (name) => {
    const [, outer, inner] = /^(?:(list|map)<(?:string, )?)?(.*?)>?$/.exec(name) ?? [];
    if (outer === 'list') return listType(typeOf(inner));
    if (outer === 'map') return mapType(CelScalar.STRING, typeOf(inner));
    return CelScalar[name.toUpperCase()];
  };
  const variables = Object.fromEntries(Object.entries(task.documents[0].bindings).map(([name, value]) => [name, typeOf(declaredType(value))]));
  const compileWith = (environment) => (source) => plan(environment, parse(source));
  return [
    way('undeclared, maps', task, compileWith(celEnv({ funcs })), asMaps(task)),
    way('declared, maps', task, compileWith(celEnv({ funcs, variables })), asMaps(task)),
  ];
}

// It takes the text that a function gives for a number before it compares it.
const notForJsonLogic = ['W122'];

function jsonLogic(given) {
  const task = { ...given, rules: given.rules.filter(({ code }) => !notForJsonLogic.includes(code)) };
  const engine = new LogicEngine();
  const methods = {
    ...functions,
    contains: (text, part) => text.includes(part),
    startsWith: (text, part) => text.startsWith(part),
    endsWith: (text, part) => text.endsWith(part),
  };
  for (const [name, implementation] of Object.entries(methods)) {
    engine.addMethod(name, (operands) => implementation(...[operands].flat()), { deterministic: true });
  }
  const logicOf = (source) => task.logic?.[task.rules.findIndex((rule) => rule.rule === source)] ?? toJsonLogic(source);
  const leftOut = given.rules.flatMap(({ code }, index) => (notForJsonLogic.includes(code) ? [index] : []));
  return [{ ...way('compiled', task, (source) => engine.build(logicOf(source)), (bindings) => bindings), leftOut }];
}

// JSON Schema has no rules over several cells: ajv says whether the data have their structure, and no more. Of the large form's
// schema it makes a function that is nested too deep to be compiled.
function ajv(task) {
  if (task.name === 'large_form') return [];
  const validator = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
  addFormats(validator);
  const validate = validator.compile(task.schema);
  return [{ way: 'structure alone', structure: true, verdicts: (index) => [word(validate(task.schema_documents[index]))] }];
}

export const peers = { '@marcbachmann/cel-js': celJs, '@bufbuild/cel': bufbuildCel, 'json-logic-engine': jsonLogic, ajv };
