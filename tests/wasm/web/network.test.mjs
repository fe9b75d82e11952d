import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

test('a body has as long as the server gives it on a slow line, and its answer 30 seconds besides', async () => {
  // server/http/limits.h: max_body_bytes at slowest_body_bytes_per_second.
  const cases = [
    ['', 30_000],
    ['报'.repeat(20_000), 33_000],
    ['1'.repeat(1 << 20), 30_000 + 52_429],
  ];
  for (const [body, expectedMs] of cases) {
    let givenMs = 0;
    const { network } = load(['network.js'], {
      fetch: async () => Promise.reject(new Error('no line')),
      setTimeout: (_, ms) => (givenMs = ms),
      clearTimeout: () => {},
    });
    assert.deepEqual({ ...(await network.request('PUT', '/', body)) }, { status: 0, body: '', retryAfterS: 0 });
    assert.equal(Math.round(givenMs), expectedMs);
  }
});
