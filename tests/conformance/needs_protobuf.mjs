// Tells which conformance cases need protobuf: the form engine has CEL's own types, timestamps and durations, but neither
// messages nor enums, extensions, wrappers and Any.
import {getTestRegistry} from '@bufbuild/cel-spec/testdata/registry.js';
import {knownMessages, messageName} from './case_values.mjs';

/** Full name to what it is. */
const definitions = new Map();
for (const definition of getTestRegistry()) {
  definitions.set(definition.typeName, definition.kind);
  if (definition.kind === 'enum') {
    for (const value of definition.values) definitions.set(`${definition.typeName}.${value.name}`, 'enum value');
  }
}

// The lexis of CEL as far as names stand out of it.
const token = new RegExp(
  [
    String.raw`(?<blank>\/\/[^\n]*|\s+)`,
    String.raw`[bB]?[rR](?:"""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')`,
    String.raw`[bB]?(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')`,
    String.raw`0[xX][0-9a-fA-F]+[uU]?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[uU]?|\.\d+(?:[eE][+-]?\d+)?`,
    '(?<quoted>`[^`]*`)',
    String.raw`(?<name>[A-Za-z_]\w*)`,
    '(?<punctuation>[^])'
  ].join('|'),
  'gy'
);

const languageWords = new Set(['in', 'true', 'false', 'null']);

function* tokens(expression) {
  for (const {groups} of expression.matchAll(token)) {
    if (groups.blank) continue;
    if (groups.name && !languageWords.has(groups.name)) yield {name: groups.name};
    else if (groups.quoted) yield {quoted: groups.quoted.slice(1, -1)};
    else if (groups.name === 'in') yield {punctuation: 'in'};
    else if (groups.punctuation) yield {punctuation: groups.punctuation};
    else yield {literal: true};
  }
}

const endsValue = (token) => token !== undefined && (token.punctuation === undefined || ')]}'.includes(token.punctuation));

/** The dotted names that an expression starts from (not what is selected from a value), and all of its quoted selectors. */
function namesOf(expression) {
  const names = [];
  const list = [...tokens(expression)];
  for (let i = 0; i < list.length; ++i) {
    if (list[i].quoted) names.push({name: list[i].quoted, absolute: true});
    if (!list[i].name) continue;
    const optional = list[i - 1]?.punctuation === '?' && list[i - 2]?.punctuation === '.';
    const dotted = list[i - 1]?.punctuation === '.';
    const selected = optional || (dotted && endsValue(list[i - 2]));
    const chain = [list[i].name];
    while (list[i + 1]?.punctuation === '.' && list[i + 2]?.name) chain.push(list[(i += 2)].name);
    if (!selected) names.push({name: chain.join('.'), absolute: dotted, braces: list[i + 1]?.punctuation === '{'});
  }
  return names;
}

/** By langdef.md, "Name Resolution": the innermost container first, and of a dotted name the longest part that is defined. */
function resolve({name, absolute}, container) {
  for (let scope = absolute ? '' : container; ; scope = scope.slice(0, Math.max(0, scope.lastIndexOf('.')))) {
    for (let part = name; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
      const full = scope ? `${scope}.${part}` : part;
      if (definitions.has(full)) return full;
    }
    if (scope === '') return null;
  }
}

function reasonInExpression(expression, container) {
  for (const name of namesOf(expression)) {
    const full = resolve(name, container);
    if (name.braces) return `makes a message ${full ?? name.name}`;
    if (full && !knownMessages.has(full)) return `names the ${definitions.get(full)} ${full}`;
  }
  return null;
}

function reasonInValue(value) {
  if (value === null || typeof value !== 'object') return null;
  if ('enumValue' in value) return `holds a value of the enum ${value.enumValue.type}`;
  if ('typeValue' in value) return definitions.has(value.typeValue) && !knownMessages.has(value.typeValue) ? `names the type ${value.typeValue}` : null;
  if ('@type' in value) return knownMessages.has(messageName(value['@type'])) ? null : `holds a message ${messageName(value['@type'])}`;
  return firstReason(Object.values(value), reasonInValue);
}

function reasonInType(type) {
  if (type === null || typeof type !== 'object') return null;
  if ('messageType' in type && !knownMessages.has(type.messageType)) return `has the message type ${type.messageType}`;
  if ('wrapper' in type) return 'has a wrapper type';
  if (type.wellKnown === 'ANY') return 'has the type Any';
  return firstReason(Object.values(type), reasonInType);
}

function firstReason(list, reason) {
  for (const item of list) {
    const found = reason(item);
    if (found) return found;
  }
  return null;
}

/** Why this case needs protobuf; null when it does not. A container alone is no reason: only what is found in it. */
export function needsProtobuf({expr, container, value, bindings, typeEnv, typedResult}) {
  return (
    reasonInExpression(expr, container ?? '') ??
    reasonInValue(value ?? null) ??
    reasonInValue(typedResult?.result ?? null) ??
    reasonInValue(bindings ?? null) ??
    reasonInType(typedResult?.deducedType ?? null) ??
    reasonInType(typeEnv ?? null)
  );
}
