/**
 * `<hash-pivot view="pivot" lease-rate="160">`: Hashpivot in a page of yours, as high as what it
 * shows. A classic script without dependencies; docs/embedding.md describes it.
 *
 * | attribute | means |
 * |---|---|
 * | `view`, `chart`, `controls`, `pinned` | what is shown, as in the address of an embed |
 * | `theme` | `light` or `dark`; otherwise as the page around it |
 * | `width`, `height` | px; otherwise as wide as its column and as high as what it shows |
 * | every other one | an input, with `-` for `_`; what a reader moves is written back |
 *
 * A `change` event tells what a reader moved: `event.detail` has each input that differs from the
 * preset.
 */
(() => {
  const site = new URL('.', document.currentScript.src);
  // What the frame is loaded with.
  const isFirst = (name) => /^(chart|controls|pinned)$/.test(name);
  // What is no input besides: the frame's looks, other parts of a link, what every element may have.
  const isInput = (name) =>
    !isFirst(name) &&
    !/^(theme|width|height|v|site|miner|without|class|id|style|title|lang|dir|hidden|on.*|(data|aria)-.*)$/.test(name);
  const present = new Set();
  const attributes = { attributes: true };
  // A page may take a moment to change its colours.
  const soon = () => [0, 500].map((ms) => setTimeout(() => present.forEach((element) => element.paint()), ms));
  const around = new MutationObserver(soon);

  // Each of several on a page may bring the script.
  if (customElements.get('hash-pivot')) return;
  customElements.define('hash-pivot', class extends HTMLElement {
    connectedCallback() {
      const frame = document.createElement('iframe');
      const get = (name) => this.getAttribute(name);
      const names = (wanted) => this.getAttributeNames().filter(wanted);
      const tell = (what) => frame.contentWindow?.postMessage({ hashpivot: 1, ...what }, '*');
      const pairs = (wanted) => names(wanted).map((name) => `&${name.replace(/-/g, '_')}=${get(name)}`).join('');
      const fragment = () => 'v=1' + pairs(isInput);
      let theme;
      let high = 480;

      const load = () => {
        frame.src = `${site}?embed&theme=${theme + pairs(isFirst)}#${fragment()}`;
      };

      this.paint = () => {
        frame.width = get('width') || '100%';
        frame.height = get('height') || high;
        // Letters tell what is under them: light ones are on something dark.
        const { color } = getComputedStyle(this);
        const [a, b, c] = color.match(/[\d.]+/g);
        // rgb(…) comes after "p", oklch(…) and the like before it.
        const isLight = (color > 'p' ? +a + +b + +c : a * 765) > 382;
        theme = /^(light|dark)$/.exec(get('theme'))?.[0] || (isLight ? 'dark' : 'light');
        frame.style.cssText = 'display:block;border:0;color-scheme:' + theme;
        tell({ theme });
      };

      // Hears its own frame and nobody else.
      this.hear = ({ source, data }) => {
        if (source !== frame.contentWindow || data?.hashpivot !== 1) return;
        if (data.height) {
          high = Math.min(Math.max(data.height, 100), 9000);
          // The page around may have got its style sheet since the frame was asked for.
          this.paint();
        }
        if (data.fragment == null) return;
        const detail = {};
        names(isInput).map((name) => name === 'view' || this.removeAttribute(name));
        new URLSearchParams(data.fragment).forEach((value, key) => {
          if (isInput(key)) this.setAttribute(key.replace(/_/g, '-'), (detail[key] = value));
        });
        this.own.takeRecords();
        this.dispatchEvent(new CustomEvent('change', { bubbles: true, detail }));
      };

      frame.title = this.title || 'Hashpivot';
      frame.loading = 'lazy';
      this.paint();
      load();
      this.replaceChildren(frame);
      present.add(this);

      this.own = new MutationObserver((changes) => {
        const changed = changes.map((change) => change.attributeName);
        if (changed.some(isFirst)) load();
        else if (changed.some(isInput)) tell({ fragment: fragment() });
        this.paint();
      });
      this.own.observe(this, attributes);
      around.observe(document.documentElement, attributes);
      around.observe(document.body, attributes);
    }

    disconnectedCallback() {
      present.delete(this);
      this.own.disconnect();
    }
  });
  addEventListener('message', (event) => present.forEach((element) => element.hear(event)));
  addEventListener('load', soon);
  matchMedia('(prefers-color-scheme:dark)').onchange = soon;
})();
