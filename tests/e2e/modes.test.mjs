// Canvas mode and HTML mode: which one is chosen, that switching loses nothing, that the painted controls lie where the
// real ones do, and that nothing is drawn while nothing happens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { modes, newClerk, openReport, settle, signIn, violations } from './support/browser.mjs';

const total = '信息发布 总数';

describe('modes', () => {
  const fixture = withServer(dongkou);

  async function openIn(mode, options = {}) {
    const clerk = await newClerk(fixture.browser, { mode, serviceWorkers: 'block', ...options });
    await signIn(clerk.page, fixture.server.origin, dongkou.code, fixture.secret);
    await openReport(clerk.page, '2018');
    await settle(clerk.page);
    return clerk;
  }

  test('the switch keeps what was typed and is remembered', async () => {
    const { context, page } = await openIn('');
    await page.getByRole('textbox', { name: total, exact: true }).fill('16965');
    await page.getByRole('button', { name: '切换到网页模式' }).click();
    assert.equal(await page.evaluate(() => document.body.className), 'html-mode');
    assert.equal(await page.getByRole('textbox', { name: total, exact: true }).inputValue(), '16965');
    await page.reload();
    await page.locator('#page h1').waitFor();
    assert.equal(await page.evaluate(() => document.body.className), 'html-mode');
    await context.close();
  });

  test('forced colours and narrow windows are HTML mode by themselves', async () => {
    const { context, page } = await openIn('canvas', { forcedColors: 'active' });
    assert.equal(await page.evaluate(() => document.body.className), 'html-mode');
    await page.emulateMedia({ forcedColors: 'none' });
    await page.waitForFunction(() => document.body.className === 'canvas-mode');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForFunction(() => document.body.className === 'html-mode');
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'no scrolling sideways at 320 px');
    await context.close();
  });

  test('canvas mode draws nothing while nothing happens', async () => {
    const { context, page } = await openIn('canvas');
    const before = await page.evaluate(() => Tianbao.painter.frames());
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate(() => Tianbao.painter.frames()), before);
    await page.getByRole('textbox', { name: total, exact: true }).fill('1');
    await settle(page);
    assert.ok((await page.evaluate(() => Tianbao.painter.frames())) - before < 12);
    await context.close();
  });

  for (const deviceScaleFactor of [1, 1.25, 1.5, 2]) {
    test(`painted boxes lie within a pixel of the controls at scale ${deviceScaleFactor}`, async () => {
      const { context, page } = await openIn('canvas', { deviceScaleFactor });
      const off = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.placed'), (element) => {
          const box = element.getBoundingClientRect();
          const pinned = element.closest('.navigation') !== null;
          const wanted = ['--x', '--y', '--w', '--h'].map((name) => parseFloat(element.style.getPropertyValue(name)));
          const top = box.top + (pinned ? 0 : window.scrollY) - document.getElementById('bar').offsetHeight;
          const found = [box.left, top, box.width, box.height];
          return Math.max(...found.map((value, index) => Math.abs(value - wanted[index])));
        }).reduce((most, each) => Math.max(most, each), 0));
      assert.ok(off <= 1, `off by ${off}`);
      await context.close();
    });
  }

  test('a graphics context that is taken and given back paints the same picture', async () => {
    const { context, page } = await openIn('canvas');
    const before = await page.screenshot();
    await page.evaluate(() => {
      const loss = document.getElementById('canvas').getContext('webgl').getExtension('WEBGL_lose_context');
      loss.loseContext();
      setTimeout(() => loss.restoreContext(), 200);
    });
    await page.waitForTimeout(800);
    await settle(page);
    assert.ok(before.equals(await page.screenshot()));
    await context.close();
  });

  for (const mode of modes) {
    test(`${mode} mode: a composition of the input method survives every update`, async () => {
      const { context, page } = await openIn(mode);
      const session = await context.newCDPSession(page);
      const control = page.getByRole('textbox', { name: '基本信息 网站名称', exact: true });
      await control.focus();
      for (const text of ['d', 'do', 'dong', '洞口']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      }
      await session.send('Input.insertText', { text: '洞口县' });
      assert.equal(await control.inputValue(), '洞口县');
      await control.blur();
      assert.equal(await control.inputValue(), '洞口县');
      await control.fill('');
      await context.close();
    });
  }

  test('printing takes the core\'s own page under the strict policy', async () => {
    const { context, page, complaints } = await openIn('html');
    const printed = page.evaluate(() => new Promise((resolve) => {
      new MutationObserver(() => {
        const frame = document.querySelector('iframe');
        if (!frame) return;
        const { adoptedStyleSheets, body } = frame.contentDocument;
        resolve([adoptedStyleSheets[0].cssRules.length, body.textContent, getComputedStyle(body.querySelector('td')).borderStyle]);
      }).observe(document.body, { childList: true });
    }));
    await page.getByRole('button', { name: '打印' }).click();
    const [rules, text, border] = await printed;
    assert.ok(rules > 5);
    assert.match(text, /政府网站工作年度报表/);
    assert.equal(border, 'solid');
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
