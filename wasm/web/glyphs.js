// Characters drawn by the browser and read back as pixels: the painter's only source of glyphs.
Tianbao.glyphs = (() => {
  const side = 256;
  const originX = 64;
  const originY = 160;
  const family =
    'system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", ' +
    '"HarmonyOS Sans SC", "WenQuanYi Micro Hei", sans-serif';
  const unassigned = String.fromCodePoint(0x10ffff);

  let context = null;
  let font = '';
  let tofu = null;

  // A detached canvas ignores the page's language and gives Japanese shapes of 直 and 骨, so this one hangs in the
  // document and says zh-CN twice. Black on transparent: text gamma draws white text heavier. willReadFrequently
  // keeps the pixels where they can be read.
  const start = () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    canvas.lang = 'zh-CN';
    canvas.hidden = true;
    document.body.appendChild(canvas);
    context = canvas.getContext('2d', {willReadFrequently: true});
    if ('lang' in context) context.lang = 'zh-CN';
    context.textBaseline = 'alphabetic';
    context.fillStyle = '#000';
  };

  const blank = (advance) => ({advance, left: 0, top: 0, width: 0, height: 0, alpha: null});

  // The ink of one rectangle's pixels, trimmed: {x, y, width, height, alpha} or null.
  const trim = (pixels, width, height) => {
    let x0 = width;
    let x1 = 0;
    let y0 = height;
    let y1 = 0;
    for (let y = 0, at = 3; y < height; y++) {
      for (let x = 0; x < width; x++, at += 4) {
        if (!pixels[at]) continue;
        if (x < x0) x0 = x;
        if (x >= x1) x1 = x + 1;
        if (y < y0) y0 = y;
        y1 = y + 1;
      }
    }
    if (x1 <= x0) return null;
    const alpha = new Uint8Array((x1 - x0) * (y1 - y0));
    for (let y = y0, to = 0; y < y1; y++) {
      for (let x = x0; x < x1; x++) alpha[to++] = pixels[(y * width + x) * 4 + 3];
    }
    return {x: x0, y: y0, width: x1 - x0, height: y1 - y0, alpha};
  };

  const drawText = (text) => {
    const measured = context.measureText(text);
    const advance = Math.round(measured.width);
    const left = Math.max(-originX, Math.floor(-measured.actualBoundingBoxLeft) - 1);
    const right = Math.min(side - originX, Math.ceil(measured.actualBoundingBoxRight) + 1);
    const top = Math.max(-originY, Math.floor(-measured.actualBoundingBoxAscent) - 1);
    const bottom = Math.min(side - originY, Math.ceil(measured.actualBoundingBoxDescent) + 1);
    const width = right - left;
    const height = bottom - top;
    if (!(width > 0 && height > 0)) return blank(advance);
    context.clearRect(0, 0, side, side);
    context.fillText(text, originX, originY);
    const ink = trim(context.getImageData(originX + left, originY + top, width, height).data, width, height);
    if (!ink) return blank(advance);
    return {
      advance,
      left: left + ink.x,
      top: top + ink.y,
      width: ink.width,
      height: ink.height,
      alpha: ink.alpha,
    };
  };

  const same = (left, right) =>
    left.alpha !== null &&
    right.alpha !== null &&
    left.width === right.width &&
    left.height === right.height &&
    left.alpha.every((value, index) => value === right.alpha[index]);

  const setFont = (wanted) => {
    if (font === wanted) return;
    context.font = font = wanted;
    tofu = drawText(unassigned);
  };

  // `em` in device pixels. `missing`: no font on this machine has the character.
  const draw = (codePoint, em, bold) => {
    setFont((bold ? '600 ' : '') + em + 'px ' + family);
    const glyph = drawText(String.fromCodePoint(codePoint));
    glyph.missing = same(glyph, tofu);
    return glyph;
  };

  // Browsers that resist fingerprinting add noise to what a canvas gives back, or blank it; painting is then no use.
  const areFaithful = () => {
    if (context === null) start();
    if (context === null) return false;
    setFont('16px ' + family);
    const block = drawText('\u2588');
    if (block.alpha === null || block.width < 4 || block.height < 8) return false;
    const middle = block.alpha[(block.height >> 1) * block.width + (block.width >> 1)];
    const han = drawText('填');
    return middle === 255 && han.alpha !== null && same(han, drawText('填'));
  };

  return {draw, areFaithful};
})();
