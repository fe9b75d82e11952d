// A server with one site and a browser, for the tests of one file.
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { Server } from './server.mjs';

export function withServer(site, options) {
  const fixture = { browser: null, server: new Server(options), secret: '' };
  before(async () => {
    fixture.secret = fixture.server.addSite(site);
    await fixture.server.start();
    fixture.browser = await launch();
  });
  after(async () => {
    await fixture.browser?.close();
    await fixture.server.remove();
  });
  return fixture;
}
