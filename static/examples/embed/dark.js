/** A page's own switch. */
document.getElementById('light').addEventListener('click', () => document.documentElement.classList.toggle('dark'));
