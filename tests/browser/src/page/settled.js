// Whether the page can be used: the app runs, what is fetched after the start is there, and each chart
// has measured its width.
if (document.documentElement?.dataset.ready !== 'true') return false;
if (document.querySelector('.hp-waiting, [data-meanwhile]')) return false;
return Array.from(document.querySelectorAll('.hp-plot')).every((plot) => {
  // What an embed does not show yet has no width.
  if (plot.offsetParent === null) return true;
  const drawn = Number.parseFloat(plot.querySelector('svg').getAttribute('width'));
  return Math.abs(drawn - plot.clientWidth) <= 1;
});
