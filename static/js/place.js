// Marks a place on the drawn map: a tap or the arrow keys set latitude and longitude of the form.
const STEP = 12;

function mark(box) {
  const { left, top, scale } = box.dataset;
  const form = box.closest("form");
  const drawing = box.querySelector("svg");
  const pin = box.querySelector("[data-pin]");
  const told = box.querySelector("[data-place-told]");
  const clear = box.querySelector("[data-place-clear]");
  const { width, height } = drawing.viewBox.baseVal;
  const stations = [...box.querySelectorAll("[data-label]")];
  let at = null;

  const show = () => {
    pin.setAttribute("visibility", at ? "visible" : "hidden");
    clear.hidden = !at;
    if (!at) return;
    pin.setAttribute("transform", `translate(${at.x} ${at.y})`);
    const away = (one) => Math.hypot(one.cx.baseVal.value - at.x, one.cy.baseVal.value - at.y);
    const nearest = stations.reduce((best, one) => (away(one) < away(best) ? one : best), stations[0]);
    told.textContent = nearest ? `已标出位置，最近的联络站是${nearest.dataset.label}。` : "已标出位置。";
  };

  const put = (x, y) => {
    at = { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) };
    const east = at.x / scale + Number(left);
    const south = at.y / scale + Number(top);
    form.elements.longitude.value = (east * 360 - 180).toFixed(6);
    form.elements.latitude.value = ((Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) * 180) / Math.PI).toFixed(6);
    show();
  };

  const kept = () => {
    const latitude = (Number(form.elements.latitude.value) * Math.PI) / 180;
    const south = (1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2;
    const east = (Number(form.elements.longitude.value) + 180) / 360;
    return { x: (east - left) * scale, y: (south - top) * scale };
  };

  drawing.addEventListener("click", (event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
    put(place.x, place.y);
  });
  drawing.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!move) return;
    event.preventDefault();
    if (at) put(at.x + move[0], at.y + move[1]);
    else put(width / 2, height / 2);
  });
  clear.addEventListener("click", () => {
    at = null;
    form.elements.latitude.value = "";
    form.elements.longitude.value = "";
    told.textContent = "已取消标记。";
    show();
    drawing.focus();
  });

  box.hidden = false;
  if (form.elements.latitude.value && form.elements.longitude.value) {
    at = kept();
    show();
  }
}

for (const box of document.querySelectorAll("[data-place-map]")) mark(box);
