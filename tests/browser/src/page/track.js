// The track of the slider arguments[0], scrolled into sight.
const THUMB = 18;
const slider = document.querySelector(`[data-param=${arguments[0]}]`);
slider.scrollIntoView({ block: 'center', behavior: 'instant' });
return { length: slider.getBoundingClientRect().width - THUMB, thumb: slider.valueAsNumber };
