'use strict';

// Everything of the page's own. Each file adds one member; scripts/bundle-client.mjs names their order.
const Tianbao = {};
