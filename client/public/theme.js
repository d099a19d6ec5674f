// Runs before first paint, so that a dark room never sees a white flash.
// The key is the one Mantine writes; anything but 'light' or 'dark' follows the system.
(() => {
  const root = document.documentElement;
  const kept = readKept();
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  function readKept() {
    try {
      return localStorage.getItem('mantine-color-scheme-value');
    } catch {
      return null; // Storage may be forbidden; the system decides then.
    }
  }
})();
