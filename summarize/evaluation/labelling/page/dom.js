// Elements with text: whatever comes from an article or a label becomes a text node, never markup.

export const h = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "disabled") element[key] = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...content.flat().filter((part) => part !== null && part !== undefined));
  return element;
};

let fading = 0;

// A word about what was done, or why not; read out by screen readers as well.
export const say = (words, { lasting = false, action = null } = {}) => {
  const place = document.getElementById("said");
  clearTimeout(fading);
  const button = action && h("button", { type: "button", onclick: () => { hush(); action.run(); } }, action.name);
  place.replaceChildren(h("span", {}, words), ...(button ? [button] : []));
  place.classList.add("on");
  if (!lasting) fading = setTimeout(hush, 5000);
};
export const hush = () => document.getElementById("said").classList.remove("on");

export const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
export const shortened = (words, most = 90) => {
  const points = [...words.replace(/\s+/g, " ").trim()];
  return points.length <= most ? points.join("") : `${points.slice(0, most).join("").trimEnd()}…`;
};
