/**
 * What the script of WordPress does for its embeds (`wp-embed.js`), for this example: it gives each
 * frame a secret, asks it for its height, and goes to addresses of its site that it names.
 */
addEventListener('DOMContentLoaded', () => {
  for (const frame of document.querySelectorAll('iframe.wp-embedded-content')) {
    const secret = Math.random().toString(36).slice(2, 12);
    frame.src += `#?secret=${secret}`;
    frame.dataset.secret = secret;
    frame.contentWindow.postMessage({ message: 'ready', secret }, '*');
  }
});

addEventListener('message', ({ data, source }) => {
  if (!data?.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow) continue;
    if (data.message === 'height') frame.height = Math.min(Math.max(parseInt(data.value, 10) || 0, 200), 1000);
    if (data.message === 'link' && document.activeElement === frame) {
      const [here, there] = [new URL(frame.src), new URL(data.value)];
      if (/^https?:$/.test(there.protocol) && there.host === here.host) window.top.location.href = data.value;
    }
  }
});
