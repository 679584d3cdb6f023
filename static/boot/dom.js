/** Makes elements without ever parsing markup, as the page's policy demands. */

/**
 * An element with attributes and children; a string child becomes text.
 *
 * @param {string} tag
 * @param {Object<string, string>} attributes
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElement}
 */
export function element(tag, attributes, children = []) {
  const made = document.createElement(tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]);
  for (const child of children) {
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
  return made;
}

/**
 * A button that does `action` when pressed.
 *
 * @param {string} label
 * @param {() => void} action
 */
export function button(label, action) {
  const made = element('button', { type: 'button' }, [label]);
  made.addEventListener('click', action);
  return made;
}

/**
 * Copies what a text field holds; where the browser does not let us, selects it for the reader to
 * copy. The button that was pressed tells which of the two happened.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {HTMLElement} pressed
 */
export async function copy(field, pressed) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    pressed.textContent = 'Copied';
  } catch (_) {
    pressed.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: copy it now';
  }
}
