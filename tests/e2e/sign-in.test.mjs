// What the sign-in says to somebody who is not let in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { newClerk } from './support/browser.mjs';

const fixture = withServer(dongkou);

/// Sends the form once; gives the server's answer, and what the page says to it.
async function trySecret(page, secret) {
  await page.getByLabel('校验码', { exact: true }).fill(secret);
  const [answer] = await Promise.all([
    page.waitForResponse('**/api/v1/session'),
    page.getByRole('button', { name: '登录', exact: true }).click(),
  ]);
  await page.locator('#sign-in-submit:enabled').waitFor();
  return { answer, said: await page.getByRole('alert').textContent() };
}

async function openSignIn() {
  const clerk = await newClerk(fixture.browser, { serviceWorkers: 'block' });
  await clerk.page.goto(fixture.server.origin);
  await clerk.page.getByLabel('网站标识码').fill(dongkou.code);
  return clerk;
}

test('after too many wrong 校验码 the page says how long to wait', async () => {
  const { context, page } = await openSignIn();
  let last = await trySecret(page, 'AAAA-AAAA-AAAA-AAAA');
  for (let tries = 1; tries < 20 && last.answer.status() === 401; ++tries) {
    assert.equal(last.said, '标识码或校验码不对，请核对后重新输入。');
    last = await trySecret(page, 'AAAA-AAAA-AAAA-AAAA');
  }
  assert.equal(last.answer.status(), 429);
  assert.equal(last.said, `试的次数太多，请过 ${last.answer.headers()['retry-after']} 秒再试。忘记校验码的，请向组织单位申请重置。`);
  await context.close();
});

test('a wait is told in seconds or in minutes, and never as none', async () => {
  const { context, page } = await openSignIn();
  const waits = [['0', '1 秒'], ['60', '60 秒'], ['61', '2 分钟'], ['3600', '60 分钟']];
  for (const [seconds, told] of waits) {
    await page.route('**/api/v1/session', (route) =>
      route.fulfill({ status: 429, contentType: 'application/problem+json', headers: { 'Retry-After': seconds }, body: '{}' }), { times: 1 });
    assert.equal((await trySecret(page, 'x')).said, `试的次数太多，请过 ${told}再试。忘记校验码的，请向组织单位申请重置。`);
  }
  await context.close();
});

test('a server that is busy is told from one that does not answer', async () => {
  const { context, page } = await openSignIn();
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', headers: { 'Retry-After': '2' }, body: '{}' }), { times: 1 });
  assert.equal((await trySecret(page, 'x')).said, '同时登录的人较多，请稍后再试。');
  await context.close();
});
