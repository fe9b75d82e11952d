// Headless Chromium as Debian ships it, with software WebGL.
import {chromium} from 'playwright-core';

const flags =
  '--headless --no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update ' +
  '--disable-sync --enable-unsafe-swiftshader --use-gl=angle --use-angle=swiftshader';

export const launch = () => chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags.split(' ')});
