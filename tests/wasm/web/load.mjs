// The files of wasm/web/ as a page loads them, one after the other into one namespace, with these globals for a browser.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

export function load(files, globals) {
  const context = createContext({ AbortController, Blob, clearTimeout, setTimeout, ...globals });
  context.window = context;
  for (const file of ['namespace.js', ...files]) {
    runInContext(readFileSync(new URL(`../../../wasm/web/${file}`, import.meta.url), 'utf8'), context);
  }
  return runInContext('Tianbao', context);
}
