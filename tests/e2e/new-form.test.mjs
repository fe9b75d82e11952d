// A form that no line of the program knows: a file in a folder, with a field of every type and a table, goes from the
// screen to JSON that a spreadsheet can take.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import path from 'node:path';
import { dongkou, root } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { fillCell, modes, newClerk, signIn, violations, widerThanPage } from './support/browser.mjs';

const answers = [
  ['各种项目 名称', '某镇'],
  ['各种项目 情况', '第一行\n第二行'],
  ['各种项目 数量', '1,234 个'],
  ['各种项目 比重', '12.5'],
  ['各种项目 是否公开', '☑是 □否'],
  ['各种项目 类型', '☑乡镇 □部门'],
  ['各种项目 渠道', '☑网站 ☑其他'],
  ['各种项目 渠道 其他', '大喇叭'],
  ['各种项目 登记 开通日期', '2019年6月1日'],
  ['各种项目 登记 网址', 'WWW.example.gov.cn'],
  ['各种项目 登记 电话', '0739-7220000'],
  ['各种项目 登记 邮箱', 'a@example.gov.cn'],
  ['各种项目 登记 标识码', '4305250009'],
  ['各种项目 登记 备案号', '湘ICP备09023995号'],
  ['各种项目 登记 公安备案号', '无'],
  ['各种项目 登记 栏目', '动态\n公告'],
  ['各种项目 登记 栏目地址', 'http://a.gov.cn/x；http://a.gov.cn/y'],
  ['季度数据 来信 上半年', '5'],
  ['季度数据 来信 下半年', '7'],
  ['季度数据 来访 上半年', '4'],
  ['季度数据 来访 下半年', '9'],
  ['季度数据 年末人数 下半年', '3'],
  ['人员 评分 迟到 次数', '3'],
  ['人员 值班人员 人员1 姓名', '甲'],
];

const expectedValues = {
  plain: {
    name: '某镇', story: '第一行\n第二行', count: { value: 1234, raw: '1,234 个' }, share: 12.5, is_public: true, kind: 'town',
    means: { value: ['web', 'other'], other: '大喇叭' }, since: { value: '2019-06-01', raw: '2019年6月1日' },
    url: { value: 'http://www.example.gov.cn', raw: 'WWW.example.gov.cn' }, phone: '0739-7220000', email: 'a@example.gov.cn',
    code: '4305250009', icp: '湘ICP备09023995号', police: { none: true },
    names: { value: '动态；公告', raw: '动态\n公告' }, pages: 'http://a.gov.cn/x；http://a.gov.cn/y',
  },
  table: {
    'letters.first': 5, 'letters.second': 7, 'letters.year': 12, 'visits.first': 4, 'visits.second': 9, 'visits.year': 13,
    'staff.second': 3,
  },
  people: {
    'person_1.name': '甲', 'person_1.days': 2, 'person_3.name': '丙', 'person_3.days': 4, 'late.count': 3, 'late.points': 0.3,
  },
};

/// One more row, which has focus then.
async function addPerson(page, number, name, days) {
  await page.getByRole('button', { name: '增加一行' }).click();
  await page.waitForFunction((id) => document.activeElement.id === id, `cell.people.person_${number}.name`);
  await fillCell(page, `人员 值班人员 人员${number} 姓名`, name);
  await fillCell(page, `人员 值班人员 人员${number} 值班天数`, days);
}

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    const fixture = withServer(dongkou, { forms: path.join(root, 'tests/fixtures/forms') });

    test('a form with a field of every type is filled, explained and stored', async () => {
      const { context, page, complaints } = await newClerk(fixture.browser, { mode });
      await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
      await page.getByRole('button', { name: '新开表 2019年度' }).click();
      await page.getByRole('heading', { name: '新开表（2019年度）' }).waitFor();
      assert.deepEqual(await violations(page), []);

      for (const [name, text] of answers) await fillCell(page, name, text);
      const year = page.getByRole('textbox', { name: '季度数据 来信 全年', exact: true });
      assert.ok(await year.isDisabled());
      await page.waitForFunction((element) => element.value === '12', await year.elementHandle());

      // Who is half in a row is asked for the rest; rows come and go, and what went can be had back.
      await fillCell(page, '人员 值班人员 人员1 值班天数', '2');
      await addPerson(page, 2, '乙', '3');
      await addPerson(page, 3, '丙', '4');
      await page.getByRole('button', { name: '删除人员2' }).click();
      await page.getByRole('button', { name: '恢复人员2' }).click();
      await page.getByRole('button', { name: '删除人员2' }).click();
      await page.getByRole('textbox', { name: '人员 值班人员 人员2 姓名', exact: true }).waitFor({ state: 'detached' });
      assert.deepEqual(await violations(page), []);

      // The rule for each half of the year speaks where its cell is, and takes its own 说明.
      await page.getByText('上半年：来信 5 大于来访 4').first().waitFor();
      await page.getByRole('textbox', { name: '季度数据 来信 上半年 W101 说明' }).fill('有的只写了信');
      assert.deepEqual(await violations(page), []);

      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('heading', { name: '已提交' }).waitFor();
      const stored = fixture.server.readJson('sites', dongkou.code, 'every-type', '2019', '0001.json');
      assert.deepEqual(stored.document.values, expectedValues);
      assert.deepEqual(stored.document.explanations.map(({ code, cell, text }) => [code, cell, text]),
        [['W101', 'table.letters.first', '有的只写了信']]);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  });
}

describe('on a telephone', () => {
  const fixture = withServer(dongkou, { forms: path.join(root, 'tests/fixtures/forms') });

  test('the cells of a table stand below each other, each with the name of its column', async () => {
    const { context, page } = await newClerk(fixture.browser, { mode: 'html', viewport: { width: 360, height: 740 } });
    await signIn(page, fixture.server.origin, dongkou.code, fixture.secret);
    await page.getByRole('button', { name: '新开表 2019年度' }).click();
    const cell = page.getByRole('textbox', { name: '季度数据 来信 下半年', exact: true });
    await cell.waitFor();
    assert.equal(await cell.evaluate((control) => getComputedStyle(control.closest('.cell'), '::before').content), '"下半年"');
    assert.deepEqual(await widerThanPage(page), []);
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
});
