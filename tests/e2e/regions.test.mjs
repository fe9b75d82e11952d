// A 标识码 and a 公安机关备案号 say where they come from: shown beside them, warned of where the code is not in force or the
// two differ, in both modes, and the server finds the same.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, fillReport, modes, newClerk, openReport, settle, signIn, violations } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('dongkou-2019');
const policeNumber = '基本信息 公安机关备案号';

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    const fixture = withServer(dongkou);

    test('identifiers show their places, and what does not fit is warned of', async () => {
      const { context, page, complaints } = await newClerk(fixture.browser, { mode });
      await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
      await openReport(page, report.year);
      await fillReport(page, report.cells);
      const place = (id) => page.locator(`[id="region.basic.${id}"]`);
      assert.equal(await place('site_code').textContent(), '湖南省邵阳市洞口县');
      assert.equal(await place('police_number').textContent(), '湖南省邵阳市洞口县');

      // Of another province, which is asked for now.
      await fillCell(page, policeNumber, '沪公网安备31011502006445号');
      await page.getByText('公安机关备案号属于上海市浦东新区，政府网站标识码属于湖南省邵阳市洞口县').first().waitFor();
      assert.equal(await place('police_number').textContent(), '上海市浦东新区');

      // 南汇区 was abolished in 2009.
      await fillCell(page, policeNumber, '沪公网安备31011902006445号');
      await page.getByText('公安机关备案号 沪公网安备31011902006445号 的前 6 位数字查不到对应的行政区划').first().waitFor();
      assert.equal(await place('police_number').count(), 0);
      await settle(page);
      assert.deepEqual(await violations(page), []);

      // It may be so, and the server says the same.
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('heading', { name: '已提交' }).waitFor();
      const stored = fixture.server.readJson('sites', dongkou.code, 'work-report', report.year, '0001.json');
      assert.equal(stored.document.values.basic.police_number.value ?? stored.document.values.basic.police_number, '沪公网安备31011902006445号');
      assert.deepEqual(complaints, []);
      await context.close();
    });
  });
}
