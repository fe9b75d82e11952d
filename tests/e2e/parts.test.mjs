// The core comes in two parts; what happens before the second is there waits for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { modes, newClerk, signIn } from './support/browser.mjs';

const fixture = withServer(dongkou);
const rest = '**/tianbao-rest.*.wasm';
const reports = { name: '选择要填报的报表和年度' };

for (const mode of modes) {
  test(`somebody may sign in before the second part is there, in ${mode} mode`, async () => {
    const { context, page, complaints } = await newClerk(fixture.browser, { mode, serviceWorkers: 'block' });
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(rest, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(fixture.server.origin);
    if (mode === 'canvas') {
      await page.waitForFunction(() => performance.getEntriesByName('tianbao-first-frame').length > 0);
    }
    await page.getByLabel('网站标识码').fill(dongkou.code);
    await page.getByLabel('校验码', { exact: true }).fill(fixture.secret);
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/api/v1/session') && answer.request().method() === 'POST'),
      page.getByRole('button', { name: '登录', exact: true }).click(),
    ]);
    assert.equal(await page.getByRole('heading', reports).count(), 0);
    release();
    await page.getByRole('heading', reports).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('a client that was not loaded whole says so, and a reload mends it', async () => {
  const { context, page } = await newClerk(fixture.browser, { serviceWorkers: 'block' });
  await page.route(rest, (route) => route.abort());
  await page.goto(fixture.server.origin);
  await page.getByText('填报程序没有装完整').waitFor();
  await page.unroute(rest);
  await page.reload();
  await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
  await context.close();
});
