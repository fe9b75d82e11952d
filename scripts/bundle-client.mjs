// Turns wasm/web and Emscripten's output into the files that are served: names with their content's hash, one script,
// the service worker's list, and a .br and .gz beside everything worth compressing.
//
//   node scripts/bundle-client.mjs WEB_FOLDER CORE_JS FIRST_WASM REST_WASM OUTPUT_FOLDER LICENCE…
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

// The order is that of use while loading: main.js starts what the others offer.
const scripts = [
  'namespace.js', 'numbers.js', 'gl.js', 'glyphs.js', 'storage.js', 'network.js', 'files.js', 'print.js', 'elements.js', 'page.js',
  'painter.js', 'sign-in.js', 'CORE', 'parts.js', 'main.js',
];
const leastCompressedBytes = 1024;
const hashDigits = 10;

const [web, coreScript, firstWasm, restWasm, output, ...licences] = process.argv.slice(2);
if (licences.length === 0) {
  console.error('usage: node scripts/bundle-client.mjs WEB_FOLDER CORE_JS FIRST_WASM REST_WASM OUTPUT_FOLDER LICENCE…');
  process.exit(2);
}

// A server that is running sees the old client or the new one, never half of one.
const fresh = `${output}.new`;
const read = (name) => readFileSync(join(web, name), 'utf8');
const written = [];

const write = (name, content) => {
  const bytes = Buffer.from(content);
  writeFileSync(join(fresh, name), bytes);
  const sizes = {name, raw: bytes.length, brotli: bytes.length, gzip: bytes.length};
  if (bytes.length >= leastCompressedBytes) {
    const brotli = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    writeFileSync(join(fresh, `${name}.br`), brotli);
    // On plain HTTP browsers take no Brotli, and that is where lines are slow: zopfli's gzip is a twentieth smaller than zlib's best.
    execFileSync('zopfli', ['--i15', join(fresh, name)]);
    const gzip = readFileSync(join(fresh, `${name}.gz`));
    Object.assign(sizes, {brotli: brotli.length, gzip: gzip.length});
  }
  written.push(sizes);
  return name;
};

const hashed = (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, hashDigits);
  const extension = extname(name);
  return write(`${name.slice(0, -extension.length)}.${hash}${extension}`, content);
};

// Comments and long names are for readers of the source, and a quarter of what goes over the wire.
const lean = (source) =>
  execFileSync('terser', ['--ecma', '2018', '--compress', 'passes=3', '--mangle'], {input: source, encoding: 'utf8'});

const leanStyles = (source) =>
  source.replace(/\/\*[^]*?\*\//g, '').split('\n').map((line) => line.trim()).filter(Boolean).join('\n');

// Every mention has to be found: a name that is not would be a 404 that only shows in the browser.
const rename = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`${from} is nowhere mentioned`);
  return text.replaceAll(from, to);
};

rmSync(fresh, {recursive: true, force: true});
mkdirSync(fresh, {recursive: true});

const wasm = hashed('tianbao.wasm', readFileSync(firstWasm));
const rest = hashed('tianbao-rest.wasm', readFileSync(restWasm));
const source = scripts.map((name) => (name === 'CORE' ? readFileSync(coreScript, 'utf8') : read(name))).join('\n');
const script = hashed('app.js', lean(rename(rename(source, 'tianbao-rest.wasm', rest), 'tianbao.wasm', wasm)));
const styles = hashed('styles.css', leanStyles(read('styles.css')));
const icon = hashed('icon.svg', read('icon.svg'));
const manifest = hashed('manifest.webmanifest', rename(read('manifest.webmanifest'), 'icon.svg', icon));

let page = read('index.html');
for (const [from, to] of [['tianbao.wasm', wasm], ['app.js', script], ['styles.css', styles], ['icon.svg', icon],
                          ['manifest.webmanifest', manifest]]) {
  page = rename(page, `"${from}"`, `"${to}"`);
}
write('index.html', page);

const cached = ['./', wasm, rest, script, styles, icon, manifest];
const version = createHash('sha256').update(cached.join() + page).digest('hex').slice(0, hashDigits);
let worker = rename(read('service-worker.js'), "'VERSION'", `'${version}'`);
worker = rename(worker, '/* FILES */', cached.map((name) => `'${name}'`).join(', '));
write('service-worker.js', worker);

// Nobody's browser asks for it; whoever passes the client on has to.
write('licences.txt', licences.map((path) => readFileSync(path, 'utf8')).join(`\n${'-'.repeat(80)}\n\n`));
const fetched = written.slice(0, -1);

rmSync(output, {recursive: true, force: true});
renameSync(fresh, output);

const total = (member) => fetched.reduce((sum, file) => sum + file[member], 0);
for (const {name, raw, brotli, gzip} of [...fetched, {name: 'all', raw: total('raw'), brotli: total('brotli'), gzip: total('gzip')}]) {
  console.log(`${name.padEnd(42)} ${String(raw).padStart(8)} ${String(brotli).padStart(8)} br ${String(gzip).padStart(8)} gz`);
}
