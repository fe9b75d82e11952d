// The files of wasm/web/ as a page loads them, one after the other into one namespace, with these globals for a browser.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

// What came after ES2018: an old Chromium shell has none of it.
const newer = ['Array.prototype.at', 'Array.prototype.flat', 'Array.prototype.flatMap', 'Object.fromEntries', 'Promise.allSettled',
  'Promise.any', 'String.prototype.matchAll', 'String.prototype.replaceAll'];

export function load(files, globals) {
  const context = createContext({ AbortController, Blob, clearTimeout, setTimeout, ...globals });
  context.window = context;
  for (const name of newer) runInContext(`delete ${name}`, context);
  for (const file of ['namespace.js', ...files]) {
    runInContext(readFileSync(new URL(`../../../wasm/web/${file}`, import.meta.url), 'utf8'), context);
  }
  return runInContext('Tianbao', context);
}
