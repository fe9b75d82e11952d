// 高行镇 2017 as it was published: 17 blanks, a comment inside a number, a sum that does not add up. It is kept as a draft,
// every problem stands at its cell, and it is refused on submission by the client and by the server with the same findings.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gaohang } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillReport, modes, newClerk, openReport, signIn } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('gaohang-2017');
const blanks = report.cells.filter(([, text]) => text === '').map(([name]) => name);

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    const fixture = withServer(gaohang);

    test(`高行镇 2017 is kept as a draft and refused on submission`, async () => {
      assert.equal(blanks.length, 17);
      const { context, page, complaints } = await newClerk(fixture.browser, { mode });
      await signIn(page, fixture.server.origin, gaohang.code, fixture.secret);
      await openReport(page, report.year);
      await fillReport(page, report.cells);
      await page.getByText('已保存到服务器').waitFor();

      const folder = ['sites', gaohang.code, 'work-report', report.year];
      const draft = fixture.server.readJson(...folder, 'draft.json').document;
      assert.deepEqual(draft.values.release.catalogue, { value: 135, raw: '135 (主动公开)', remark: '主动公开' });
      assert.equal(draft.values.interpretation.total, undefined);

      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByText(/提交之前还有 \d+ 处/).waitFor();
      assert.ok(!existsSync(path.join(fixture.server.data, ...folder, '0001.json')), 'nothing is stored');

      // Every blank that has to be answered is marked at its own cell; 移动新媒体 其他 may stay blank beside 微博 and 微信,
      // and 平均办理时间 where no message was counted.
      const optional = ['移动新媒体 其他', '互动交流 留言办理 平均办理时间'];
      for (const name of blanks.filter((blank) => !optional.includes(blank))) {
        const control = page.getByRole('textbox', { name, exact: true });
        assert.equal(await control.getAttribute('aria-invalid'), 'true', name);
        const described = await control.evaluate((element) => element.getAttribute('aria-describedby').split(' ')
          .map((id) => document.getElementById(id).textContent).join(' '));
        assert.match(described, /错误/, name);
      }
      await page.getByText('658').filter({ hasText: '523' }).first().waitFor();

      // The server, asked directly, refuses the same document for the same reasons.
      const answer = await page.evaluate(async ({ address, document, parent }) => {
        const response = await fetch(address, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ intent: 'submission', parent, document }),
        });
        return { status: response.status, problem: await response.json() };
      }, { address: `/api/v1/reports/work-report/${report.year}/${gaohang.code}`, document: draft, parent: fixture.server.readJson(...folder, 'draft.json').parent ?? '' });
      assert.equal(answer.status, 422, JSON.stringify(answer.problem));
      const shown = await page.locator('[id^="finding."]').evaluateAll((elements) => elements.map((element) => element.id.split('.').slice(1).join('.')));
      const served = answer.problem.findings.map((finding) => `${finding.code}.${finding.cells[0]}`);
      assert.deepEqual([...new Set(shown)].sort(), [...new Set(served)].sort());
      assert.deepEqual(complaints, []);
      await context.close();
    });
  });
}
