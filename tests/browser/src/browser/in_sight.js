// Brings an element into sight, once what is under way is drawn; a frame that is out of sight draws nothing.
const [element, done] = arguments;
const drawn = new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
  setTimeout(resolve, 200);
});
drawn.then(() => {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  done(null);
});
