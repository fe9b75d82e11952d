// What stands in the repository: files, the values of JSON, the texts that tests hold a room against.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const root = new URL('../../', import.meta.url).pathname;

export const read = (path) => readFileSync(join(root, path), 'utf8');
export const readJson = (path) => JSON.parse(read(path));
export const unique = (items) => [...new Set(items)];
/** The first group of every match. */
export const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, group]) => group);

export function files(folder, ending) {
  return readdirSync(join(root, folder), {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

/** The value and all that it holds. */
export function everything(value) {
  const inner = value && typeof value === 'object' ? Object.values(value) : [];
  return [value, ...inner.flatMap(everything)];
}

export const objects = (value) => everything(value).filter((each) => each && typeof each === 'object' && !Array.isArray(each));
export const texts = (value) => everything(value).filter((each) => typeof each === 'string');
export const keys = (value) => unique(objects(value).flatMap(Object.keys));

const escapes = {n: '\n', t: '\t', r: '\r', 0: '\0'};

function unescaped(quoted) {
  return quoted.replace(/\\(?:u([0-9A-Fa-f]{4})|x[0-9A-Fa-f]+|(.))/g, (_, code, character) => {
    if (code) return String.fromCodePoint(parseInt(code, 16));
    return character ? escapes[character] ?? character : '\ufffd';
  });
}

/** The string literals of the C++ sources below a folder. */
export function literals(folder) {
  return files(folder, '.cpp').flatMap((path) => {
    const source = read(path).replace(/^#.*/gm, '');
    const found = source.matchAll(/R"(\w*)\(([^]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"/g);
    return [...found].map(([, , raw, quoted]) => raw ?? unescaped(quoted));
  });
}
