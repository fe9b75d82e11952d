// Canvas mode and HTML mode: which one is chosen, that switching loses nothing, that the painted controls lie where the
// real ones do, and that nothing is drawn while nothing happens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dongkou } from './support/server.mjs';
import { withServer } from './support/fixture.mjs';
import { modes, newClerk, openReport, settle, signIn, violations } from './support/browser.mjs';

const total = '信息发布 总数';

/// For every text control in view and each of its edges: how far from the DOM's box, in CSS pixels, the darkest pixel of the
/// picture lies on a line across the edge, and how much darker than the lightest it is (of 255).
async function paintedEdges(page) {
  const picture = (await page.screenshot()).toString('base64');
  const reader = await page.context().newPage();
  const boxes = await page.evaluate(() => {
    const bar = document.getElementById('bar').offsetHeight;
    return Array.from(document.querySelectorAll('.control.placed'), (element) => ({ id: element.id, box: element.getBoundingClientRect().toJSON() }))
      .filter(({ box }) => box.top > bar + 8 && box.bottom < window.innerHeight - 8);
  });
  const edges = await reader.evaluate(async ({ source, boxes, scale }) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const reach = 4;
    const across = (x, y, dx, dy) => {
      let darkest = { light: 256, offset: 0 };
      let lightest = 0;
      for (let step = -reach * scale; step <= reach * scale; step++) {
        const at = [Math.round(x * scale + dx * step), Math.round(y * scale + dy * step)];
        const [red, green, blue] = context.getImageData(at[0], at[1], 1, 1).data;
        const light = (red + green + blue) / 3;
        // The middle of the pixel that was read, from the edge.
        const offset = dx ? (at[0] + 0.5) / scale - x : (at[1] + 0.5) / scale - y;
        if (light < darkest.light) darkest = { light, offset };
        lightest = Math.max(lightest, light);
      }
      return { offset: darkest.offset, contrast: lightest - darkest.light };
    };
    return boxes.flatMap(({ id, box }) => {
      const clear = [box.left + box.width * 0.75, box.top + box.height / 2];
      return [
        { id, edge: 'left', ...across(box.left, clear[1], 1, 0) },
        { id, edge: 'right', ...across(box.right, clear[1], 1, 0) },
        { id, edge: 'top', ...across(clear[0], box.top, 0, 1) },
        { id, edge: 'bottom', ...across(clear[0], box.bottom, 0, 1) },
      ];
    });
  }, { source: picture, boxes, scale: await page.evaluate(() => devicePixelRatio) });
  await reader.close();
  return edges;
}

/// The light (of 255) of the darkest pixel in the outermost corner of an option's painted mark: a ring leaves it to the
/// paper, a box has its frame there.
async function cornerOfMark(page, option) {
  const markSide = 18; // wasm/paint/dimensions.h
  await option.scrollIntoViewIfNeeded();
  await settle(page);
  const box = await option.boundingBox();
  const corner = { x: box.x, y: box.y + (box.height - markSide) / 2, width: 2, height: 2 };
  const picture = (await page.screenshot({ clip: corner })).toString('base64');
  const reader = await page.context().newPage();
  const light = await reader.evaluate(async (source) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + source;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let darkest = 255;
    for (let at = 0; at < data.length; at += 4) darkest = Math.min(darkest, (data[at] + data[at + 1] + data[at + 2]) / 3);
    return darkest;
  }, picture);
  await reader.close();
  return light;
}

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
    await page.locator('#screen h1').waitFor();
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

    test(`the frames that are painted lie within a pixel of the controls at scale ${deviceScaleFactor}`, async () => {
      const { context, page } = await openIn('canvas', { deviceScaleFactor });
      await page.evaluate(() => document.activeElement.blur());
      await settle(page);
      const edges = await paintedEdges(page);
      assert.ok(edges.length >= 20, `${edges.length} edges in view`);
      for (const { id, edge, offset, contrast } of edges) {
        assert.ok(contrast > 40, `${edge} of ${id} is not painted`);
        assert.ok(Math.abs(offset) <= 1, `${edge} of ${id} is painted ${offset} px off`);
      }
      await context.close();
    });
  }

  test('one answer is ticked in a ring, several in boxes, on the canvas and to assistive technology', async () => {
    const { context, page } = await openIn('canvas', { deviceScaleFactor: 2 });
    const one = page.getByRole('radio', { name: '部门网站', exact: true });
    const several = page.getByRole('checkbox', { name: '千人千网', exact: true });
    const [ring, box] = [await cornerOfMark(page, one.locator('xpath=..')), await cornerOfMark(page, several.locator('xpath=..'))];
    assert.ok(ring > 240, `the corner of a radio button is paper: ${ring}`);
    assert.ok(box < 180, `the corner of a check box is its frame: ${box}`);
    await context.close();
  });

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

  for (const mode of modes) {
    test(`${mode} mode: figures that are pasted in lines do not become one figure`, async () => {
      const { context, page } = await openIn(mode);
      const paste = async (name, text) => {
        const box = page.getByRole('textbox', { name, exact: true });
        await box.fill('');
        await box.evaluate((element, pasted) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text', pasted);
          const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
          if (element.dispatchEvent(event)) document.execCommand('insertText', false, pasted);
        }, text);
        return box.inputValue();
      };
      assert.equal(await paste('信息发布 总数', '123\r\n456\r\n'), '123；456');
      await page.getByText('读到“123；456”，不是准确的数字').first().waitFor();
      assert.equal(await paste('信息发布 总数', '16965\r\n'), '16965');
      assert.equal(await paste('基本信息 主办单位', '洞口县\n人民政府'), '洞口县 人民政府');
      await context.close();
    });
  }

  test('printing takes the core\'s own page under the strict policy, and it is two pages of A4', async () => {
    const { context, page, complaints } = await openIn('html');
    const printed = page.evaluate(() => new Promise((resolve) => {
      new MutationObserver(() => {
        const frame = document.querySelector('iframe');
        if (!frame) return;
        const { adoptedStyleSheets, body } = frame.contentDocument;
        const style = Array.from(adoptedStyleSheets[0].cssRules, (rule) => rule.cssText).join('\n');
        resolve([style, body.innerHTML, getComputedStyle(body.querySelector('td')).borderStyle]);
      }).observe(document.body, { childList: true });
    }));
    await page.getByRole('button', { name: '打印' }).click();
    const [style, body, border] = await printed;
    assert.match(body, /政府网站工作年度报表/);
    assert.equal(border, 'solid');
    assert.deepEqual(complaints, []);
    const sheet = await context.newPage();
    await sheet.setContent(`<!doctype html><html lang="zh-CN"><style>${style}</style><body>${body}</body></html>`);
    const pdf = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, 2);
    for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)) {
      assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} × ${height} points`);
    }
    await context.close();
  });
});
