// The second year: last year's figures stand beside the numbers, what is known is offered and taken over by a person alone,
// and a section of which there is nothing to report is answered with one act, by keyboard, in both modes and on a telephone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, fillReport, modes, newClerk, openReport, settle, signIn, violations, widerThanPage } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('dongkou-2019');
const nextYear = String(Number(report.year) + 1);
const icpNumber = '湘ICP备09023995号';

const textbox = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const focused = (page) => page.evaluate(() => document.activeElement.id);

/// What assistive technology reads behind the control's name.
const description = (control) => control.evaluate((element) =>
  element.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' '));

/// How far an element lies from where it was painted, at most.
const offset = (page) => page.evaluate(() =>
  Math.max(...Array.from(document.querySelectorAll('.page .placed'), (element) => {
    const box = element.getBoundingClientRect();
    const pinned = element.closest('.navigation') !== null;
    const wanted = ['--x', '--y', '--w', '--h'].map((name) => parseFloat(element.style.getPropertyValue(name)));
    const top = box.top + (pinned ? 0 : window.scrollY) - document.getElementById('bar').offsetHeight;
    return Math.max(...[box.left, top, box.width, box.height].map((value, index) => Math.abs(value - wanted[index])));
  })));

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    const fixture = withServer({ ...dongkou, icpNumber });

    test('the year after, what is known need not be typed', async () => {
      const { context, page, complaints } = await newClerk(fixture.browser, { mode });
      await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
      await openReport(page, report.year);
      await fillReport(page, report.cells);
      await button(page, '提交').click();
      await page.getByRole('heading', { name: '已提交' }).waitFor();
      await button(page, '返回报表列表').click();
      await openReport(page, nextYear);

      const total = textbox(page, '信息发布 总数');
      assert.match(await description(total), /上年 16,965$/);
      await total.fill('17500');
      await page.getByText('上年 16,965（+3.2%）').waitFor();
      assert.match(await description(total), /上年 16,965（\+3\.2%）$/);
      assert.equal(await page.locator('[id="prior.release.total"]').evaluate((text) => text.closest('[aria-live]')), null);

      // Nothing stands anywhere by itself; one act takes one value over.
      const name = textbox(page, '基本信息 网站名称');
      assert.equal(await name.inputValue(), '');
      const offer = button(page, `基本信息 网站名称 采用登记信息：${dongkou.name}`);
      assert.match(await description(name), new RegExp(`采用登记信息：${dongkou.name}$`));
      await offer.press('Enter');
      assert.equal(await name.inputValue(), dongkou.name);
      assert.equal(await focused(page), 'cell.basic.site_name');
      assert.equal(await offer.count(), 0);
      assert.deepEqual(await violations(page), []);

      // One act takes over the rest, and one takes it back.
      await button(page, '全部采用').press('Enter');
      assert.equal(await textbox(page, '基本信息 ICP备案号').inputValue(), icpNumber);
      assert.equal(await textbox(page, '落款 联系电话').inputValue(), '07397220000');
      assert.equal(await textbox(page, '基本信息 网站总访问量').inputValue(), '');
      assert.equal(await focused(page), 'button.undo_fill');
      await page.keyboard.press('Enter');
      assert.equal(await textbox(page, '基本信息 ICP备案号').inputValue(), '');
      assert.equal(await name.inputValue(), dongkou.name);
      assert.equal(await focused(page), 'button.take_all');

      // 本节无 answers what is blank, and no more.
      await fillCell(page, '互动交流 留言办理 收到留言数量', '3');
      const act = button(page, '互动交流 本节无');
      await act.press('Enter');
      assert.equal(await textbox(page, '互动交流 留言办理 收到留言数量').inputValue(), '3');
      assert.equal(await textbox(page, '互动交流 留言办理 办结留言数量').inputValue(), '0');
      assert.ok(await page.getByRole('radiogroup', { name: '互动交流 是否使用统一平台' }).getByLabel('否').isChecked());
      assert.equal(await focused(page), 'button.undo_fill');
      await page.locator('[aria-live]').getByText('互动交流：已填入 11 项（0、否或者无），可以撤销。').waitFor({ state: 'attached' });
      assert.deepEqual(await violations(page), []);
      if (mode === 'canvas') {
        await settle(page);
        assert.ok((await offset(page)) <= 1);
      }
      await page.keyboard.press('Enter');
      assert.equal(await textbox(page, '互动交流 留言办理 办结留言数量').inputValue(), '');
      await act.press('Enter');
      await fillCell(page, '互动交流 留言办理 收到留言数量', '');
      assert.equal(await button(page, '撤销互动交流本节无').count(), 0);
      assert.equal(await page.getByRole('rowheader', { name: '互动交流', exact: true }).count(), 1);

      await page.getByText('已保存到服务器').waitFor();
      const { values } = fixture.server.readJson('sites', dongkou.code, 'work-report', nextYear, 'draft.json').document;
      assert.deepEqual(values.basic, { site_name: dongkou.name });
      assert.equal(values.interaction.messages_handled, 0);
      assert.equal(values.interaction.unified_platform, false);
      assert.equal(values.interaction.messages_received, undefined);

      await page.setViewportSize({ width: 360, height: 740 });
      await page.waitForFunction(() => document.body.className === 'html-mode');
      assert.deepEqual(await widerThanPage(page), []);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  });
}
