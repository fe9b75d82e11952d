// Whoever writes a form sees it as the clerk will, and what is wrong with it, as soon as the file is saved.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, modes, newClerk, violations } from './support/browser.mjs';
import { listening, root } from './support/server.mjs';

const executable = path.join(root, 'build/release/tianbao');
const thisYear = new Date().getFullYear();

/// `tianbao form preview` over a file of its own, which `form new` has written.
class Preview {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'tianbao-e2e-preview-'));
    this.file = path.join(this.folder, 'form.json');
    this.output = '';
    execFileSync(executable, ['form', 'new', 'town-check', '2020', '--title', '乡镇自查表', '--output', this.file]);
  }

  async start() {
    this.process = spawn(executable, ['form', 'preview', this.file], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TMPDIR: this.folder } });
    this.process.stdout.on('data', (text) => { this.output += text; });
    this.port = await listening(this.process);
    return `http://127.0.0.1:${this.port}`;
  }

  edit(change) {
    writeFileSync(this.file, change(readFileSync(this.file, 'utf8')));
  }

  async stop(signal = 'SIGINT') {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill(signal);
    return ended;
  }

  leftovers() {
    return readdirSync(this.folder).filter((name) => name.startsWith('tianbao-preview-'));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const heading = (page, year = thisYear - 1) => page.getByRole('heading', { name: `乡镇自查表（${year}年度）` }).waitFor();

for (const mode of modes) {
  describe(`${mode} mode`, () => {
    let browser;
    const preview = new Preview();
    before(async () => { browser = await launch(); });
    after(async () => {
      await browser?.close();
      preview.remove();
    });

    test('an edit is shown at once, what was typed comes along, and a broken file shows its mistakes until it is mended', async () => {
      const origin = await preview.start();
      const { context, page, complaints } = await newClerk(browser, { mode });
      await page.goto(origin);
      await heading(page);
      assert.deepEqual(await violations(page), []);
      const name = page.getByRole('textbox', { name: '基本情况 网站名称', exact: true });
      await name.fill('某镇网站');
      await page.getByRole('textbox', { name: '基本情况 工作人员', exact: true }).fill('3');

      preview.edit((text) => text.replace('"label": "工作人员"', '"label": "专职人员"'));
      await page.getByRole('textbox', { name: '基本情况 专职人员', exact: true }).waitFor();
      assert.equal(await name.inputValue(), '某镇网站');
      assert.equal(await page.getByRole('textbox', { name: '基本情况 专职人员', exact: true }).inputValue(), '3');

      preview.edit((text) => text.replace('"type": "whole_number"', '"type": "whole_numbr"'));
      const alert = page.getByRole('alert').filter({ hasText: '表样有错误，改好后自动刷新' });
      await alert.waitFor();
      assert.match(await alert.textContent(), /\/sections\/0\/groups\/0\/fields\/1\/type：没有这个值，现为“whole_numbr”.*是否想写“whole_number”？/);
      assert.match(preview.output, /form\.json 有 \d+ 处错误：\n.*whole_numbr/);
      assert.equal(await name.inputValue(), '某镇网站');
      assert.deepEqual(await violations(page), []);

      preview.edit((text) => text.replace('whole_numbr', 'whole_number').replace('"label": "专职人员"', '"label": "在编人员"'));
      await page.getByRole('textbox', { name: '基本情况 在编人员', exact: true }).waitFor();
      assert.equal(await alert.count(), 0);
      assert.equal(await name.inputValue(), '某镇网站');

      assert.deepEqual(complaints, []);
      await context.close();
      assert.equal(await preview.stop(), 0);
      assert.deepEqual(preview.leftovers(), []);
    });
  });
}

describe('a preview', () => {
  let browser;
  const previews = [];
  const make = () => {
    previews.push(new Preview());
    return previews[previews.length - 1];
  };
  before(async () => { browser = await launch(); });
  after(async () => {
    await browser?.close();
    for (const each of previews) each.remove();
  });

  test('shows forms that no website fills yet: of units, and of years to come', async () => {
    const preview = make();
    preview.edit((text) => text.replace('"periods": { "first": 2020 }', `"reporter": "unit", "periods": { "first": ${thisYear + 3} }`));
    const origin = await preview.start();
    const { context, page } = await newClerk(browser, { mode: 'html' });
    await page.goto(origin);
    await heading(page);
    await context.close();
    await preview.stop('SIGTERM');
    assert.deepEqual(preview.leftovers(), []);
  });

  test('begins with a broken file, and goes on when a report was saved on the server', async () => {
    const preview = make();
    preview.edit((text) => text.replace('"title"', '"titel"'));
    const origin = await preview.start();
    const { context, page } = await newClerk(browser, { mode: 'html' });
    await page.goto(origin);
    await page.getByText('是否想写“title”？').waitFor();
    preview.edit((text) => text.replace('"titel"', '"title"'));
    await heading(page);
    await page.getByRole('textbox', { name: '基本情况 网站名称', exact: true }).fill('某镇网站');
    // Sent as a draft: what the server has would keep the report with the old form.
    await page.getByText('已保存到服务器').first().waitFor();
    preview.edit((text) => text.replace('"label": "网站名称"', '"label": "网站全称"'));
    const name = page.getByRole('textbox', { name: '基本情况 网站全称', exact: true });
    await name.waitFor();
    assert.equal(await name.inputValue(), '某镇网站');

    // Other years are reopened after an edit as well.
    await page.getByRole('button', { name: '返回报表列表' }).click();
    await page.getByRole('button', { name: `乡镇自查表 ${thisYear - 2}年度` }).click();
    await heading(page, thisYear - 2);
    preview.edit((text) => text.replace('"label": "网站全称"', '"label": "网站简称"'));
    await page.getByRole('textbox', { name: '基本情况 网站简称', exact: true }).waitFor();
    await heading(page, thisYear - 2);

    rmSync(preview.file);
    await page.getByText('没有这个文件或文件夹').waitFor();
    assert.ok(existsSync(preview.folder));
    await preview.stop();
    await page.getByText('预览已经结束').waitFor();
    await context.close();
  });

  test('stands under the same policy as the client, installs no service worker and is not open to the network', async () => {
    const preview = make();
    const origin = await preview.start();
    const page = await fetch(origin);
    assert.match(page.headers.get('content-security-policy'), /script-src 'self' 'wasm-unsafe-eval';/);
    assert.equal((await fetch(`${origin}/service-worker.js`)).status, 404);
    assert.equal((await fetch(`${origin}/preview/state`)).status, 200);
    await preview.stop();
    assert.throws(() => execFileSync(executable, ['form', 'preview', preview.file, '--listen', '0.0.0.0:0'], { stdio: 'pipe' }),
      (error) => error.status === 2 && /只能在本机监听/.test(error.stderr));
  });
});
