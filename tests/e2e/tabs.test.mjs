// What a browser shares between its tabs and keeps behind: two tabs with one report, a device that cannot be cleared, a
// network that answers in the server's place, a session that has ended meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, fillReport, newClerk, openReport, signIn } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('dongkou-2019');
const resendTimeoutMs = 90_000;
const elsewhere = /另一个标签页里改动/;

const fixture = withServer(dongkou);

const total = (page) => page.getByRole('textbox', { name: '信息发布 总数', exact: true });

/// Another tab of the same browser, which is signed in already.
async function newTab(context, year) {
  const page = await context.newPage();
  await page.goto(fixture.server.origin);
  await openReport(page, year);
  return page;
}

for (const told of [true, false]) {
  test(`two tabs never overwrite each other's draft, ${told ? 'which they tell each other' : 'though neither knows of the other'}`, async () => {
    const { context, page: first } = await newClerk(fixture.browser);
    if (!told) await context.addInitScript(() => delete window.BroadcastChannel);
    const year = told ? '2019' : '2018';
    await signIn(first, fixture.server.origin, dongkou.code, fixture.secret);
    await openReport(first, year);
    await fillCell(first, '信息发布 总数', '1');
    await first.getByText('已保存到服务器').waitFor();

    const second = await newTab(context, year);
    assert.equal(await total(second).inputValue(), '1');
    await fillCell(second, '信息发布 总数', '12');
    await second.getByText('已保存在本机').or(second.getByText('已保存到服务器')).waitFor();
    if (!told) await fillCell(first, '信息发布 概况类信息更新量', '7');
    await first.getByText(elsewhere).waitFor();
    assert.ok(await total(first).isDisabled());
    assert.ok(await first.getByRole('button', { name: '提交', exact: true }).isDisabled());
    assert.ok(await total(second).isEnabled());

    // The other tab crashes; nobody waits for it.
    await second.close({ runBeforeUnload: false });
    await first.getByRole('button', { name: '改在本页填写' }).click();
    // What only this tab had is not thrown away unasked.
    if (!told) await first.getByRole('button', { name: '不用本页的' }).click();
    await first.waitForFunction(() => document.getElementById('cell.release.total')?.value === '12');
    await fillCell(first, '信息发布 总数', '123');
    await first.getByText('已保存到服务器').waitFor();
    const draft = fixture.server.readJson('sites', dongkou.code, 'work-report', year, 'draft.json').document;
    assert.equal(draft.values.release.total, 123);
    await context.close();
  });
}

test('a device that cannot be cleared says so, and what to do', async () => {
  const { context, page } = await newClerk(fixture.browser);
  await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
  await page.evaluate(() => {
    IDBObjectStore.prototype.clear = () => {
      throw new DOMException('refused', 'UnknownError');
    };
  });
  await page.getByRole('button', { name: '清除本机数据' }).click();
  await page.getByRole('button', { name: '确定清除' }).click();
  await page.locator('#notice').getByText(/本机数据没有清除.*清除浏览数据/).waitFor();
  assert.doesNotMatch(await page.locator('#polite').textContent(), /都已清除/);
  await context.close();
});

test('clearing the device in one tab takes the report off the other', async () => {
  const { context, page: first } = await newClerk(fixture.browser);
  await signIn(first, fixture.server.origin, dongkou.code, fixture.secret);
  const second = await newTab(context, '2017');
  await first.getByRole('button', { name: '清除本机数据' }).click();
  await first.getByRole('button', { name: '确定清除' }).click();
  await second.getByLabel('校验码', { exact: true }).waitFor();
  await context.close();
});

test('a session that has ended leads to the sign-in, not to a page that never opens', async () => {
  const { context, page } = await newClerk(fixture.browser);
  await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
  await context.clearCookies();
  await page.reload();
  await page.getByText('用本网站的标识码和校验码登录').waitFor();
  await page.getByLabel('网站标识码').waitFor();
  assert.ok(await page.locator('[id="button.clear_device"]').isHidden());
  await context.close();
});

test('a sign-in page of the network is taken neither for a form nor for a receipt', async () => {
  const { context, page } = await newClerk(fixture.browser, { serviceWorkers: 'block' });
  const portal = (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>上网认证</title>' });
  await context.route('**/api/v1/forms/*', portal);
  await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
  await page.getByRole('button', { name: '政府网站工作年度报表 2019年度' }).click();
  await page.getByText(/没有收到服务器的答复|网络不通/).first().waitFor();
  await context.unroute('**/api/v1/forms/*', portal);
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('heading', { name: '政府网站工作年度报表（2019年度）' }).waitFor({ timeout: resendTimeoutMs });

  await fillReport(page, report.cells);
  await context.route('**/api/v1/reports/**', portal);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('待发送').first().waitFor();
  await context.unroute('**/api/v1/reports/**', portal);
  await page.getByRole('heading', { name: '已提交' }).waitFor({ timeout: resendTimeoutMs });
  assert.equal(fixture.server.readJson('sites', dongkou.code, 'work-report', '2019', '0001.json').document.values.release.total, 16965);
  await context.close();
});
