// Writes the codes and names of administrative divisions (GB/T 2260, and some development zones that the package has
// besides) out of the npm package @vant/area-data as one JSON object, codes without the zeros at their end: {"43": "湖南省", "4305": "邵阳市", "430525": "洞口县", …}.
//
//   node scripts/write-regions.mjs PACKAGE_FOLDER OUTPUT
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

const [folder, output] = process.argv.slice(2);
if (!existsSync(resolve(folder, 'node_modules/@vant/area-data'))) {
  console.error(`${folder} has no node_modules: run scripts/install, or there npm ci`);
  process.exit(1);
}
const { areaList } = createRequire(resolve(folder, 'package.json'))('@vant/area-data');

// The package also numbers what nobody else does: the towns of prefectures without counties, and the districts of 台湾, 香港
// and 澳门.
const withoutParts = ['4419', '4420', '4604', '6202', '71', '81', '82'];
const isInUse = (key) => !withoutParts.some((whole) => key.startsWith(whole) && key !== whole);
// 省直辖县级行政区划, and the counties and districts under a municipality's own name: numbers, not places.
const isPlaceholder = (name, province) => name === province || name === '县' || name.includes('直辖县');

const names = {};
for (const list of [areaList.province_list, areaList.city_list, areaList.county_list]) {
  for (const [code, name] of Object.entries(list)) {
    const key = code.replace(/(00)+$/, '');
    if (!isInUse(key)) continue;
    names[key] = key.length === 4 && isPlaceholder(name, names[key.slice(0, 2)]) ? '' : name;
  }
}
// What shared/region/regions.h takes.
const maxRegions = 1000, maxNameBytes = 100;
const counts = {};
for (const key of Object.keys(names)) {
  const province = key.slice(0, 2);
  counts[province] = (counts[province] ?? 0) + 1;
  if (counts[province] > maxRegions || Buffer.byteLength(names[key]) > maxNameBytes) throw new Error(`${folder}: ${key} ${names[key]} is too much`);
  for (let length = 2; length < key.length; length += 2) {
    if (!(key.slice(0, length) in names)) throw new Error(`${folder}: ${key} ${names[key]} lies in no ${key.slice(0, length)}`);
  }
}
const text = `${JSON.stringify(names)}\n`;
let before = '';
try { before = readFileSync(output, 'utf8'); } catch { /* the first time */ }
if (text !== before) {
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, text);
}
