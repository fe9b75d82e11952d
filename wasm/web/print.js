// Prints a whole HTML page of its own, never the screen.
Tianbao.print = (() => {
  // The page stands in a hidden frame, which inherits this page's Content-Security-Policy: a <style> is refused, even
  // while it is only parsed; a constructed style sheet with the same text is not.
  const print = (html) => {
    const frame = document.createElement('iframe');
    frame.className = 'unseen';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    document.body.appendChild(frame);
    const target = frame.contentDocument;
    const styles = [];
    const unstyled = html.replace(/<style>([^]*?)<\/style>/g, (element, text) => (styles.push(text), ''));
    const parsed = new DOMParser().parseFromString(unstyled, 'text/html');
    const sheet = new frame.contentWindow.CSSStyleSheet();
    sheet.replaceSync(styles.join('\n'));
    target.adoptedStyleSheets = [sheet];
    target.documentElement.lang = 'zh-CN';
    target.title = parsed.title;
    Array.from(parsed.body.childNodes).forEach((child) => target.body.appendChild(target.adoptNode(child)));
    const title = document.title;
    document.title = parsed.title || title;
    const done = () => {
      document.title = title;
      frame.remove();
    };
    frame.contentWindow.addEventListener('afterprint', () => setTimeout(done, 0));
    frame.contentWindow.focus();
    frame.contentWindow.print();
  };

  return {print};
})();
