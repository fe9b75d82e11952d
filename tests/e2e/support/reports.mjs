// The published reports of tests/fixtures, as a clerk would type them: accessible name and text of every cell.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './server.mjs';

/// 信息发布（单位：条）/总数 is called 信息发布 总数 on the screen; what only repeats (创新发展) stands once.
function accessibleName(labelPath) {
  const parts = labelPath.split('/').map((part) => part.replace(/（单位：.*?）/, ''));
  return parts.filter((part, index) => part !== parts[index - 1]).join(' ');
}

export function readReport(name) {
  const report = JSON.parse(readFileSync(path.join(root, `tests/fixtures/${name}.json`), 'utf8'));
  const cells = [['填报单位', report['填报单位']], ...Object.entries(report.values).map(([key, text]) => [accessibleName(key), text])];
  return { year: /\d{4}/.exec(report.year)[0], cells };
}
