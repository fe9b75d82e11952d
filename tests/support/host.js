// What wasm/browser/numbers.cpp asks of the page.
Module['host'] = {leadingNumber: Tianbao.leadingNumber};
