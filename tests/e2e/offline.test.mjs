// The network goes, the clerk goes on: the client comes from its cache, the draft comes back after a reload, a submission
// waits and is sent when the server is back, and a file carries the report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, fillReport, newClerk, openReport, signIn } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('dongkou-2019');
const resendTimeoutMs = 90_000;

const fixture = withServer(dongkou);

test('a report is filled, kept, queued and sent across a server that is down', async () => {
  const { context, page } = await newClerk(fixture.browser);
  await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
  await openReport(page, report.year);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await fillCell(page, '填报单位', '洞口县人民政府办公室');
  await page.getByText('已保存到服务器').waitFor();

  await fixture.server.stop();
  await fillReport(page, report.cells.slice(0, 20));
  await page.getByText('网络不通，内容保存在本机').waitFor();

  // A reload with the server gone: page, form and draft come from the browser.
  await page.reload();
  if (await page.getByRole('heading', { name: '选择要填报的报表和年度' }).waitFor({ timeout: 15_000 }).then(() => true, () => false)) {
    await openReport(page, report.year);
  }
  const total = page.getByRole('textbox', { name: '信息发布 总数', exact: true });
  await total.waitFor();
  assert.equal(await total.inputValue(), '16965');
  await fillReport(page, report.cells);
  await page.getByText('湖南省邵阳市洞口县').first().waitFor();

  // 保存到文件, and the file is one that the program's own command line accepts.
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存到文件' }).first().click()]);
  assert.match(download.suggestedFilename(), /\.tianbao\.json$/);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.equal(file.format, 'tianbao-file/1');
  assert.equal(file.document.values.release.total, 16965);

  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('待发送').first().waitFor();
  const stored = path.join(fixture.server.data, 'sites', dongkou.code, 'work-report', report.year, '0001.json');
  assert.ok(!existsSync(stored));

  // The session was in the server's memory: signing in again lies over the form, and the queued submission goes out.
  await fixture.server.start();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('校验码', { exact: true }).waitFor({ timeout: resendTimeoutMs });
  await dialog.getByLabel('网站标识码').fill(dongkou.code);
  await dialog.getByLabel('校验码', { exact: true }).fill(fixture.secret);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '已提交' }).waitFor({ timeout: resendTimeoutMs });
  assert.equal(fixture.server.readJson('sites', dongkou.code, 'work-report', report.year, '0001.json').document.values.release.total, 16965);
  await context.close();
});

test('a 上报文件 carries a report to another machine', async () => {
  const first = await newClerk(fixture.browser, { acceptDownloads: true });
  await signIn(first.page, fixture.server.origin, dongkou.code, fixture.secret);
  await openReport(first.page, '2018');
  await fillCell(first.page, '信息发布 总数', '4321');
  const [download] = await Promise.all([first.page.waitForEvent('download'), first.page.getByRole('button', { name: '保存到文件' }).first().click()]);
  const file = await download.path();

  const second = await newClerk(fixture.browser);
  await signIn(second.page, fixture.server.origin, dongkou.code, fixture.secret);
  await openReport(second.page, '2017');
  const wrong = await Promise.all([second.page.waitForEvent('filechooser'), second.page.getByRole('button', { name: '打开文件' }).first().click()]);
  await wrong[0].setFiles({ name: '别的.tianbao.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"x"}') });
  await second.page.getByText(/不是上报文件|不能打开|格式/).first().waitFor();

  await second.page.getByRole('button', { name: '返回报表列表' }).click();
  await openReport(second.page, '2018');
  const right = await Promise.all([second.page.waitForEvent('filechooser'), second.page.getByRole('button', { name: '打开文件' }).first().click()]);
  await right[0].setFiles({ name: '报表.tianbao.json', mimeType: 'application/json', buffer: readFileSync(file) });
  const total = second.page.getByRole('textbox', { name: '信息发布 总数', exact: true });
  await total.waitFor();
  await second.page.waitForFunction((element) => element.value === '4321', await total.elementHandle());
  await first.context.close();
  await second.context.close();
});

test('on a shared PC one act removes drafts and sign-in', async () => {
  const { context, page } = await newClerk(fixture.browser);
  await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
  await openReport(page, '2017');
  await fillCell(page, '信息发布 总数', '99');
  await page.getByText(/已保存/).first().waitFor();
  await page.getByRole('button', { name: '清除本机数据' }).click();
  const question = await page.getByText('将删除本机上的全部草稿').boundingBox();
  assert.ok(question.y >= 52 && question.y + question.height <= 768, 'what is asked stands in view, below the bar');
  await page.getByRole('button', { name: '确定清除' }).click();
  await page.getByLabel('网站标识码').waitFor();
  // It is said when it is done: who reloads before that takes the act back with the page.
  await page.getByText('都已清除').waitFor();
  await page.reload();
  await page.getByLabel('网站标识码').waitFor();
  const left = await page.evaluate(async () => {
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    const records = await Promise.all(databases.map(({ name }) => new Promise((resolve) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => {
        const database = open.result;
        const stores = [...database.objectStoreNames];
        if (stores.length === 0) return resolve([]);
        const transaction = database.transaction(stores);
        const all = stores.map((store) => new Promise((done) => { const request = transaction.objectStore(store).getAll(); request.onsuccess = () => done(request.result); }));
        Promise.all(all).then((lists) => resolve(lists.flat()));
      };
    })));
    return JSON.stringify([records.flat(), { ...localStorage }]);
  });
  assert.ok(!left.includes('"release"') && !left.includes(dongkou.code), left.slice(0, 500));
  assert.equal((await context.cookies()).length, 0);
  await context.close();
});
