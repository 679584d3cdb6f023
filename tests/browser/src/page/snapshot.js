// Everything that the page shows as numbers, at one moment.
const all = (css, root = document) => Array.from(root.querySelectorAll(css));
const number = (element, name) => Number.parseFloat(element.getAttribute(name));
const ink = (element) => Array.from(element.classList).find((name) => name.startsWith('hp-ink-')) ?? '';
const text = (element) => element?.textContent.trim() ?? '';

const controls = all('[data-control]').map((control) => {
  const slider = control.querySelector('[data-param]');
  const field = control.querySelector('[data-field]');
  const alert = control.querySelector('[role=alert]');
  return {
    key: control.dataset.control,
    value: number(field, 'data-value'),
    slider_value: slider && number(slider, 'data-value'),
    place: slider && slider.valueAsNumber,
    spoken: slider && slider.getAttribute('aria-valuetext'),
    text: field.value,
    is_edited: field === document.activeElement || alert !== null,
    error: alert && text(alert),
  };
});

const figures = all('[data-output]').map((figure) => ({
  key: figure.dataset.output,
  value: figure.dataset.value,
  text: text(figure),
}));

const chart = (figure) => ({
  id: figure.dataset.chart,
  answer: text(figure.querySelector('.hp-chart-answer')),
  ticks: all('g[data-axis]', figure).flatMap((axis) => {
    const values = axis.dataset.ticks.split(' ').map(Number);
    const isX = axis.dataset.axis === 'x';
    return all('text', axis).map((tick, index) => ({
      axis: axis.dataset.axis,
      value: values[index],
      // A text beside the plot stands 4 px below the line that it names.
      at: isX ? number(tick, 'x') : number(tick, 'y') - 4,
    }));
  }),
  marks: all('circle[data-mark]', figure).map((mark) => ({
    name: mark.dataset.mark,
    ink: ink(mark),
    x: number(mark, 'data-x'),
    y: number(mark, 'data-y'),
    cx: number(mark, 'cx'),
    cy: number(mark, 'cy'),
  })),
  bars: all('rect[data-mark=bar]', figure).map((bar) => ({
    value: number(bar, 'data-y'),
    x: number(bar, 'x'),
    width: number(bar, 'width'),
  })),
  lines: all('path.hp-line', figure).map((line) => ({ ink: ink(line), path: line.getAttribute('d') })),
});

return {
  fragment: location.hash,
  view: document.querySelector('[data-view][aria-current]')?.dataset.view ?? '',
  unit: document.querySelector('[data-switch=unit]')?.value ?? '',
  controls,
  figures,
  charts: all('figure[data-chart]').map(chart),
  alerts: all('[role=alert]').map(text).filter((alert) => alert !== ''),
};
