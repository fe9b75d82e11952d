// What a first visit costs on the wire, against the budgets: exits 1 when one is broken. Every file is taken as the server
// sends it to a browser that takes brotli (localhost, HTTPS) or gzip (plain HTTP).
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const client = join(root, 'build/client');
const kilobyte = 1000;
const budgets = {firstFrameBrotli: 160 * kilobyte, visitBrotli: 250 * kilobyte, visitGzip: 290 * kilobyte};

const sizeOf = (name, extension) => {
  const compressed = join(client, name + extension);
  return statSync(existsSync(compressed) ? compressed : join(client, name)).size;
};
const names = readdirSync(client).filter((name) => !/\.(br|gz|txt)$/.test(name));
// The rest of the core, the worker and the manifest are asked for when the page stands; the form's definition, which the
// server packs with gzip itself, when a report is opened.
const late = (name) => name === 'service-worker.js' || name.endsWith('.webmanifest') || name.startsWith('tianbao-rest.');
const form = readFileSync(join(root, 'assets/forms/work-report/2017.json'));
// And the regions of the website's province, here of the one that has most.
const provinces = new Map();
for (const [code, name] of Object.entries(JSON.parse(readFileSync(join(root, 'build/regions.json'))))) {
  const province = code.slice(0, 2);
  provinces.set(province, {...provinces.get(province), [code]: name});
}
const regions = Math.max(...[...provinces.values()].map((part) => gzipSync(JSON.stringify({regions: part})).length));

const sum = (files, extension) => files.reduce((total, name) => total + sizeOf(name, extension), 0);
const measured = {
  firstFrameBrotli: sum(names.filter((name) => !late(name)), '.br'),
  visitBrotli: sum(names, '.br') + gzipSync(form).length + regions,
  visitGzip: sum(names, '.gz') + gzipSync(form).length + regions,
};

let broken = 0;
for (const [what, budget] of Object.entries(budgets)) {
  const fits = measured[what] <= budget;
  if (!fits) broken = 1;
  console.log(`${what.padEnd(18)} ${String(measured[what]).padStart(7)} of ${budget} bytes ${fits ? '' : 'OVER BUDGET'}`.trimEnd());
}
process.exit(broken);
