// Cuts the client's core in two, so that the first frame need not wait for what opens a report: the first part has the
// screens, the painting and the page, the rest has forms, documents, rules and print. Where the first calls the rest there
// stands a placeholder until wasm/web/parts.js has put the rest in its place.
//
//   node scripts/split-client.mjs CORE_WASM FIRST_WASM REST_WASM      CORE_WASM with the names of its functions
import {execFileSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';

const [core, first, rest] = process.argv.slice(2);
if (rest === undefined) {
  console.error('usage: node scripts/split-client.mjs CORE_WASM FIRST_WASM REST_WASM');
  process.exit(2);
}

// The start of the client (tianbao_start, tianbao_time and what paints) calls nothing of these.
const restRooms = ['calendar', 'check', 'digest', 'document', 'expression', 'form', 'layout', 'number', 'pattern'];
const restOfApp = ['load_definition', 'proceed_opening', 'differences', '\\(anonymous namespace\\)::read_document'];
const isRest = new RegExp(`tianbao::(${restRooms.join('|')})::`);
const isRestOfApp = new RegExp(`^tianbao::app::(${restOfApp.join('|')})\\(`);
// Types of the client may name those of the rest, and are of the first part all the same.
const isClient = /tianbao::(app|browser|page|paint|screen)::/;

// Importing the stack pointer needs mutable globals (Chromium 69, Firefox 61).
const features = ['--enable-mutable-globals'];
// What Emscripten optimised before it dropped what nobody imports has something to give once more.
const optimise = ['-Oz', '--converge', ...features];
const run = (program, ...given) => execFileSync(program, given, {stdio: ['ignore', 'ignore', 'inherit']});

const named = `${first}.named`;
const map = `${first}.map`;
const list = `${first}.rest`;
run('wasm-opt', core, ...optimise, '-g', `--symbolmap=${map}`, '-o', named);

// The map has `index:name`, the name as Binaryen writes it: what is no letter of its text format as `\hh`.
const plain = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
const names = readFileSync(map, 'utf8').trim().split('\n').map((line) => line.slice(line.indexOf(':') + 1));
const moved = names.filter((name) => {
  const text = plain(name);
  return isRestOfApp.test(text) || (isRest.test(text) && !isClient.test(text));
});
if (moved.length === 0) throw new Error(`${core} has no names of functions`);
writeFileSync(list, moved.join('\n'));

run('wasm-split', '--split', named, ...features, `--split-funcs=@${list}`, '-o1', first, '-o2', rest, '--import-namespace=first',
    '--placeholder-namespace=rest', '--export-prefix=%');
for (const part of [first, rest]) run('wasm-opt', part, ...optimise, '--strip-debug', '-o', part);
for (const file of [named, map, list]) rmSync(file);
