import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

/// localStorage with these records; one that is closed throws whatever is asked of it.
function fallback(records, isClosed) {
  const ask = (answer) => {
    if (isClosed) throw new DOMException('closed', 'SecurityError');
    return answer;
  };
  return {
    get length() {
      return ask(records.size);
    },
    key: (index) => ask([...records.keys()][index]),
    removeItem: (key) => ask(records.delete(key)),
  };
}

/// IndexedDB as far as clearing goes.
function database(records, isClosed) {
  const transaction = () => {
    const begun = {
      objectStore: () => ({
        clear: () => {
          if (isClosed) throw new DOMException('closed', 'UnknownError');
          records.clear();
          return {};
        },
      }),
    };
    queueMicrotask(() => begun.oncomplete?.());
    return begun;
  };
  return {
    open: () => {
      const request = { result: { transaction } };
      queueMicrotask(() => request.onsuccess());
      return request;
    },
  };
}

for (const [closed, isLocalClosed, isDatabaseClosed] of [
  ['neither', false, false],
  ['localStorage', true, false],
  ['IndexedDB', false, true],
]) {
  test(`clearing takes what it can and says whether that was all; closed: ${closed}`, async () => {
    const local = new Map([['tianbao/mode', 'html']]);
    const kept = new Map([['draft/4305250009/work-report/2019', '{}']]);
    const { storage } = load(['storage.js'], {
      localStorage: fallback(local, isLocalClosed),
      indexedDB: database(kept, isDatabaseClosed),
    });
    assert.equal(await storage.clear(), !isLocalClosed && !isDatabaseClosed);
    assert.equal(local.size, isLocalClosed ? 1 : 0);
    assert.equal(kept.size, isDatabaseClosed ? 1 : 0);
  });
}
