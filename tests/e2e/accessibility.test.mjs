// axe-core finds nothing on any screen in either mode, and the keyboard's first stop is the switch between them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, fillReport, modes, newClerk, openReport, signIn, violations } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('dongkou-2019');

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    const fixture = withServer(dongkou);

    test('no screen has a violation', async () => {
      const { context, page } = await newClerk(fixture.browser, { mode });
      await page.goto(fixture.server.origin);
      await page.getByLabel('网站标识码').waitFor();
      assert.deepEqual(await violations(page), [], 'sign-in');
      await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
      assert.deepEqual(await violations(page), [], 'reports');
      await openReport(page, report.year);
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByText(/提交之前还有 \d+ 处/).waitFor();
      assert.deepEqual(await violations(page), [], 'fill, with every blank an error');
      await fillCell(page, '信息发布 总数', '约500');
      await page.getByRole('button', { name: '逐条查看暂时不能判断的' }).press('Enter');
      await page.getByText('规则 W101 暂时不能判断：').waitFor();
      assert.deepEqual(await violations(page), [], 'fill, with what cannot be judged yet');
      await fillReport(page, report.cells);
      await fillCell(page, '信息发布 总数', '16966');
      assert.deepEqual(await violations(page), [], 'fill, with a 说明 asked for');
      const why = page.getByRole('button', { name: '信息发布 总数 W101 为什么？' });
      assert.equal(await why.getAttribute('aria-expanded'), 'false');
      await why.press('Enter');
      await page.getByText('算式：16966 = 78 + 12089 + 4798（= 16965）✗').waitFor();
      assert.equal(await why.getAttribute('aria-expanded'), 'true');
      assert.deepEqual(await violations(page), [], 'fill, with the why of a finding');
      await page.getByRole('link', { name: '政务动态信息更新量：12089' }).press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'cell.release.news');
      await fillCell(page, '信息发布 总数', '16965');
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('heading', { name: '已提交' }).waitFor();
      assert.deepEqual(await violations(page), [], 'receipt');
      assert.equal(await page.evaluate(() => document.body.className), `${mode}-mode`);
      await context.close();
    });

    test('neither two versions of a report nor a sign-in over the form have one', async () => {
      const first = await newClerk(fixture.browser, { mode, serviceWorkers: 'block' });
      const second = await newClerk(fixture.browser, { mode, serviceWorkers: 'block' });
      for (const { page } of [first, second]) {
        await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
        await openReport(page, '2018');
      }
      await fillCell(first.page, '信息发布 总数', '1');
      await first.page.getByText('已保存到服务器').waitFor();
      await fillCell(second.page, '信息发布 总数', '2');
      await second.page.getByRole('heading', { name: /请选定用哪一份/ }).waitFor();
      assert.deepEqual(await violations(second.page), [], 'versions');
      await first.context.clearCookies();
      await fillCell(first.page, '信息发布 总数', '3');
      await first.page.getByRole('dialog').getByLabel('校验码', { exact: true }).waitFor();
      assert.deepEqual(await violations(first.page), [], 'sign-in over the form');
      await first.context.close();
      await second.context.close();
    });

    test('the first Tab stop is the switch between the modes', async () => {
      const { context, page } = await newClerk(fixture.browser, { mode });
      await page.goto(fixture.server.origin);
      await page.locator('#mode-switch').waitFor({ state: 'visible' });
      await page.evaluate(() => {
        document.activeElement.blur();
        getSelection().collapse(document.body, 0);
      });
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'mode-switch');
      await context.close();
    });
  });
}
