// What of a text C's strtod would read.
Tianbao.leadingNumber = (text) => {
  const written = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i.exec(text);
  return written ? written[0] : '';
};
