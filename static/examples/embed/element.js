/** Sets an input of the embed, and shows what readers move. */
const embed = document.querySelector('hash-pivot');

document.getElementById('raise').addEventListener('click', () => embed.setAttribute('lease-rate', '200'));
document.getElementById('reset').addEventListener('click', () => embed.removeAttribute('lease-rate'));
embed.addEventListener('change', ({ detail }) => {
  const { view, ...inputs } = detail;
  const moved = Object.entries(inputs).map(([name, value]) => `${name} = ${value}`);
  document.getElementById('moved').textContent = moved.join(', ') || 'nothing';
});
