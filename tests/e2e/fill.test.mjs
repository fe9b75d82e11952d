// The main job, on real input: sign in, fill the report of 洞口县 for 2019 in the official table, submit, and find on the
// server's disk exactly what was sent.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, fillReport, modes, newClerk, openReport, signIn, widerThanPage } from './support/browser.mjs';
import { readReport } from './support/reports.mjs';

const report = readReport('dongkou-2019');

/// What the fixture's texts mean, written down by hand: the test must not ask the code under test.
const expectedValues = {
  header: { reporting_unit: '洞口县人民政府办公室' },
  basic: {
    site_name: '洞口县人民政府', organiser: '洞口县人民政府', site_kind: 'portal', site_code: '4305250009',
    icp_number: '湘ICP备09023995', police_number: '43052502000024', unique_visitors: 13541, page_views: 1547391,
    home_url: { value: 'http://www.dongkou.gov.cn', raw: 'www.dongkou.gov.cn' },
  },
  release: { total: 16965, overview: 78, news: { value: 12089, raw: '[bookmark: _GoBack]12089' }, catalogue: 4798 },
  topics: { maintained: 7, opened: 3 },
  interpretation: { total: 39, documents: 38, products: 0, comments: 1, responses: 0 },
  services: {
    catalogue_published: true, registered_users: 15735, items: 3841, items_fully_online: 100,
    cases_total: 13896, cases_natural: 10762, cases_legal: 3134,
  },
  interaction: {
    unified_platform: true, messages_received: 526, messages_handled: 497, handling_days: 5, messages_published: 52,
    surveys: 6, survey_opinions: 0, survey_results: 6, interviews: 0, interview_messages: 0, interview_answers: 0,
    smart_answers: false,
  },
  security: { assessments: 2, problems_found: 0, problems_fixed: 0, warning_mechanism: true, drill: false, officer: true },
  media: {
    has_new_media: true, weibo_name: { none: true }, weibo_posts: { none: true }, weibo_followers: { none: true },
    wechat_name: '洞口县人民政府', wechat_posts: 427, wechat_subscribers: 3782, other: { none: true },
  },
  innovation: { features: ['search_as_service', 'accessible_browsing'] },
  signature: { head: '负责人甲', reviewer: '审核人乙', preparer: '填报人丙', phone: '07397220000', date: { value: '2020-01-15', raw: '2020-1-15' } },
};

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    const fixture = withServer(dongkou);

    test(`洞口县 2019 goes from the browser to the disk`, async () => {
      const { context, page, complaints } = await newClerk(fixture.browser, { mode });
      await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
      await openReport(page, report.year);

      // A slip first: a warning with the real numbers in it appears while typing, and goes when it is mended.
      await fillReport(page, report.cells);
      await fillCell(page, '信息发布 总数', '16966');
      await page.getByText('16966').filter({ hasText: '16965' }).first().waitFor();
      await page.getByRole('textbox', { name: '信息发布 总数 W101 说明' }).fill('信息公开目录另有一条未计入分项');
      await page.getByText('已保存到服务器').waitFor();
      const draft = fixture.server.readJson('sites', dongkou.code, 'work-report', report.year, 'draft.json').document;
      assert.equal(draft.explanations[0].code, 'W101');
      assert.equal(draft.explanations[0].text, '信息公开目录另有一条未计入分项');
      await fillCell(page, '信息发布 总数', '16965 ');
      await page.getByRole('textbox', { name: '信息发布 总数 W101 说明' }).waitFor({ state: 'detached' });

      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('heading', { name: '已提交' }).waitFor();
      await page.getByText(`回执编号：${dongkou.code}-${report.year}-0001`).waitFor();

      const stored = fixture.server.readJson('sites', dongkou.code, 'work-report', report.year, '0001.json');
      assert.deepEqual(stored.document.values, expectedValues);
      assert.equal(stored.document.subject, dongkou.code);
      assert.equal(stored.receipt.author, dongkou.code);
      assert.equal(stored.receipt.way, 'web');
      assert.ok((await page.getByText(/内容校验值：/).textContent()).includes(stored.receipt.digest));
      assert.ok(existsSync(path.join(fixture.server.data, 'forms', `${stored.document.form.digest}.json`)));

      // On a telephone the 64 digits of the digest are broken, and push nothing out of the page.
      await page.setViewportSize({ width: 360, height: 740 });
      await page.waitForFunction(() => document.body.className === 'html-mode');
      assert.deepEqual(await widerThanPage(page), []);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  });
}
