for (const box of document.querySelectorAll(".body-figure")) {
  const data = JSON.parse(box.querySelector("script").textContent);
  const slider = box.querySelector("input[type=range]");
  const state = box.querySelector("output");
  const written = (value) => {
    const size = Math.abs(value);
    return (value < 0 ? "-" : "+") + size.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.0995 || size === 0 ? 2 : 3);
  };
  const bold = (text, look) => Object.assign(document.createElement("b"), { textContent: text, className: look });
  const show = () => {
    const chosen = [...box.querySelectorAll("input[type=radio]:checked")];
    const [who, reading] = chosen.map((it) => Number(it.value));
    const [person, name] = chosen.map((it) => it.parentElement.textContent.trim());
    const at = Number(slider.value);
    for (const part of box.querySelectorAll("[data-system]")) {
      const system = Number(part.dataset.system);
      const value = data.changes[who][reading][system][at];
      const share = data.scales[system] > 0 ? value / data.scales[system] : 0;
      const level = Math.min(Math.abs(share), 1);
      const look = level < data.notable ? "still" : share > 0 ? "up" : "down";
      part.setAttribute("class", "tint " + look);
      part.style.setProperty("--level", level.toFixed(2));
      const disc = part.querySelector(".disc");
      if (disc) {
        const most = Number(disc.dataset.most);
        disc.setAttribute("r", (look === "still" ? 3 : 3 + (most - 3) * Math.sqrt(level)).toFixed(1));
        part.querySelector(".value").textContent =
          value === null ? data.unread : look === "still" ? "as usual" : (look === "up" ? "\u25b2\u00a0" : "\u25bc\u00a0") + written(value) + data.units[system];
      }
    }
    slider.setAttribute("aria-valuetext", data.times[at]);
    state.replaceChildren(bold(person, ""), ", ", bold(name, name), ": " + data.times[at]);
  };
  box.querySelector(".controls").hidden = false;
  box.addEventListener("input", show);
  // A page that was left and comes back may keep the place of the slider.
  show();
}
